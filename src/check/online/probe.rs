//! One link, followed to its end.

use url::Url;

use super::{Doubt, Method, PoliteClient, Reply, Verdict};

/// So many redirects are followed. Honest chains (from `http` to `https`, to `www`, to the page's new name) need no more.
const MOST_REDIRECTS: usize = 5;

/// Follows a link. Every address on the way is held to the same rules as the first: its scheme, its user part, its host's addresses.
pub(super) fn probe(client: &PoliteClient, link: &Url) -> Verdict {
    let mut page = link.clone();
    let mut moved = None;
    let mut for_good = true;
    for _ in 0..=MOST_REDIRECTS {
        let reply = match visit(client, &page) {
            Ok(reply) => reply,
            Err(verdict) => return verdict,
        };
        let permanent = match reply.status {
            200..=299 => return moved.map_or(Verdict::Answers, |to| Verdict::Moved { to }),
            301 | 308 => true,
            302 | 303 | 307 => false,
            status @ (404 | 410) => {
                let at = page.into();
                return Verdict::Gone { status, at };
            }
            status => return Doubt::Status(status).into(),
        };
        let next = match target(&page, &reply) {
            Ok(next) => next,
            Err(doubt) => return doubt.into(),
        };
        for_good &= permanent;
        if for_good {
            moved = Some(next.to_string());
        }
        page = next;
    }
    Doubt::Redirects.into()
}

/// Asks for a page's head. What is refused then is asked for with GET: many servers answer HEAD wrongly, and an error wants to be certain.
fn visit(client: &PoliteClient, page: &Url) -> Result<Reply, Verdict> {
    if !page.username().is_empty() || page.password().is_some() {
        return Err(Doubt::Userinfo.into());
    }
    let mut asked = page.clone();
    asked.set_fragment(None);
    match client.ask(Method::Head, &asked) {
        Ok(reply) if needs_get(reply.status) => client.ask(Method::Get, &asked),
        Err(Verdict::Unknown(Doubt::Lost(_))) => client.ask(Method::Get, &asked),
        answer => answer,
    }
}

/// Whether the answer to HEAD may be another than that to GET. A server that wants a login, or less to do, says the same twice.
fn needs_get(status: u16) -> bool {
    status >= 400 && !matches!(status, 401 | 429 | 503)
}

/// Where a redirect leads.
fn target(page: &Url, reply: &Reply) -> Result<Url, Doubt> {
    let location = reply.location.clone().unwrap_or_default();
    match page.join(&location) {
        Ok(next) if !location.is_empty() && matches!(next.scheme(), "http" | "https") => Ok(next),
        _ => Err(Doubt::Location(location)),
    }
}
