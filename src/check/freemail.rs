//! Providers that give anybody an address.

use super::organisation;

/// Providers by the domains that they give, and those of their servers.
const PROVIDERS: &[(&str, &[&str])] = &[
    ("Gmail", &["gmail.com", "googlemail.com"]),
    (
        "Yahoo",
        &["ymail.com", "rocketmail.com", "myyahoo.com", "aol.com", "aim.com"],
    ),
    (
        "Outlook",
        &[
            "live.com",
            "live.co.uk",
            "live.de",
            "live.fr",
            "live.it",
            "live.nl",
            "live.ca",
            "live.com.au",
            "msn.com",
            "office365.com",
        ],
    ),
    ("iCloud", &["icloud.com", "me.com", "mac.com"]),
    ("GMX", &["web.de", "mail.com"]),
    (
        "Mail.ru",
        &["mail.ru", "bk.ru", "inbox.ru", "list.ru", "internet.ru"],
    ),
    ("Yandex", &["ya.ru"]),
    (
        "Proton",
        &["proton.me", "protonmail.com", "pm.me", "protonmail.ch"],
    ),
    ("QQ Mail", &["qq.com", "foxmail.com"]),
    ("NetEase", &["163.com", "126.com", "yeah.net"]),
    ("Naver", &["naver.com"]),
    ("T-Online", &["t-online.de"]),
    ("Orange", &["orange.fr", "wanadoo.fr"]),
    ("La Poste", &["laposte.net"]),
    ("Libero", &["libero.it"]),
    ("Seznam", &["seznam.cz"]),
    ("WP", &["wp.pl", "o2.pl"]),
    ("Rambler", &["rambler.ru"]),
    ("UKR.NET", &["ukr.net"]),
    ("Comcast", &["comcast.net"]),
    ("AT&T", &["att.net", "sbcglobal.net"]),
    ("Rediffmail", &["rediffmail.com"]),
];
/// Providers that have their name in many countries: `yahoo.co.uk`, `hotmail.fr`.
const EVERYWHERE: [(&str, &str); 5] = [
    ("gmx", "GMX"),
    ("hotmail", "Outlook"),
    ("outlook", "Outlook"),
    ("yahoo", "Yahoo"),
    ("yandex", "Yandex"),
];

/// The provider whose domain or server a host is; `None` for anybody else's.
pub(super) fn freemail_provider(host: &str) -> Option<&'static str> {
    let domain = organisation(host);
    let label = domain.split('.').next().unwrap_or_default();
    let everywhere = EVERYWHERE.iter().find(|(name, _)| *name == label);
    everywhere.map(|(_, provider)| *provider).or_else(|| {
        let provider = PROVIDERS.iter().find(|(_, domains)| domains.contains(&domain));
        provider.map(|(provider, _)| *provider)
    })
}
