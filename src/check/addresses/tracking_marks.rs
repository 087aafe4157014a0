//! Parameters that say where a reader comes from, and who.

use super::{Parameter, WebAddress, parameters};

/// Parameters that stand for one person or one click, as their makers document them: Meta, Google, Microsoft, Mailchimp, `HubSpot`, Instagram, Yandex, Vero,
/// Marketo, Omeda, X, `TikTok`, `LinkedIn`, Drip, Kit, `MailerLite`.
const PERSONAL: [&str; 26] = [
    "fbclid",
    "gclid",
    "dclid",
    "gbraid",
    "wbraid",
    "msclkid",
    "mc_eid",
    "_hsenc",
    "igshid",
    "igsh",
    "yclid",
    "ysclid",
    "vero_id",
    "mkt_tok",
    "oly_enc_id",
    "oly_anon_id",
    "twclid",
    "ttclid",
    "li_fat_id",
    "__s",
    "ck_subscriber_id",
    "ml_subscriber",
    "ml_subscriber_hash",
    "wickedid",
    "rb_clickid",
    "_openstat",
];
/// Parameters that stand for somebody's mailing.
const OF_A_MAILING: [&str; 2] = ["mc_cid", "_hsmi"];
/// A source that may be anybody's.
const ANYBODYS: [&str; 12] = [
    "newsletter",
    "newsletters",
    "email",
    "e-mail",
    "mail",
    "digest",
    "bulletin",
    "weekly",
    "rss",
    "substack",
    "mailchimp",
    "hs_email",
];

/// Whether a parameter stands for one person or one click.
pub(in crate::check) fn is_personal(name: &str) -> bool {
    PERSONAL.contains(&name)
}

/// Whether a parameter stands for one mailing.
pub(in crate::check) fn is_of_a_mailing(name: &str) -> bool {
    OF_A_MAILING.contains(&name)
}

/// Whether a source, in small letters, may be anybody's.
pub(in crate::check) fn is_anybodys_source(source: &str) -> bool {
    ANYBODYS.iter().any(|word| source.contains(word))
}

/// The parameters that stand for one person or one click, and the mailing that they belong to; none where nobody is meant.
pub(in crate::check) fn personal_marks<'u>(address: &WebAddress<'u>) -> Vec<Parameter<'u>> {
    if !parameters(address).any(|parameter| is_personal(parameter.name)) {
        return Vec::new();
    }
    let marks = parameters(address);
    marks
        .filter(|parameter| is_personal(parameter.name) || is_of_a_mailing(parameter.name))
        .collect()
}

/// The query of an address without what stands for one person, with its `?` where anything is left of it.
pub(in crate::check) fn unmarked_query(address: &WebAddress<'_>) -> String {
    let query = address.query.unwrap_or_default();
    let marks = personal_marks(address).into_iter();
    let marks: Vec<usize> = marks.map(|mark| mark.span.start).collect();
    let mut at = query.start;
    let mut kept = Vec::new();
    for written in query.of(address.url).split('&') {
        if !marks.contains(&at) {
            kept.push(written);
        }
        at += written.len() + 1;
    }
    let sign = if kept.is_empty() { "" } else { "?" };
    format!("{sign}{}", kept.join("&"))
}

/// An address without what stands for one person.
pub(in crate::check) fn unmarked(address: &WebAddress<'_>) -> String {
    let Some(query) = address.query else {
        return address.url.to_owned();
    };
    let (before, after) = (&address.url[..query.start - 1], &address.url[query.end..]);
    format!("{before}{}{after}", unmarked_query(address))
}
