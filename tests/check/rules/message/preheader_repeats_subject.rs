//! The rule `preheader-repeats-subject`.

use crate::check::{NOTHING, found_there};
use crate::support::{TestPublication, good_draft};

/// What is found of a preheader beside the title "Caspian crossroads".
fn of_preheader(preheader: &str) -> Vec<String> {
    let draft = good_draft().replace(
        "lists: [weekly]\n",
        &format!("lists: [weekly]\npreheader: \"{preheader}\"\n"),
    );
    found_there("preheader-repeats-subject", &TestPublication::new().draft(&draft))
}

#[test]
fn fires_where_both_say_the_same() {
    assert_eq!(
        of_preheader("Caspian Crossroads"),
        [
            "drafts/a.md:7:12 warning preheader-repeats-subject: the preheader says what the subject says -- say what else is in the issue"
        ]
    );
    assert_eq!(
        of_preheader("Caspian crossroads: four ports and their ships").len(),
        1
    );
}

#[test]
fn quiet_where_it_says_something_else() {
    assert_eq!(
        of_preheader("Four ports at the Caspian crossroads, and who pays"),
        NOTHING
    );
}
