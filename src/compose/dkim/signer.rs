//! Signatures put on messages.

use std::sync::Arc;

use encodify::base64;

use crate::message::Octets;

use super::header_data::{fields, is_named};
use super::{BodyHash, SigningKey, header_data};

/// The header fields that are signed where they stand (RFC 6376 section 5.4.1, RFC 8058 section 4).
const SIGNED: &[&str] = &[
    "From",
    "Reply-To",
    "To",
    "Cc",
    "Subject",
    "Date",
    "Message-ID",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
    "List-Id",
    "List-Unsubscribe",
    "List-Unsubscribe-Post",
    "List-Help",
    "List-Owner",
    "List-Archive",
    "List-Post",
    "Feedback-ID",
];

/// Those that are named once more than they stand (section 5.4.2), so that nobody can add one. The fields of lists are not among them: some relays add theirs.
const SEALED: &[&str] = &[
    "From",
    "Reply-To",
    "To",
    "Cc",
    "Subject",
    "Date",
    "Message-ID",
    "MIME-Version",
    "Content-Type",
];

/// Where a line of a header is folded.
const LONGEST: usize = 76;

/// A domain's word for a message: a key, and where its public half is published.
#[derive(Debug, Clone)]
pub struct Signer {
    /// The domain that answers for the message, in A-labels (`d=`).
    pub domain: String,
    /// Which of its keys (`s=`).
    pub selector: String,
    /// The key.
    pub key: Arc<SigningKey>,
}

/// The signatures that each message gets; none where the relay signs.
#[derive(Debug, Clone, Default)]
pub struct Signers(pub Vec<Signer>);

impl Signer {
    /// The name at which the public key is published.
    pub fn record_name(&self) -> String {
        format!("{}._domainkey.{}", self.selector, self.domain)
    }

    fn field(&self, head: &[u8], names: &[&str], body: &str) -> Option<Vec<u8>> {
        let mut field = format!(
            "DKIM-Signature: v=1; a={}; c=relaxed/relaxed;\r\n d={};\r\n s={};\r\n h=",
            self.key.algorithm(),
            self.domain,
            self.selector
        );
        fold(names, &mut field);
        field.push_str(";\r\n bh=");
        field.push_str(body);
        field.push_str(";\r\n b=");
        let data = header_data(head, names, field.as_bytes());
        let signature = base64::STANDARD.encode(self.key.sign(&data)?);
        for (at, line) in signature.as_bytes().chunks(LONGEST - 4).enumerate() {
            if at > 0 {
                field.push_str("\r\n ");
            }
            field.extend(line.iter().map(|byte| char::from(*byte)));
        }
        field.push_str("\r\n");
        Some(field.into_bytes())
    }
}

impl Signers {
    /// Puts the signatures before a message's headers, which stand in its first piece. Its lines end in CRLF, and no dots are stuffed. `None` where a key could not sign.
    pub fn sign(&self, message: &mut Octets) -> Option<()> {
        if self.0.is_empty() {
            return Some(());
        }
        let mut slices = message.slices();
        let first = slices.next()?;
        let head_end = memchr::memmem::find(first, b"\r\n\r\n")? + 2;
        let head = &first[..head_end];
        let mut hash = BodyHash::new();
        hash.add(&first[head_end + 2..]);
        slices.for_each(|slice| hash.add(slice));
        let body = base64::STANDARD.encode(hash.finish());
        let names = names(head);
        let mut signatures = Vec::new();
        for signer in &self.0 {
            signatures.extend(signer.field(head, &names, &body)?);
        }
        message.prepend(&signatures);
        Some(())
    }
}

/// What `h=` names: each field that is signed as often as it stands, and once more where none may be added.
fn names(head: &[u8]) -> Vec<&'static str> {
    let fields = fields(head);
    let mut names = Vec::new();
    for name in SIGNED {
        let standing = fields.iter().filter(|field| is_named(field, name)).count();
        let times = standing + usize::from(SEALED.contains(name));
        names.extend(std::iter::repeat_n(*name, times));
    }
    names
}

/// Writes names joined by colons, on lines that are not too long.
fn fold(names: &[&str], field: &mut String) {
    let mut column = " h=".len();
    for (at, name) in names.iter().enumerate() {
        let last = at + 1 == names.len();
        if column + name.len() + 1 > LONGEST {
            field.push_str("\r\n  ");
            column = 2;
        }
        field.push_str(name);
        if !last {
            field.push(':');
        }
        column += name.len() + 1;
    }
}
