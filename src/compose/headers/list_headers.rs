//! What the headers say of the newsletter as a list.

use aws_lc_rs::digest::{SHA256, digest};

use crate::compose::{ComposeError, escape, token::lower_base32};
use crate::edition::Edition;
use crate::foundation::Address;

use super::field::Field;

/// With its header's name, still far from 998 octets (RFC 5322 section 2.1.1).
const LONGEST_URL: usize = 900;
/// Of a Feedback-ID's fields.
const LONGEST_PART: usize = 64;

/// List-Help, List-Owner, List-Archive and List-Post (RFC 2369), Feedback-ID, and Precedence, which keeps automatic answers away (RFC 3834 section 2 and older custom).
///
/// # Errors
///
/// Where an address can stand in no header.
pub(super) fn list_headers(edition: &Edition) -> Result<Vec<u8>, ComposeError> {
    let headers = &edition.headers;
    let owner = headers.owner.as_ref().or(edition.reply_to.as_ref());
    let owner = mailto("owner", owner.unwrap_or(&edition.from_email))?;
    let help = match headers.help.as_deref() {
        Some(address) if address.contains("://") => url("help", address)?,
        Some(address) => mailto("help", address)?,
        None => format!("{owner}?subject=help"),
    };
    let mut lines = Vec::new();
    let mut bracketed = |name: &str, address: &str| {
        Field::begin(name, &mut lines).word(&format!("<{address}>")).end();
    };
    bracketed("List-Help", &help);
    bracketed("List-Owner", &owner);
    if let Some(archive) = &headers.archive {
        bracketed("List-Archive", &url("archive", archive)?);
    }
    Field::begin("List-Post", &mut lines).word("NO").end();
    Field::begin("Feedback-ID", &mut lines)
        .word(&feedback_id(edition))
        .end();
    Field::begin("Precedence", &mut lines).word("bulk").end();
    Ok(lines)
}

/// `issue:publication:newsletter:sender`, the same in every copy; Gmail counts complaints by each of the four.
fn feedback_id(edition: &Edition) -> String {
    let sender = edition.headers.feedback_id.clone();
    let sender = sender.unwrap_or_else(|| {
        let name = digest(&SHA256, edition.publication.as_bytes());
        lower_base32(&name.as_ref()[..5])
    });
    let part = |text: &str| -> String {
        let fits = |c: char| c.is_ascii_alphanumeric() || "-._".contains(c);
        let text = text.chars().map(|c| if fits(c) { c } else { '-' });
        text.take(LONGEST_PART).collect()
    };
    let (issue, publication) = (part(&edition.issue), part(&edition.publication));
    format!("{issue}:{publication}:newsletter:{}", part(&sender))
}

fn mailto(role: &'static str, address: &str) -> Result<String, ComposeError> {
    let parsed = Address::parse(address).map_err(|reason| ComposeError::Address {
        role,
        address: address.to_owned(),
        reason,
    })?;
    Ok(format!(
        "mailto:{}@{}",
        escape::percent(parsed.local()),
        parsed.domain()
    ))
}

fn url(role: &'static str, address: &str) -> Result<String, ComposeError> {
    let url = escape::url(address.trim());
    if url.len() > LONGEST_URL {
        let octets = url.len();
        return Err(ComposeError::LongAddress { role, octets });
    }
    Ok(url)
}
