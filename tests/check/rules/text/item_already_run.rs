//! The rule `item-already-run`.

use crate::check::{NOTHING, found_in};
use crate::support::{TestPublication, good_draft};

const FIRST: &str = "- The first note on politics says who did what, and why it matters to readers.\n";
const OLD: &str =
    "- Two ferries were sold to a yard in Baku in spring, and the crews learned of it from the papers.\n";

/// Another issue, of a day, whose bullets are of its own.
fn issue(number: u32, date: &str, first: &str) -> String {
    let text = good_draft().replace(FIRST, first);
    text.replace("-crossroads", &format!("-{number}"))
        .replace("# Caspian crossroads", &format!("# Issue {number}"))
        .replace("issue: 197", &format!("issue: {number}"))
        .replace("date: 2019-02-05", &format!("date: {date}"))
        .replace(
            "matters to readers",
            &format!("matters in week {number}{number} to them"),
        )
        .replace("says who", &format!("tells {number} why"))
}

#[test]
fn fires_and_names_the_last_issue_that_had_it() {
    let publication = TestPublication::new()
        .file("drafts/a.md", issue(195, "2019-01-22", OLD))
        .file("drafts/b.md", issue(196, "2019-01-29", OLD))
        .file("drafts/c.md", issue(197, "2019-02-05", OLD));
    let hint = "take it out, or say what is new since";
    assert_eq!(
        found_in(&publication),
        [
            format!(
                "drafts/b.md:14:3 info item-already-run: this item was in an earlier issue, `drafts/a.md` -- {hint}"
            ),
            format!(
                "drafts/c.md:14:3 info item-already-run: this item was in an earlier issue, `drafts/b.md` -- {hint}"
            ),
        ]
    );
}

#[test]
fn fires_for_nearly_the_same() {
    let old = "- Two ferries were sold to a yard in Baku in spring, and the crews learned of it from the papers; the line that owned \
               them said that it would";
    let publication = TestPublication::new()
        .file("drafts/a.md", issue(196, "2019-01-29", &format!("{old} pay.\n")))
        .file("drafts/b.md", issue(197, "2019-02-05", &format!("{old} wait.\n")));
    let findings = found_in(&publication);
    let of_rule: Vec<_> = findings
        .iter()
        .filter(|finding| finding.contains("item-already-run"))
        .collect();
    assert_eq!(of_rule.len(), 1, "{findings:?}");
    assert!(
        of_rule[0].contains("nearly the same item was in an earlier issue, `drafts/a.md`"),
        "{findings:?}"
    );
}

#[test]
fn quiet_for_standing_texts_and_for_copies_of_the_same_day() {
    let mut publication = TestPublication::new();
    for number in 194..=197 {
        let date = format!("2019-01-{:02}", number - 190);
        publication = publication.file(&format!("drafts/{number}.md"), issue(number, &date, OLD));
    }
    assert_eq!(found_in(&publication), NOTHING);
    let publication = TestPublication::new()
        .file("drafts/a.md", issue(196, "2019-02-05", OLD))
        .file("drafts/b.md", issue(197, "2019-02-05", OLD));
    assert_eq!(found_in(&publication), NOTHING);
}
