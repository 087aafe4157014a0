//! How a subscriber leaves.

use crate::foundation::Address;

use super::value::{email, header_url};
use super::{Fault, Reader};

/// Where a subscriber unsubscribes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Unsubscribe {
    /// An https address; a copy's own token is appended as its last path segment.
    pub url: Option<String>,
    /// An address that takes unsubscribe mail; a copy's own token becomes the mail's subject.
    pub mailto: Option<Address>,
    /// The operator's word that `url` follows RFC 8058: only then does `List-Unsubscribe-Post` go out.
    pub one_click: bool,
}

impl Unsubscribe {
    /// Reads `unsubscribe`.
    pub(super) fn read(reader: &mut Reader<'_>) -> Self {
        let url = reader.optional("url", token_url);
        let mailto = reader.optional("mailto", email);
        let one_click = reader.flag("one_click");
        if one_click && !reader.is_written("url") {
            let fault = Fault::new("`unsubscribe.one_click` is true, and there is no `unsubscribe.url`");
            let hint =
                "write `url: https://…`, which takes a POST as RFC 8058 says, or leave `one_click` out";
            reader.wrong(
                reader.key_span("one_click").unwrap_or(reader.here()),
                fault.hinted(hint),
            );
        }
        Self {
            url,
            mailto,
            one_click,
        }
    }
}

/// A URL that a token can be appended to.
fn token_url(text: &str) -> Result<String, Fault> {
    let url = header_url(text)?;
    if url.contains(['?', '#']) {
        let fault = Fault::new(format!("`{url}` holds a `?` or `#`"));
        return Err(fault
            .hinted("write the address up to its path: a copy's token becomes the last part of the path"));
    }
    Ok(url)
}
