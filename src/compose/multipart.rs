//! The body's frame: two readings of one issue, the better last (RFC 2046 section 5.1.4).

use aws_lc_rs::digest::{SHA256, digest};

use crate::message::Octets;

use super::segment;
use super::token::lower_base32;

/// Both parts' headers and the lines between them.
///
/// The boundary holds `=_`, which quoted-printable never does (RFC 2045 section 6.7), so no part can contain it; that it is the same
/// in every copy of an issue keeps a second attempt the same in every byte.
#[derive(Debug, Clone)]
pub(super) struct Multipart {
    /// The headers that announce it, and the empty line that ends the headers.
    pub(super) headers: Vec<u8>,
    /// Opens the text part.
    pub(super) text: Vec<u8>,
    /// Opens the HTML part.
    pub(super) html: Vec<u8>,
    /// Closes the body.
    pub(super) end: Vec<u8>,
}

impl Multipart {
    /// The frame of an issue's copies.
    pub(super) fn new(publication: &str, issue: &str) -> Self {
        let name = digest(&SHA256, format!("{publication}\n{issue}").as_bytes());
        let boundary = format!("=_{}", lower_base32(&name.as_ref()[..15]));
        Self {
            headers: format!(
                "MIME-Version: 1.0\r\nContent-Type: multipart/alternative;\r\n boundary=\"{boundary}\"\r\n\r\n"
            )
            .into_bytes(),
            text: opening(&boundary, "text/plain"),
            html: opening(&boundary, "text/html"),
            end: format!("--{boundary}--\r\n").into_bytes(),
        }
    }

    /// Closes a part.
    pub(super) fn close(out: &mut Octets) {
        segment::close(out);
        // This line end belongs to the boundary (RFC 2046 section 5.1.1).
        out.add(b"\r\n");
    }
}

/// Opens a part of a type.
fn opening(boundary: &str, media_type: &str) -> Vec<u8> {
    format!(
        "--{boundary}\r\nContent-Type: {media_type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    )
    .into_bytes()
}
