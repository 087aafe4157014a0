//! Whether two links lead to one place.

use std::borrow::Cow;

use super::tracking_marks::unmarked;
use super::{WebAddress, is_personal, parameters};

/// Where an address leads, to be compared with others: without its scheme, a slash at its end and the marks of whoever copied it.
pub(in crate::check) fn place_of(url: &str) -> Cow<'_, str> {
    WebAddress::of(url).map_or(Cow::Borrowed(url), |address| place_of_page(&address))
}

/// The same of an address that was taken apart.
pub(in crate::check) fn place_of_page<'u>(address: &WebAddress<'u>) -> Cow<'u, str> {
    let (url, start) = (address.url, address.host.start);
    if parameters(address).any(|parameter| is_personal(parameter.name)) {
        let unmarked = unmarked(address);
        let rest = unmarked.get(start..).unwrap_or_default();
        return Cow::Owned(rest.trim_end_matches('/').to_owned());
    }
    Cow::Borrowed(url[start..].trim_end_matches('/'))
}
