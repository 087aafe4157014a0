//! How a subscriber leaves.

use crate::foundation::Address;

use super::value::{email, web_address};
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

/// A URL that a token can be appended to, and that fits into a header line (RFC 5322 section 2.1.1).
fn token_url(text: &str) -> Result<String, Fault> {
    let address = web_address(text)?;
    let url = address.url;
    if !address.secure && !address.loopback {
        let fault = Fault::new(format!("`{url}` is not https"));
        return Err(fault.hinted("mailbox providers follow only `https://` (RFC 8058 section 3.1)"));
    }
    if !url.is_ascii() {
        let fault = Fault::new(format!("`{url}` holds letters that a header cannot carry"));
        return Err(fault.hinted("write its host in punycode (`xn--…`) and percent-encode the rest"));
    }
    if url.contains(['?', '#']) {
        let fault = Fault::new(format!("`{url}` holds a `?` or `#`"));
        return Err(fault
            .hinted("write the address up to its path: a copy's token becomes the last part of the path"));
    }
    if url.len() > 500 {
        return Err(Fault::new("it is longer than 500 characters"));
    }
    Ok(url)
}
