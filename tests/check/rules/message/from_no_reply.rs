//! The rule `from-no-reply`.

use crate::check::{NOTHING, found_there, with_config_of};

/// What is found of a From address, with further lines of digest.yaml.
fn of_address(local: &str, more: &str) -> Vec<String> {
    let from = "from: { name: Our Weekly, email: weekly@example.org }";
    let publication = with_config_of(
        from,
        &format!("from: {{ name: Our Weekly, email: {local}@example.org }}{more}"),
    );
    found_there("from-no-reply", &publication)
}

#[test]
fn fires_where_answers_reach_nobody() {
    assert_eq!(
        of_address("no-reply", ""),
        [
            "digest.yaml:3:34 warning from-no-reply: answers go to `no-reply@example.org`, where nobody reads them -- \
          write an address into `reply_to` that somebody reads"
        ]
    );
    for local in [
        "noreply",
        "NoReply",
        "do_not_reply",
        "donotreply",
        "weekly-noreply",
        "no.reply+weekly",
    ] {
        assert_eq!(of_address(local, "").len(), 1, "{local}");
    }
    let findings = of_address("weekly", "\nreply_to: noreply@example.org");
    assert!(
        findings[0].starts_with("digest.yaml:4:11 warning"),
        "{findings:?}"
    );
}

#[test]
fn quiet_where_somebody_reads() {
    for local in ["weekly", "reply", "casino-replay", "piano.reply"] {
        assert_eq!(of_address(local, ""), NOTHING, "{local}");
    }
    assert_eq!(of_address("noreply", "\nreply_to: editors@example.org"), NOTHING);
}
