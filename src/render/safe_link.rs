//! Addresses that a mail may link to.

/// Where the address of a link may lead: pages, mail, telephones. Anything else is of no use in a mail, or a danger (RFC 3986 section 3.1
/// for the shape of a scheme).
const LINKS: [&str; 4] = ["http", "https", "mailto", "tel"];
/// Where pictures may come from.
const PICTURES: [&str; 2] = ["http", "https"];

/// What is wrong with an address, and what to write instead; `None` where it is one to link to.
pub fn fault(url: &str, is_picture: bool) -> Option<(String, &'static str)> {
    let url = url.trim();
    if url.is_empty() {
        let what = if is_picture { "picture" } else { "link" };
        return Some((
            format!("this {what} has no address"),
            "write the whole address, from `https://` on",
        ));
    }
    let allowed: &[&str] = if is_picture { &PICTURES } else { &LINKS };
    match scheme(url) {
        Some(scheme) if allowed.iter().any(|known| scheme.eq_ignore_ascii_case(known)) => None,
        Some(scheme) if is_picture => Some((
            format!("a picture cannot be shown from a `{scheme}:` address"),
            "put the picture on a web server and write its `https://` address",
        )),
        Some(scheme) => Some((
            format!("a mail should not link to a `{scheme}:` address"),
            "links lead to `https:`, `http:`, `mailto:` or `tel:`",
        )),
        None => Some((
            format!("`{url}` is no whole address, and a mail has no page that it could be relative to"),
            "write the whole address, from `https://` on",
        )),
    }
}

fn scheme(url: &str) -> Option<&str> {
    let (scheme, _) = url.split_once(':')?;
    let shaped = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    shaped.then_some(scheme)
}
