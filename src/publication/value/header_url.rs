//! Web addresses that stand in headers.

use crate::publication::Fault;

use super::web_address;

/// An https URL (on this machine http will do) that a header can carry as it is and has room for (RFC 5322 section 2.1.1).
pub fn header_url(text: &str) -> Result<String, Fault> {
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
    if url.len() > 500 {
        return Err(Fault::new("it is longer than 500 characters"));
    }
    Ok(url)
}
