//! `digest rules` and `digest explain`

use digest_cli::check::RULES;
use digest_cli::foundation::ExitStatus;

use crate::support::Program;

#[test]
fn every_rule_is_listed_once() {
    let table = Program::in_empty_folder().run(["rules"]).success().stdout;
    let json = Program::in_empty_folder()
        .run(["rules", "--format", "json"])
        .success()
        .stdout;
    let document: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
    assert_eq!(document["version"], 1);
    assert_eq!(document["rules"].as_array().map(Vec::len), Some(RULES.len()));
    let first = &document["rules"][0];
    assert_eq!(
        (&first["name"], &first["needs"]),
        (&"acronym-unexplained".into(), &"files".into())
    );
    let clipped = document["rules"].as_array().into_iter().flatten();
    let clipped = clipped.filter(|rule| rule["name"] == "html-clipped");
    let clipped: Vec<_> = clipped
        .map(|rule| (rule["needs"].clone(), rule["thresholds"][1]["usual"].clone()))
        .collect();
    assert_eq!(clipped, [("message".into(), 102_400.into())]);
    for rule in RULES {
        let lines = table
            .lines()
            .filter(|line| line.split_whitespace().next() == Some(rule.name));
        assert_eq!(lines.count(), 1, "{}", rule.name);
    }
}

#[test]
fn a_rule_is_explained() {
    let ran = Program::in_empty_folder()
        .run(["explain", "bullet-length"])
        .success();
    assert!(ran.stdout.starts_with("# bullet-length\n"), "{}", ran.stdout);
    assert!(ran.stdout.contains("Why it matters"), "{}", ran.stdout);
}

#[test]
fn a_misspelt_rule_is_guessed() {
    let ran = Program::in_empty_folder()
        .run(["explain", "bulet-lenght"])
        .expect(ExitStatus::CannotStart);
    assert_eq!(
        ran.stderr,
        "error: there is no rule `bulet-lenght`\nhint: did you mean `bullet-length`?\n"
    );
}
