//! Hosts that lead elsewhere.

/// Services that make a short address of any long one. Those that only one site uses for itself (`youtu.be`, `wp.me`) are none.
const SHORTENERS: [&str; 38] = [
    "adf.ly",
    "bit.do",
    "bit.ly",
    "bitly.com",
    "bl.ink",
    "buff.ly",
    "clck.ru",
    "cli.gs",
    "cutt.ly",
    "dlvr.it",
    "dub.sh",
    "git.io",
    "goo.gl",
    "goo.su",
    "ift.tt",
    "is.gd",
    "j.mp",
    "lnkd.in",
    "ow.ly",
    "ouo.io",
    "rb.gy",
    "rebrand.ly",
    "rebrandly.com",
    "shorturl.at",
    "snip.ly",
    "soo.gd",
    "t.co",
    "t.ly",
    "tiny.cc",
    "tiny.pl",
    "tinyurl.com",
    "tr.im",
    "trib.al",
    "u.to",
    "urlz.fr",
    "v.gd",
    "vk.cc",
    "x.co",
];

/// Whether a host, in small letters, is that of a shortener.
pub(in crate::check) fn is_shortener(host: &str) -> bool {
    let host = host.strip_prefix("www.").unwrap_or(host);
    SHORTENERS.contains(&host)
}
