//! The rule `link-host-mixed-script`.

use crate::check::NOTHING;
use crate::check::in_lead::found_by;

fn found(text: &str) -> Vec<String> {
    found_by("link-host-mixed-script", text)
}

#[test]
fn fires_at_a_label_of_two_scripts() {
    // The `а` is a Cyrillic letter.
    let hint = "type the host anew, on a keyboard of its own language";
    assert_eq!(
        found("[bank](https://exаmple.org/)"),
        [format!(
            "10:16 error link-host-mixed-script: `exаmple` in the host mixes Latin and Cyrillic letters -- {hint}"
        )]
    );
    // The same as browsers write it.
    assert_eq!(found("[bank](https://xn--exmple-4nf.org/)").len(), 1);
}

#[test]
fn fires_at_a_label_that_only_looks_latin() {
    // All letters are Cyrillic.
    let findings = found("[bank](https://аррӏе.com/)");
    assert!(
        findings[0].starts_with(
            "10:16 error link-host-mixed-script: `аррӏе` in the host is written in Cyrillic letters that look Latin -- "
        ),
        "{findings:?}"
    );
}

#[test]
fn quiet_for_hosts_of_one_language() {
    for url in [
        "https://example.org/",
        "https://bücher.example.org/",
        "https://новости.example.org/",
        "https://россия.рф/",
        "https://осо.рф/",
        "https://日本語とkanji.example.org/",
        "https://example.org/аррӏе",
        "https://xn--bcher-kva.example.org/",
    ] {
        assert_eq!(found(&format!("[it]({url})")), NOTHING, "{url}");
    }
}
