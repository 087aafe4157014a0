//! How the following of links is told.

use std::collections::BTreeMap;

use digest_cli::check::online::{Doubt, Verdict};
use digest_cli::report::{link_doubts, link_tally};

fn verdicts(of: &[Verdict]) -> BTreeMap<String, Verdict> {
    let numbered = of.iter().enumerate();
    numbered
        .map(|(number, verdict)| (format!("https://example.org/{number}"), verdict.clone()))
        .collect()
}

fn gone() -> Verdict {
    Verdict::Gone {
        status: 404,
        at: "https://example.org/".to_owned(),
    }
}

#[test]
fn links_are_counted_by_what_became_of_them() {
    let moved = Verdict::Moved {
        to: "https://example.org/".to_owned(),
    };
    let busy = Verdict::Unknown(Doubt::Status(429));
    for (of, line) in [
        (vec![], ""),
        (vec![Verdict::Answers], "1 link followed: 1 answers"),
        (vec![Verdict::Answers, moved], "2 links followed: 2 answer"),
        (
            vec![gone(), busy.clone()],
            "2 links followed: 1 is broken, 1 cannot be told",
        ),
        (
            vec![Verdict::Answers, gone(), gone(), busy.clone(), busy],
            "5 links followed: 1 answers, 2 are broken, 2 cannot be told",
        ),
    ] {
        assert_eq!(link_tally(&verdicts(&of)), line);
    }
}

#[test]
fn a_machine_without_a_network_is_asked_about() {
    let tally = link_tally(&verdicts(&[Verdict::Unknown(Doubt::NoNetwork)]));
    assert_eq!(
        tally,
        "1 link followed: 1 cannot be told; no host's name could be looked up: is there a network?"
    );
}

#[test]
fn each_doubt_has_its_reason() {
    let address = "10.0.0.1".parse().expect("an address");
    let of = verdicts(&[
        Verdict::Answers,
        Verdict::Unknown(Doubt::Status(503)),
        gone(),
        Verdict::Refused { address },
    ]);
    let lines: Vec<String> = link_doubts(&of).collect();
    assert_eq!(
        lines,
        [
            "https://example.org/1: the server answers 503",
            "https://example.org/3: leads to `10.0.0.1`, which is no public address",
        ]
    );
}
