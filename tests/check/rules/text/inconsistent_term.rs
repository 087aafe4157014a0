//! The rule `inconsistent-term`.

use digest_cli::foundation::Fix;

use crate::check::{NOTHING, found_in};
use crate::support::{FOOTER, HOUSE_STYLE, TestPublication, good_draft};

/// A publication that writes some words in one way, whose lead says something more.
fn publication(more: &str) -> TestPublication {
    let terms =
        "{ email: [e-mail, eMail], Kyiv: [Kiev], web site: [site], Kazakhstan: [Kazakstan, Khazakhstan] }";
    let config = format!("{HOUSE_STYLE}{FOOTER}check: {{ terms: {terms} }}\n");
    let text = good_draft().replace("This week we", &format!("{more} This week we"));
    TestPublication::with_config(&config).draft(&text)
}

#[test]
fn fires_at_each_word_with_its_capitals() {
    for (text, written, right) in [
        ("Send e-mail.", "e-mail", "email"),
        ("E-mail us.", "E-mail", "Email"),
        ("SEND E-MAIL.", "E-MAIL", "EMAIL"),
        ("Use eMail.", "eMail", "email"),
        ("Kiev-born ships.", "Kiev", "Kyiv"),
        ("See our site.", "site", "web site"),
        ("Kiev’s port.", "Kiev", "Kyiv"),
    ] {
        let findings = found_in(&publication(text));
        assert_eq!(findings.len(), 1, "{text}: {findings:?}");
        let message = format!(
            " warning inconsistent-term: `{written}` is written `{right}` here -- write `{right}`; the house's words stand in \
             digest.yaml, `check.terms`"
        );
        assert!(findings[0].ends_with(&message), "{text}: {findings:?}");
    }
}

#[test]
fn fires_with_a_fix_where_the_word_stands_as_written() {
    let findings = publication("E-mail the **Ki**ev office.").check().diagnostics;
    let fixes: Vec<Option<Fix>> = findings.iter().map(|found| found.fix.clone()).collect();
    let span = findings[0].location.span;
    assert_eq!(
        fixes,
        [Some(Fix::replacing(span, "Email", "write `Email`")), None],
        "{findings:?}"
    );
    assert_eq!(span.of(findings[0].location.source.text()), "E-mail");
}

#[test]
fn quiet_for_other_words() {
    for text in [
        "Send email from Kyiv.",
        "See our web site.",
        "The e-mails and sites, campsite and on-site.",
        "Write to [us](https://example.org/Kiev/e-mail) or `e-mail`.",
        "The kiev is a dish.",
        "See example.site and site.example.org.",
    ] {
        assert_eq!(found_in(&publication(text)), NOTHING, "{text}");
    }
}
