//! The parameters of an address.

use crate::foundation::Span;

use super::WebAddress;

/// One `name=value` of an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check) struct Parameter<'u> {
    /// Its name, as written.
    pub(in crate::check) name: &'u str,
    /// Its value, as written; empty where it has none.
    pub(in crate::check) value: &'u str,
    /// Where it stands in the address.
    pub(in crate::check) span: Span,
}

/// The parameters of an address, in the order written. One with a template tag in it is in the writer's own hand and left out.
pub(in crate::check) fn parameters<'u>(address: &WebAddress<'u>) -> impl Iterator<Item = Parameter<'u>> {
    let url = address.url;
    let query = address.query.unwrap_or_default();
    let mut at = query.start;
    query.of(url).split('&').filter_map(move |written| {
        let span = Span::new(at, at + written.len());
        at = span.end + 1;
        let (name, value) = written.split_once('=').unwrap_or((written, ""));
        let is_plain = !written.contains(['{', '}']) && !name.is_empty();
        is_plain.then_some(Parameter { name, value, span })
    })
}
