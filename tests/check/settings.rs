//! What digest.yaml says of the rules.

use digest_cli::foundation::Severity;

use crate::check::{NOTHING, found_in};
use crate::support::{FOOTER, HOUSE_STYLE, TestPublication, good_draft};

/// A publication with these settings and a draft with a bullet of three words.
fn with(settings: &str) -> TestPublication {
    let draft = good_draft().replacen(
        "The first note on politics says who did what, and why it matters to readers",
        "Three words here",
        1,
    );
    TestPublication::with_config(&format!("{HOUSE_STYLE}{FOOTER}check: {settings}\n")).draft(&draft)
}

#[test]
fn a_rule_can_be_switched_off() {
    assert_eq!(found_in(&with("{ rules: { bullet-length: off } }")), NOTHING);
}

#[test]
fn a_rule_can_matter_more_or_less() {
    for (setting, severity) in [("error", Severity::Error), ("info", Severity::Info)] {
        let findings = with(&format!("{{ rules: {{ bullet-length: {setting} }} }}")).check();
        assert_eq!(findings.count(severity), 1, "{findings:?}");
        assert_eq!(findings.diagnostics.len(), 1);
    }
}

#[test]
fn a_setting_for_a_rule_that_is_not_there_is_a_finding_at_its_name() {
    let findings = found_in(&with("{ rules: { bullet-lenght: off } }"));
    assert_eq!(findings.len(), 2, "{findings:?}");
    assert_eq!(
        findings[0],
        "digest.yaml:18:19 error configuration: `bullet-lenght` is the name of no rule -- did you mean `bullet-length`?"
    );
}

#[test]
fn findings_fail_from_a_severity_on() {
    let findings = with("{}").check();
    assert!(findings.fails(Severity::Info) && findings.fails(Severity::Warning));
    assert!(!findings.fails(Severity::Error));
}

#[test]
fn a_family_of_clients_that_nobody_knows_is_a_finding_at_its_name() {
    let findings = found_in(&with(
        "{ rules: { bullet-length: off }, audience: [gmail, outlok] }",
    ));
    assert_eq!(
        findings,
        [
            "digest.yaml:18:59 error configuration: `outlok` is no family of mail clients -- did you mean `outlook`?"
        ]
    );
    let findings = found_in(&with(
        "{ rules: { bullet-length: off }, audience: [gmail, outlook, all] }",
    ));
    assert_eq!(findings, NOTHING);
}
