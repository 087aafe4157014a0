//! The DNS record by which receivers find a public key.

use std::fmt;

use aws_lc_rs::encoding::AsDer;
use aws_lc_rs::rsa::PublicKey;
use encodify::base64;

/// A public key as DNS has it (RFC 6376 section 3.6.1, RFC 8463 section 4). Its `Display` is the text of the TXT record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyRecord {
    kind: &'static str,
    /// What `p=` holds; in both encodings that are in use for RSA, the usual one first.
    encodings: Vec<Vec<u8>>,
}

/// How what is published compares with a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Published {
    /// It is this key.
    Same,
    /// It is another key.
    Other,
    /// `p=` is empty: the key was revoked.
    Revoked,
    /// The record allows testing only (`t=y`): receivers may treat the mail as unsigned. The key is the right one.
    Testing,
    /// It is no key record, for this reason.
    Unusable(&'static str),
}

impl KeyRecord {
    pub(super) fn rsa(key: &PublicKey) -> Self {
        let whole = key.as_der().map(|der| der.as_ref().to_vec());
        let mut encodings: Vec<Vec<u8>> = whole.into_iter().collect();
        encodings.push(key.as_ref().to_vec());
        Self {
            kind: "rsa",
            encodings,
        }
    }

    pub(super) fn ed25519(key: &[u8]) -> Self {
        Self {
            kind: "ed25519",
            encodings: vec![key.to_vec()],
        }
    }

    /// Compares with the text of a TXT record.
    pub fn compare(&self, text: &str) -> Published {
        let tag = |name: &str| {
            let mut tags = text.split(';').filter_map(|tag| tag.split_once('='));
            let (_, value) = tags.find(|(known, _)| known.trim() == name)?;
            Some(value.split_whitespace().collect::<String>())
        };
        if tag("v").is_some_and(|version| version != "DKIM1") {
            return Published::Unusable("`v=` is not `DKIM1`");
        }
        let Some(key) = tag("p") else {
            return Published::Unusable("it has no `p=`");
        };
        if key.is_empty() {
            return Published::Revoked;
        }
        if tag("h").is_some_and(|hashes| !hashes.split(':').any(|hash| hash == "sha256")) {
            return Published::Unusable("`h=` does not allow sha256");
        }
        let Ok(octets) = base64::LENIENT.decode(key.as_bytes()) else {
            return Published::Unusable("`p=` is no base64");
        };
        let kind = tag("k").unwrap_or_else(|| "rsa".to_owned());
        if kind != self.kind || !self.encodings.contains(&octets) {
            return Published::Other;
        }
        let testing = tag("t").is_some_and(|flags| flags.split(':').any(|flag| flag == "y"));
        if testing {
            Published::Testing
        } else {
            Published::Same
        }
    }
}

impl fmt::Display for KeyRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key = self.encodings.first().map(|key| base64::STANDARD.encode(key));
        write!(f, "v=DKIM1; k={}; p={}", self.kind, key.unwrap_or_default())
    }
}
