//! A record to publish.

use std::fmt;

/// The longest string inside a TXT record (RFC 1035 section 3.3.14).
const LONGEST: usize = 255;

/// A TXT record. Its `Display` is a line of a zone file (RFC 1035 section 5.1), long texts in several strings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DnsRecord {
    /// Where it belongs, without a dot at the end.
    pub name: String,
    /// Its text.
    pub text: String,
}

impl fmt::Display for DnsRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}. IN TXT", self.name)?;
        let letters: Vec<char> = self.text.chars().collect();
        for string in letters.chunks(LONGEST) {
            let string: String = string.iter().collect();
            write!(f, " \"{}\"", string.replace('\\', "\\\\").replace('"', "\\\""))?;
        }
        Ok(())
    }
}
