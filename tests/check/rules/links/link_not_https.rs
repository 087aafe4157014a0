//! The rule `link-not-https`.

use crate::check::{NOTHING, found};
use crate::support::good_draft;

/// What is found where the lead says something more.
fn with_lead(more: &str) -> Vec<String> {
    found(&good_draft().replace("This week we", &format!("{more} This week we")))
}

#[test]
fn fires_at_the_scheme() {
    let text = good_draft().replace(
        "This week we",
        "See [it](http://news.example.org/a). This week we",
    );
    let column = text
        .lines()
        .nth(9)
        .and_then(|line| line.find("http://"))
        .map(|at| at + 1);
    assert_eq!(
        found(&text),
        [format!(
            "10:{} warning link-not-https: the link to `news.example.org` is not encrypted -- write `https://`, and open the page once to see \
             that it is there",
            column.expect("the link is there")
        )]
    );
}

#[test]
fn fires_once_at_each_link_however_it_is_written() {
    for link in [
        "[it](HTTP://example.org)",
        "http://example.org/a",
        "<http://example.org/b>",
        "[it][1]\n\n[1]: http://example.org\n\n",
    ] {
        let findings = with_lead(link);
        let of_rule = findings
            .iter()
            .filter(|finding| finding.contains("link-not-https"));
        assert_eq!(of_rule.count(), 1, "{link}: {findings:?}");
    }
}

#[test]
fn quiet_for_encrypted_links_mail_and_code() {
    for link in [
        "[it](https://example.org)",
        "[mail](mailto:a@example.org)",
        "`http://example.org`",
    ] {
        assert_eq!(with_lead(link), NOTHING, "{link}");
    }
}

#[test]
fn fires_once_for_a_host_and_says_how_many_more_there_are() {
    let links = "[a](http://a.example.org/1) [b](http://b.example.org/1) [c](http://A.example.org/2) [d](http://b.example.org/2) \
                 [e](http://b.example.org/3)";
    let findings = with_lead(links);
    let of_rule: Vec<&String> = findings
        .iter()
        .filter(|finding| finding.contains("link-not-https"))
        .collect();
    assert_eq!(of_rule.len(), 2, "{findings:?}");
    assert!(
        of_rule[0].contains("`a.example.org` is not encrypted, nor is another one to it further below -- ")
    );
    assert!(of_rule[1].contains("`b.example.org` is not encrypted, nor are 2 more to it further below -- "));
}
