//! How often each rule found something.

use digest_cli::foundation::Severity;
use digest_cli::report::statistics;

use super::finding_at;

#[test]
fn the_rule_with_the_most_findings_comes_first() {
    let mut rare = finding_at("TK", "TK");
    rare.rule = "another-rule";
    let mut warning = finding_at("TK", "TK");
    warning.severity = Severity::Warning;
    assert_eq!(
        statistics(&[rare, finding_at("TK", "TK"), warning]),
        "\
rule          errors  warnings  notes
some-rule          1         1      0
another-rule       1         0      0
total              2         1      0
"
    );
}

#[test]
fn of_no_findings_there_is_no_table() {
    assert_eq!(statistics(&[]), "");
}
