//! The body's frame: two readings of one issue, the better last (RFC 2046 section 5.1.4).

use aws_lc_rs::digest::{SHA256, digest};

use super::segment;
use super::token::lower_base32;

/// Both parts' headers and the lines between them.
///
/// The boundary holds `=_`, which quoted-printable never does (RFC 2045 section 6.7), so no part can contain it; that it is the same
/// in every copy of an issue keeps a second attempt the same in every byte.
#[derive(Debug, Clone)]
pub(super) struct Multipart {
    boundary: String,
}

impl Multipart {
    /// The frame of an issue's copies.
    pub(super) fn new(publication: &str, issue: &str) -> Self {
        let name = digest(&SHA256, format!("{publication}\n{issue}").as_bytes());
        Self {
            boundary: format!("=_{}", lower_base32(&name.as_ref()[..15])),
        }
    }

    /// The headers that announce it, and the empty line that ends the headers.
    pub(super) fn headers(&self) -> String {
        format!(
            "MIME-Version: 1.0\r\nContent-Type: multipart/alternative;\r\n boundary=\"{}\"\r\n\r\n",
            self.boundary
        )
    }

    /// Opens a part of a type, `text/plain` first.
    pub(super) fn open(&self, media_type: &str, out: &mut Vec<u8>) {
        for line in [
            &*format!("--{}", self.boundary),
            &*format!("Content-Type: {media_type}; charset=utf-8"),
            "Content-Transfer-Encoding: quoted-printable",
            "",
        ] {
            out.extend_from_slice(line.as_bytes());
            out.extend_from_slice(b"\r\n");
        }
    }

    /// Closes a part.
    pub(super) fn close(out: &mut Vec<u8>) {
        segment::close(out);
        // This line end belongs to the boundary (RFC 2046 section 5.1.1).
        out.extend_from_slice(b"\r\n");
    }

    /// Closes the body.
    pub(super) fn end(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(format!("--{}--\r\n", self.boundary).as_bytes());
    }
}
