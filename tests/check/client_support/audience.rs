//! With what the readers read.

use digest_cli::check::client_support::{Audience, unsupported};

fn families(names: &[&str], html: &str) -> Vec<String> {
    let audience = Audience::of(names.iter().copied()).expect("the names are known");
    let found = unsupported(html, &audience);
    found
        .iter()
        .flat_map(|found| found.families.iter().map(ToString::to_string))
        .collect()
}

const GRID: &str = r#"<div style="grid-template-columns: 1fr 1fr">Words</div>"#;

#[test]
fn only_the_families_that_are_named_are_asked() {
    assert_eq!(families(&["gmail"], GRID), ["Gmail (4 of 4)"]);
    assert_eq!(families(&["apple-mail"], GRID), [""; 0]);
    assert_eq!(
        families(&["outlook", "gmail"], GRID),
        ["Outlook (5 of 5)", "Gmail (4 of 4)"]
    );
}

#[test]
fn a_family_named_twice_counts_once() {
    assert_eq!(families(&["gmail", "gmail"], GRID), ["Gmail (4 of 4)"]);
}

#[test]
fn all_stands_for_every_family() {
    let every: Vec<&str> = Audience::family_names().collect();
    assert_eq!(Audience::of(["all"]), Audience::of(every.iter().copied()));
    for name in [
        "gmail",
        "outlook",
        "apple-mail",
        "yahoo",
        "thunderbird",
        "samsung-email",
        "protonmail",
        "hey",
        "gmx",
    ] {
        assert!(every.contains(&name), "{name}: {every:?}");
    }
}

#[test]
fn a_name_that_no_family_has_is_told_with_the_nearest() {
    let unknown = Audience::of(["gmail", "outlok"]).expect_err("no such family");
    assert_eq!(unknown.to_string(), "`outlok` is no family of mail clients");
    assert_eq!(unknown.hint, "did you mean `outlook`?");
    let unknown = Audience::of(["pigeon-post"]).expect_err("no such family");
    assert!(
        unknown.hint.starts_with("there are aol, apple-mail, "),
        "{}",
        unknown.hint
    );
    assert!(unknown.hint.ends_with(", yahoo, all"), "{}", unknown.hint);
}

#[test]
fn the_usual_audience_is_the_four_great_ones() {
    let four = Audience::of(["gmail", "outlook", "apple-mail", "yahoo"]);
    assert_eq!(four, Ok(Audience::default()));
}
