//! `digest schema`: what it prints is what the program reads.

use std::collections::BTreeSet;
use std::fs;
use std::sync::Arc;

use digest_cli::check::RULES;
use digest_cli::foundation::{Diagnostic, Source};
use digest_cli::issue::Draft;
use digest_cli::publication::Config;
use serde_json::{Value, json};

use crate::issue::SAMPLE;
use crate::publication::given::FULL;
use crate::support::{ANY, ITEM, Program, Schema, Steps, document, schema_path};

/// A key that is like no other: the program answers it with those that it knows.
const UNKNOWN: &str = "zzzzzz";
/// Each rule's line in docs/schema/config.json holds this, and no other line does.
const SETTING: &str = r##""$ref": "#/$defs/setting""##;

fn findings_of_config(text: &str) -> Vec<Diagnostic> {
    Config::read(&Arc::new(Source::new("digest.yaml", text)))
        .err()
        .unwrap_or_default()
}

fn findings_of_draft(text: &str) -> Vec<Diagnostic> {
    let text = format!("---\n{text}\n---\n# Title\n");
    Draft::parse(Arc::new(Source::new("a.md", text))).front.faults
}

/// The keys that the program knows at a place, by its own word.
fn known_keys(place: &Steps, read: fn(&str) -> Vec<Diagnostic>) -> Option<BTreeSet<String>> {
    let text = format!("{:#}", document(place, json!({ UNKNOWN: 1 })));
    let complaint = format!("there is no key `{UNKNOWN}`");
    let finding = read(&text)
        .into_iter()
        .find(|finding| finding.message.starts_with(&complaint))?;
    let hint = finding.hint.expect("it says which keys there are");
    let keys = hint
        .strip_prefix("known keys are `")
        .and_then(|keys| keys.strip_suffix('`'));
    let keys = keys.unwrap_or_else(|| panic!("not the known keys: {hint}"));
    Some(keys.split("`, `").map(str::to_owned).collect())
}

fn assert_same_keys(name: &str, read: fn(&str) -> Vec<Diagnostic>) {
    for (steps, place) in Schema::read(name).places() {
        // Names of rules and of their thresholds are no keys of the reader's; a test below holds them to the rules there are.
        if !steps.starts_with(&["check", "rules"].map(str::to_owned)) {
            assert_eq!(
                place.keys,
                known_keys(&steps, read),
                "{name}.json at `{}` (left), and the program (right)",
                steps.join(".")
            );
        }
    }
}

#[test]
fn each_schema_is_printed_as_it_is_committed() {
    let program = Program::in_empty_folder();
    for (arguments, name, title) in [
        (vec!["schema"], "config", "digest.yaml"),
        (vec!["schema", "config"], "config", "digest.yaml"),
        (
            vec!["schema", "draft"],
            "front-matter",
            "The front matter of a draft",
        ),
        (
            vec!["schema", "check"],
            "check",
            "What `digest check --format json` prints",
        ),
        (
            vec!["schema", "doctor"],
            "doctor",
            "What `digest doctor --format json` prints",
        ),
        (
            vec!["schema", "send-log"],
            "send-log",
            "A line that `digest send --log` writes",
        ),
    ] {
        let printed = program.run(arguments).success().stdout;
        assert_eq!(
            printed,
            fs::read_to_string(schema_path(name)).expect("it is committed")
        );
        let schema: Value = serde_json::from_str(&printed).expect("it is JSON");
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        assert_eq!(schema["title"], title);
    }
}

#[test]
fn the_schema_of_the_configuration_knows_the_keys_that_the_program_knows() {
    assert_same_keys("config", findings_of_config);
}

#[test]
fn the_schema_of_front_matter_knows_the_keys_that_the_program_knows() {
    assert_same_keys("front-matter", findings_of_draft);
}

#[test]
fn no_key_is_missing_in_the_samples_that_are_held_against_the_schemas() {
    let front_matter = SAMPLE.split("---\n").nth(1).expect("front matter");
    for (name, sample) in [("config", FULL), ("front-matter", front_matter)] {
        let sample: Value = serde_yaml::from_str(sample).expect("it is YAML");
        let rules = ["check", "rules"].map(str::to_owned);
        for steps in Schema::read(name).places().into_keys() {
            let known = steps.starts_with(&rules) || is_written(&sample, &steps);
            assert!(known, "the sample for {name}.json lacks `{}`", steps.join("."));
        }
    }
}

#[test]
fn every_key_tells_an_editor_what_it_means() {
    for name in ["config", "front-matter"] {
        for (steps, place) in Schema::read(name).places() {
            if steps.last().is_some_and(|step| step != ANY) {
                assert!(place.description.len() > 8, "{name}.json: {}", steps.join("."));
            }
        }
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test may be told to write the schema")]
fn the_schema_of_the_configuration_knows_every_rule() {
    let path = schema_path("config");
    let written = fs::read_to_string(&path).expect("it is committed");
    let current = with_rules(&written);
    if std::env::var_os("BLESS").is_some() {
        digest_cli::foundation::replace(&path, current.as_bytes()).expect("it can be written");
    }
    assert!(
        fs::read_to_string(&path).is_ok_and(|written| written == current),
        "docs/schema/config.json lacks a rule, or has one too many: run `just bless`"
    );
    let rules = Schema::read("config").definition("rules").clone();
    let names: Vec<&str> = rules["properties"]
        .as_object()
        .map(|properties| properties.keys().map(String::as_str).collect())
        .unwrap_or_default();
    assert_eq!(names, RULES.iter().map(|rule| rule.name).collect::<Vec<_>>());
}

/// Whether a document holds something at a place, in any item of a list and under any name.
fn is_written(node: &Value, steps: &[String]) -> bool {
    match (node, steps) {
        (_, []) => true,
        (Value::Array(items), [step, rest @ ..]) if step == ITEM => {
            items.iter().any(|item| is_written(item, rest))
        }
        (Value::Array(items), _) => items.iter().any(|item| is_written(item, steps)),
        (Value::Object(entries), [step, rest @ ..]) if step == ANY => {
            entries.values().any(|value| is_written(value, rest))
        }
        (_, [step, rest @ ..]) => node.get(step).is_some_and(|value| is_written(value, rest)),
    }
}

/// The schema with a line for each rule there is in place of those that stand there.
fn with_rules(schema: &str) -> String {
    let is_rule = |line: &str| line.contains(SETTING) && line.contains("description");
    let lines: Vec<&str> = schema.lines().collect();
    let first = lines
        .iter()
        .position(|line| is_rule(line))
        .expect("rules are listed");
    let last = lines.iter().rposition(|line| is_rule(line)).unwrap_or(first);
    let rules: Vec<String> = RULES
        .iter()
        .map(|rule| {
            let summary = Value::from(rule.summary());
            format!(
                "        \"{}\": {{ {SETTING}, \"description\": {summary} }}",
                rule.name
            )
        })
        .collect();
    format!(
        "{}\n{}\n{}\n",
        lines[..first].join("\n"),
        rules.join(",\n"),
        lines[last + 1..].join("\n")
    )
}
