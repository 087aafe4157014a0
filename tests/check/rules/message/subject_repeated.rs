//! The rule `subject-repeated`.

use crate::check::{NOTHING, found_in};
use crate::support::{TestPublication, good_draft};

/// An issue of a day with a subject, else with its title alone.
fn issue(number: u32, date: &str, subject: Option<&str>) -> String {
    let subject = subject.map_or_else(String::new, |subject| format!("subject: {subject}\n"));
    good_draft()
        .replace("-crossroads", &format!("-{number}"))
        .replace("issue: 197\n", &format!("issue: {number}\n{subject}"))
        .replace("date: 2019-02-05", &format!("date: {date}"))
        .replace(
            "says who did what",
            &format!("tells {number} why {number} did it"),
        )
}

#[test]
fn fires_at_the_subject_or_the_title() {
    let publication = TestPublication::new()
        .file(
            "drafts/a.md",
            issue(195, "2019-01-22", Some("Who pays for ports")),
        )
        .file("drafts/b.md", issue(196, "2019-01-29", None))
        .file(
            "drafts/c.md",
            issue(197, "2019-02-05", Some("Who pays for ports?")),
        )
        .file("drafts/d.md", issue(198, "2019-02-12", None));
    let hint = "say what is in this issue";
    assert_eq!(
        found_in(&publication),
        [
            format!(
                "drafts/c.md:4:10 warning subject-repeated: an earlier issue, `drafts/a.md`, has the same subject -- {hint}"
            ),
            format!(
                "drafts/d.md:8:3 warning subject-repeated: an earlier issue, `drafts/b.md`, has the same subject -- {hint}"
            ),
        ]
    );
}

#[test]
fn quiet_for_other_subjects_the_same_day_and_a_habit() {
    let publication = TestPublication::new()
        .file("drafts/a.md", issue(196, "2019-02-05", None))
        .file("drafts/b.md", issue(197, "2019-02-05", None))
        .file(
            "drafts/c.md",
            issue(198, "2019-02-12", Some("Who pays for ports")),
        );
    assert_eq!(found_in(&publication), NOTHING);
    let mut publication = TestPublication::new();
    for number in 194..=197 {
        let date = format!("2019-01-{:02}", number - 190);
        publication = publication.file(&format!("drafts/{number}.md"), issue(number, &date, None));
    }
    assert_eq!(found_in(&publication), NOTHING);
}
