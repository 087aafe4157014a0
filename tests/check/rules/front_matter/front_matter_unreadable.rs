//! The rule `front-matter-unreadable`.

use crate::check::{NOTHING, found};
use crate::support::good_draft;

#[test]
fn fires_once_where_it_is_no_yaml() {
    let findings = found(&good_draft().replace("author: aserik", "subject: Gas: who pays"));
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(
        findings[0].contains("error front-matter-unreadable: the front matter is not YAML: "),
        "{findings:?}"
    );
}

#[test]
fn fires_once_where_it_never_ends() {
    let findings = found(&good_draft().replace("lists: [weekly]\n---\n", "lists: [weekly]\n\n"));
    assert_eq!(
        findings,
        [
            "1:1 error front-matter-unreadable: the front matter that begins here never ends -- \
          end it with a line that holds `---` and nothing else"
        ]
    );
}

#[test]
fn quiet_for_a_quoted_colon() {
    let draft = good_draft().replace(
        "lists: [weekly]\n",
        "lists: [weekly]\nsubject: \"Gas: who pays\"\n",
    );
    assert_eq!(found(&draft), NOTHING);
}
