//! Slips of the hand in the domains that most people have their mail at.

/// Providers, and how their domains come out misspelt. Domains that exist as providers of their own (`mail.com`, `ymail.com`) are none.
const SLIPS: [(&str, &[&str]); 9] = [
    (
        "gmail.com",
        &[
            "gmial.com",
            "gmai.com",
            "gmal.com",
            "gmil.com",
            "gamil.com",
            "gmaill.com",
            "gnail.com",
            "gmali.com",
            "gimail.com",
            "gmailcom.com",
            "gmaul.com",
            "gmeil.com",
            "ggmail.com",
            "gmail.co",
            "gmail.cm",
            "gmail.om",
            "gmail.ru",
            "gmail.org",
            "gmail.net",
        ],
    ),
    (
        "hotmail.com",
        &[
            "hotmial.com",
            "hotmal.com",
            "hotmai.com",
            "hotmil.com",
            "hotmaill.com",
            "hotnail.com",
            "homtail.com",
            "hotamil.com",
            "hormail.com",
            "hotmail.co",
            "hotmail.cm",
        ],
    ),
    (
        "yahoo.com",
        &[
            "yaho.com",
            "yahooo.com",
            "yahho.com",
            "yhaoo.com",
            "yaoo.com",
            "yhoo.com",
            "yahoo.co",
            "yahoo.cm",
            "yahoocom.com",
        ],
    ),
    (
        "outlook.com",
        &[
            "outlok.com",
            "outllok.com",
            "outlool.com",
            "outloo.com",
            "oulook.com",
            "outlook.co",
            "outlookcom.com",
        ],
    ),
    (
        "icloud.com",
        &[
            "icloud.co",
            "iclould.com",
            "icoud.com",
            "iclod.com",
            "iclooud.com",
        ],
    ),
    (
        "protonmail.com",
        &[
            "protonmial.com",
            "protonmai.com",
            "protomail.com",
            "protonmail.co",
        ],
    ),
    ("yandex.ru", &["yandx.ru", "yadnex.ru", "yanex.ru", "jandex.ru"]),
    ("mail.ru", &["mial.ru", "maill.ru", "mail.ri", "mai.ru"]),
    ("web.de", &["wed.de", "web.se"]),
];

/// Endings that no domain has, and what was meant.
const ENDINGS: [(&str, &str); 13] = [
    ("con", "com"),
    ("cmo", "com"),
    ("ocm", "com"),
    ("comm", "com"),
    ("coom", "com"),
    ("vom", "com"),
    ("xom", "com"),
    ("cpm", "com"),
    ("ogr", "org"),
    ("orgg", "org"),
    ("nte", "net"),
    ("nett", "net"),
    ("rru", "ru"),
];

/// The domain that a misspelt one was meant for; `None` for one that is not known to be misspelt.
pub(super) fn domain_meant(domain: &str) -> Option<String> {
    let known = SLIPS.iter().find(|(_, slips)| slips.contains(&domain));
    if let Some((meant, _)) = known {
        return Some((*meant).to_owned());
    }
    let (name, ending) = domain.rsplit_once('.')?;
    let (_, meant) = ENDINGS.iter().find(|(slip, _)| *slip == ending)?;
    let meant = format!("{name}.{meant}");
    // `gmial.con` has two slips.
    Some(domain_meant(&meant).unwrap_or(meant))
}
