//! The rule `link-already-run`.

use crate::check::{NOTHING, found_in};
use crate::support::{FOOTER, HOUSE_STYLE, TestPublication, good_draft};

/// An issue, of a day, whose lead links to something.
fn issue(number: u32, date: &str, link: &str) -> String {
    let text = good_draft().replace("This week we", &format!("See {link}. This week we"));
    let text = text
        .replace("-crossroads", &format!("-{number}"))
        .replace("# Caspian crossroads", &format!("# Issue {number}"))
        .replace("issue: 197", &format!("issue: {number}"))
        .replace("date: 2019-02-05", &format!("date: {date}"));
    text.replace("says who", &format!("tells {number} why"))
        .replace("matters to", &format!("matters {number} times to"))
}

/// Two issues, a week apart, and what is found in the second.
fn in_second(first: &str, second: &str) -> Vec<String> {
    let publication = TestPublication::new()
        .file("drafts/a.md", issue(196, "2019-01-29", first))
        .file("drafts/b.md", issue(197, "2019-02-05", second));
    found_in(&publication)
}

#[test]
fn fires_at_the_address() {
    let link = "[it](https://example.org/2019/ports)";
    let findings = in_second(link, link);
    assert_eq!(findings.len(), 1, "{findings:?}");
    let column = issue(197, "2019-02-05", link)
        .lines()
        .nth(9)
        .and_then(|line| line.find("https"))
        .map(|at| at + 1);
    assert_eq!(
        findings[0],
        format!(
            "drafts/b.md:10:{} info link-already-run: an earlier issue, `drafts/a.md`, has this link too -- leave it out, or say what is new",
            column.expect("the link is there")
        )
    );
}

#[test]
fn fires_for_other_spellings_of_the_page() {
    for link in [
        "[it](https://www.example.org/2019/ports/)",
        "[it](https://EXAMPLE.org/2019/ports?utm_source=weekly)",
        "<https://example.org/2019/ports#berths>",
    ] {
        let findings = in_second("[it](https://example.org/2019/ports)", link);
        assert_eq!(findings.len(), 1, "{link}: {findings:?}");
    }
}

#[test]
fn fires_as_far_back_as_digest_yaml_says() {
    let config =
        format!("{HOUSE_STYLE}{FOOTER}check: {{ rules: {{ link-already-run: {{ issues: 1 }} }} }}\n");
    let link = "[it](https://example.org/2019/ports)";
    let publication = TestPublication::with_config(&config)
        .file("drafts/a.md", issue(195, "2019-01-22", link))
        .file("drafts/b.md", issue(196, "2019-01-29", "it"))
        .file("drafts/c.md", issue(197, "2019-02-05", link));
    assert_eq!(found_in(&publication), NOTHING);
    let publication = publication.file("drafts/b.md", issue(196, "2019-01-29", link));
    assert_eq!(found_in(&publication).len(), 2);
}

#[test]
fn quiet_for_front_pages_profiles_pictures_and_other_pages() {
    for link in [
        "[it](https://example.org/)",
        "[it](https://example.org/ports)",
        "![it](https://example.org/a/ports.png)",
        "[it](https://example.org/{{ subscriber.name }}/ports)",
    ] {
        let findings = in_second(link, link);
        assert!(
            !findings
                .iter()
                .any(|finding| finding.contains("link-already-run")),
            "{link}: {findings:?}"
        );
    }
    assert_eq!(
        in_second("[it](https://example.org/a/b)", "[it](https://example.org/a/c)"),
        NOTHING
    );
}

#[test]
fn quiet_for_links_that_stand_in_most_issues() {
    let mut publication = TestPublication::new();
    for number in 194..=197 {
        let date = format!("2019-01-{:02}", number - 190);
        let text = issue(number, &date, "[it](https://example.org/2019/ports)");
        publication = publication.file(&format!("drafts/{number}.md"), text);
    }
    assert_eq!(found_in(&publication), NOTHING);
}

#[test]
fn quiet_where_the_item_ran_as_a_whole() {
    let item = "- Two [ferries](https://example.org/2019/ferries) were sold to a yard in Baku in spring, and the crews learned of it late.\n";
    let first = "- The first note on politics tells";
    let with_item = |number: u32, date: &str| {
        let text = issue(number, date, "it");
        let start = text.find(first).expect("the first bullet");
        let end = start + text[start..].find('\n').map_or(0, |end| end + 1);
        format!("{}{item}{}", &text[..start], &text[end..])
    };
    let publication = TestPublication::new()
        .file("drafts/a.md", with_item(196, "2019-01-29"))
        .file("drafts/b.md", with_item(197, "2019-02-05"));
    let findings = found_in(&publication);
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(findings[0].contains("item-already-run"), "{findings:?}");
}
