//! The rule `link-userinfo`.

use crate::check::NOTHING;
use crate::check::in_lead::found_by;

fn found(text: &str) -> Vec<String> {
    found_by("link-userinfo", text)
}

#[test]
fn fires_and_does_not_repeat_the_password() {
    let findings = found("The [press area](https://press:caspian@example.org/press) is open.");
    assert_eq!(
        findings,
        [
            "10:26 error link-userinfo: the link to `example.org` gives a name and a password away -- take out everything between `//` and `@`, \
             and the `@`"
        ]
    );
    assert!(!findings[0].contains("caspian"));
}

#[test]
fn fires_at_what_only_looks_like_a_host() {
    assert_eq!(
        found("[it](https://example.org@example.net/)"),
        [
            "10:14 error link-userinfo: something stands before the host `example.net`, as in links that deceive -- take out everything between `//` \
             and `@`, and the `@`"
        ]
    );
}

#[test]
fn quiet_for_an_at_sign_elsewhere() {
    for url in [
        "https://example.org/@editors",
        "https://example.org?to=a@example.org",
        "mailto:a@example.org",
    ] {
        assert_eq!(found(&format!("[it]({url})")), NOTHING, "{url}");
    }
}
