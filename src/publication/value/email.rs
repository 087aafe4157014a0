//! E-mail addresses.

use crate::foundation::Address;
use crate::publication::Fault;

/// An address that mail can be sent to, without a display name.
pub fn email(text: &str) -> Result<Address, Fault> {
    Address::parse(text).map_err(|error| {
        let fault = Fault::new(format!("`{}` is no address: {error}", text.escape_debug()));
        if text.contains('<') {
            fault.hinted("write the address alone, as `name@example.org`")
        } else {
            fault.hinted("write it as `name@example.org`")
        }
    })
}
