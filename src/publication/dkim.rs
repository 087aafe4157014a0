//! Signatures on every copy.

use std::path::PathBuf;

use super::value::{domain, path};
use super::{Fault, Reader};

/// One signature: whose it is, and the key. Without any, the relay may sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DkimSettings {
    /// The domain that answers for the mail, in A-labels; that of the From address where absent.
    pub domain: Option<String>,
    /// Which of the domain's keys: the public one is published at `SELECTOR._domainkey.DOMAIN`.
    pub selector: String,
    /// The private key in PEM, readable by its owner alone.
    pub key_file: PathBuf,
}

impl DkimSettings {
    /// Reads one map of `dkim`.
    pub(super) fn read(reader: &mut Reader<'_>) -> Option<Self> {
        let domain = reader.optional("domain", domain);
        let selector = reader.required("selector", "digest", selector);
        let key_file = reader.required("key_file", ".digest/dkim.pem", path);
        Some(Self {
            domain,
            selector: selector?,
            key_file: key_file?,
        })
    }
}

/// RFC 6376 section 3.1: labels of a domain name, parted by dots.
fn selector(text: &str) -> Result<String, Fault> {
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    if text.len() <= 120 && text.split('.').all(label) {
        Ok(text.to_owned())
    } else {
        let fault = Fault::new(format!("`{}` is no selector", text.escape_debug()));
        Err(fault.hinted("use letters a to z, digits and hyphens, as `digest2026`"))
    }
}
