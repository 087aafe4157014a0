//! An SPF record's terms.

use std::net::IpAddr;

/// What a term's match means (RFC 7208 section 4.6.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Qualifier {
    Pass,
    Fail,
    SoftFail,
    Neutral,
}

/// One term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Term {
    All(Qualifier),
    Include(Qualifier, String),
    /// The host, or the record's own domain; the length of the prefix for IPv4 and IPv6.
    Address(Qualifier, Option<String>, [Option<u32>; 2]),
    Exchanger(Qualifier, Option<String>, [Option<u32>; 2]),
    Range(Qualifier, IpAddr, Option<u32>),
    /// `exists` and `ptr`, and whatever holds a macro: it depends on each message.
    Dynamic,
    Redirect(String),
    /// A modifier that does not matter here.
    Other,
}

/// Whether a TXT record is an SPF record (section 4.5).
pub(super) fn is_spf(text: &str) -> bool {
    let start = text.split(' ').next().unwrap_or_default();
    start.eq_ignore_ascii_case("v=spf1")
}

/// The terms of a record; the first that is none, as it is written.
pub(super) fn terms(text: &str) -> Result<Vec<Term>, String> {
    let words = text.split(' ').skip(1).filter(|word| !word.is_empty());
    words
        .map(|word| term(word).ok_or_else(|| word.to_owned()))
        .collect()
}

fn term(word: &str) -> Option<Term> {
    if let Some((name, value)) = word.split_once('=')
        && !name.contains([':', '/'])
    {
        return Some(match name.to_ascii_lowercase().as_str() {
            "redirect" if value.contains('%') => Term::Dynamic,
            "redirect" if !value.is_empty() => Term::Redirect(value.to_owned()),
            "redirect" => return None,
            _ => Term::Other,
        });
    }
    let (qualifier, rest) = match word.as_bytes().first()? {
        b'+' => (Qualifier::Pass, &word[1..]),
        b'-' => (Qualifier::Fail, &word[1..]),
        b'~' => (Qualifier::SoftFail, &word[1..]),
        b'?' => (Qualifier::Neutral, &word[1..]),
        _ => (Qualifier::Pass, word),
    };
    let name_ends = rest.find([':', '/']).unwrap_or(rest.len());
    let (name, argument) = rest.split_at(name_ends);
    let value = argument.strip_prefix(':');
    if argument.contains('%') {
        return Some(Term::Dynamic);
    }
    match (name.to_ascii_lowercase().as_str(), value) {
        ("all", None) if argument.is_empty() => Some(Term::All(qualifier)),
        ("include", Some(domain)) if !domain.is_empty() => Some(Term::Include(qualifier, domain.to_owned())),
        ("a", _) => host(argument).map(|(host, lengths)| Term::Address(qualifier, host, lengths)),
        ("mx", _) => host(argument).map(|(host, lengths)| Term::Exchanger(qualifier, host, lengths)),
        ("ip4" | "ip6", Some(range)) => {
            let (address, length) = match range.split_once('/') {
                Some((address, length)) => (address, Some(length.parse().ok()?)),
                None => (range, None),
            };
            let address: IpAddr = address.parse().ok()?;
            let fits = address.is_ipv4() == name.eq_ignore_ascii_case("ip4");
            let longest = if address.is_ipv4() { 32 } else { 128 };
            (fits && length.is_none_or(|length| length <= longest))
                .then_some(Term::Range(qualifier, address, length))
        }
        ("exists", Some(_)) | ("ptr", _) => Some(Term::Dynamic),
        _ => None,
    }
}

/// `[:HOST][/N][//N]`.
fn host(argument: &str) -> Option<(Option<String>, [Option<u32>; 2])> {
    let (rest, six) = match argument.split_once("//") {
        Some((rest, length)) => (rest, Some(length.parse().ok().filter(|n| *n <= 128)?)),
        None => (argument, None),
    };
    let (rest, four) = match rest.split_once('/') {
        Some((rest, length)) => (rest, Some(length.parse().ok().filter(|n| *n <= 32)?)),
        None => (rest, None),
    };
    match rest.strip_prefix(':') {
        Some("") => None,
        Some(host) => Some((Some(host.to_owned()), [four, six])),
        None => rest.is_empty().then_some((None, [four, six])),
    }
}
