//! The headers of an edition's copies.

use crate::compose::{ComposeError, Links};
use crate::edition::Edition;
use crate::foundation::Address;

use super::field::{Field, is_atext};
use super::header_text::HeaderText;
use super::list_headers::list_headers;

/// What the headers of all copies have in common, encoded once.
///
/// The order is always Date, From, Reply-To, To, Subject, Message-ID, List-Id, List-Unsubscribe, List-Unsubscribe-Post, List-Help, List-Owner,
/// List-Archive, List-Post, Feedback-ID, Precedence.
#[derive(Debug, Clone)]
pub(in crate::compose) struct Letterhead {
    /// Date, From and Reply-To.
    top: Vec<u8>,
    list_id: Vec<u8>,
    /// List-Help and what follows it.
    list: Vec<u8>,
    one_click: bool,
    /// The From address's domain, which Message-IDs end in.
    domain: String,
}

/// What one copy's headers say.
#[derive(Debug, Clone, Copy)]
pub(in crate::compose) struct Particulars<'a> {
    /// The recipient's name; empty where unknown.
    pub(in crate::compose) name: &'a str,
    /// The recipient.
    pub(in crate::compose) recipient: &'a Address,
    /// The Subject field, as [`subject_field`] gives it.
    pub(in crate::compose) subject: &'a [u8],
    /// The Message-ID, without angle brackets.
    pub(in crate::compose) id: &'a str,
    /// The copy's links.
    pub(in crate::compose) links: &'a Links,
}

impl Letterhead {
    /// Encodes what is the same in every copy.
    ///
    /// # Errors
    ///
    /// Where the date, an address or the publication's id cannot stand in a header.
    pub(in crate::compose) fn new(edition: &Edition, date: &str) -> Result<Self, ComposeError> {
        if date.is_empty() || date.len() > 64 || !date.bytes().all(|b| (b' '..=b'~').contains(&b)) {
            return Err(ComposeError::Date(date.to_owned()));
        }
        let from = header_address("from", &edition.from_email)?;
        let mut top = Vec::new();
        date.split_ascii_whitespace()
            .fold(Field::begin("Date", &mut top), Field::word)
            .end();
        Field::begin("From", &mut top)
            .mailbox(&HeaderText::new(&edition.from_name), &from.wire())
            .end();
        if let Some(reply_to) = &edition.reply_to {
            let reply_to = header_address("reply_to", reply_to)?;
            Field::begin("Reply-To", &mut top).word(&reply_to.wire()).end();
        }
        Ok(Self {
            top,
            list_id: list_id(&edition.publication, &edition.publication_title)?,
            list: list_headers(edition)?,
            one_click: edition.unsubscribe.one_click && edition.unsubscribe.url.is_some(),
            domain: from.domain().to_owned(),
        })
    }

    /// The domain of Message-IDs.
    pub(in crate::compose) fn domain(&self) -> &str {
        &self.domain
    }

    /// Writes one copy's headers, but for those of the body.
    ///
    /// A local part outside ASCII stands in To as it is (RFC 6532 section 3.2): such a copy goes only to servers that offer SMTPUTF8.
    pub(in crate::compose) fn write(&self, copy: Particulars<'_>, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.top);
        Field::begin("To", out)
            .mailbox(&HeaderText::new(copy.name), &copy.recipient.wire())
            .end();
        out.extend_from_slice(copy.subject);
        Field::begin("Message-ID", out).glued(&["<", copy.id, ">"]).end();
        out.extend_from_slice(&self.list_id);
        self.write_unsubscribe(copy.links, out);
        out.extend_from_slice(&self.list);
    }

    /// RFC 2369 section 3.2, RFC 8058 section 3.1. The https address comes first: readers' programs take the first they can use.
    fn write_unsubscribe(&self, links: &Links, out: &mut Vec<u8>) {
        let mut links = [&links.url, &links.mailto].into_iter().flatten().peekable();
        if links.peek().is_none() {
            return;
        }
        let mut field = Field::begin("List-Unsubscribe", out);
        while let Some(link) = links.next() {
            let end = if links.peek().is_some() { ">," } else { ">" };
            field = field.glued(&["<", link, end]);
        }
        field.end();
        if self.one_click {
            Field::begin("List-Unsubscribe-Post", out)
                .word("List-Unsubscribe=One-Click")
                .end();
        }
    }
}

/// The Subject header field of a text.
pub(in crate::compose) fn subject_field(text: &str) -> Vec<u8> {
    let mut field = Vec::new();
    Field::begin("Subject", &mut field)
        .unstructured(&HeaderText::new(text))
        .end();
    field
}

/// An address for a header that every copy has, which must not ask for SMTPUTF8 on behalf of everyone.
fn header_address(role: &'static str, address: &str) -> Result<Address, ComposeError> {
    let parsed = Address::parse(address).map_err(|reason| ComposeError::Address {
        role,
        address: address.to_owned(),
        reason,
    })?;
    if parsed.needs_smtputf8() {
        return Err(ComposeError::Smtputf8 {
            role,
            address: address.to_owned(),
        });
    }
    Ok(parsed)
}

/// RFC 2919 section 3: the title as a phrase, the publication's id in angle brackets.
fn list_id(id: &str, title: &str) -> Result<Vec<u8>, ComposeError> {
    let dot_atom = id
        .split('.')
        .all(|label| !label.is_empty() && label.bytes().all(is_atext));
    if !dot_atom || id.len() > 255 {
        return Err(ComposeError::PublicationId(id.to_owned()));
    }
    let mut line = Vec::new();
    Field::begin("List-Id", &mut line)
        .phrase(&HeaderText::new(title))
        .glued(&["<", id, ">"])
        .end();
    Ok(line)
}
