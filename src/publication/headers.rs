//! What the headers of every copy say of the newsletter.

use crate::foundation::Address;

use super::value::{email, header_url};
use super::{Fault, Reader};

/// What mail programs and mailbox providers are told of the newsletter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Headers {
    /// Where a reader finds help: an https address or a mail address (`List-Help`).
    pub help: Option<String>,
    /// Who is responsible (`List-Owner`).
    pub owner: Option<Address>,
    /// Where past issues are (`List-Archive`).
    pub archive: Option<String>,
    /// The sender's id, by which Gmail counts complaints (`Feedback-ID`).
    pub feedback_id: Option<String>,
}

impl Headers {
    /// Reads `headers`.
    pub(super) fn read(reader: &mut Reader<'_>) -> Self {
        Self {
            help: reader.optional("help", help),
            owner: reader.optional("owner", email),
            archive: reader.optional("archive", header_url),
            feedback_id: reader.optional("feedback_id", feedback_id),
        }
    }
}

fn help(text: &str) -> Result<String, Fault> {
    if text.contains('@') && !text.contains("://") {
        email(text).map(|address| address.written().to_owned())
    } else {
        header_url(text)
    }
}

/// Gmail takes 5 to 15 characters.
fn feedback_id(text: &str) -> Result<String, Fault> {
    let fits = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_');
    if (5..=15).contains(&text.len()) && text.bytes().all(fits) {
        Ok(text.to_owned())
    } else {
        let fault = Fault::new(format!("`{}` is no sender's id", text.escape_debug()));
        Err(fault.hinted("use 5 to 15 letters a to z, digits, `-` and `_`"))
    }
}
