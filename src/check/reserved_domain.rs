//! Domains that belong to nobody.

/// Names that are set aside for examples and tests (RFC 2606, RFC 6761).
const RESERVED: [&str; 7] = [
    "test",
    "example",
    "invalid",
    "localhost",
    "example.com",
    "example.net",
    "example.org",
];

/// Whether nobody can have an address in `domain`, given as lower-case A-labels.
pub(super) fn is_reserved(domain: &str) -> bool {
    RESERVED.iter().any(|reserved| {
        domain
            .strip_suffix(reserved)
            .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    })
}
