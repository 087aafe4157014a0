//! The rule `from-name-misleading`.

use crate::check::{NOTHING, found_there, with_config_of};

/// What is found of a sender's name.
fn of_name(name: &str) -> Vec<String> {
    let publication = with_config_of(
        "from: { name: Our Weekly,",
        &format!("from: {{ name: \"{name}\","),
    );
    found_there("from-name-misleading", &publication)
}

#[test]
fn fires_at_an_address() {
    assert_eq!(
        of_name("weekly@example.org"),
        [
            "digest.yaml:3:15 warning from-name-misleading: the sender's name holds its address, `weekly@example.org` -- \
          write the name that readers know you by, without an address"
        ]
    );
    let of_others = of_name("Our Weekly (support@bank.example)");
    assert!(
        of_others[0].contains("holds the address `support@bank.example`, which the mail is not from"),
        "{of_others:?}"
    );
}

#[test]
fn fires_at_what_is_no_part_of_a_name() {
    for (name, said) in [
        (
            "Our Weekly ✅",
            "warning from-name-misleading: the sender's name holds `✅`",
        ),
        (
            "Re: Our Weekly",
            "warning from-name-misleading: the sender's name begins with `Re:`",
        ),
        (
            "Our Weekly (2)",
            "warning from-name-misleading: the sender's name ends in `(2)`",
        ),
        (
            "Weekly for {{ subscriber.name }}",
            "error from-name-misleading: the sender's name holds `{{`",
        ),
        (
            "Paypal.com Weekly",
            "info from-name-misleading: the sender's name holds the domain `Paypal.com`",
        ),
    ] {
        let findings = of_name(name);
        assert_eq!(findings.len(), 1, "{name}: {findings:?}");
        assert!(findings[0].contains(said), "{findings:?}");
    }
}

#[test]
fn quiet_for_names() {
    for name in [
        "Our Weekly",
        "Example.org Weekly",
        "This Week in ASP.NET",
        "Node.js Weekly",
        "The U.S. Review (1999)",
        "St. Mary's e.V.",
        "Наш еженедельник",
        "Our Weekly 🌍",
    ] {
        assert_eq!(of_name(name), NOTHING, "{name}");
    }
}
