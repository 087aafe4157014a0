//! The schemas of what people write, held to the program by a validator that is not ours: what the program takes they take, and what it refuses
//! they refuse as far as a schema can tell.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use digest_cli::foundation::Source;
use digest_cli::issue::Draft;
use digest_cli::publication::Config;
use serde_json::{Value, json};

use super::schemas::python;
use crate::issue::SAMPLE;
use crate::publication::given::{FULL, LEAST};
use crate::support::{HOUSE_STYLE, Program, SAMPLE_ISSUE, good_draft, schema_path};

/// Values of every kind that some key wants, and slips of the hand beside them.
const VALUES: &str = r#"[
    null, true, false, 0, 1, 7, -1, 101, 2.5, [], {}, [null], ["7"], [[]], [{}], { "a": "b" }, { "name": "A" }, ["a", { "name": "A" }],
    "", " ", " a", "a ", "a b", "two\nlines", "a\tb", "nul\u0000", "para\u2029graph", "таңба", "true", "yes", "True",
    "7", "007", "0", "5..9", " 5 .. 9 ", "3..", "..9", "..", "5...9", "5-9", "seven", "-7", "4294967295", "100", "101", "9..3",
    "10/s", "600 / m", "20000/h", "unlimited", "0/s", "10/d", "10", "/s",
    "30s", "10m", "12 h", "14d", "0d", "d", "1.5h", "1w", "14 days", "9999d",
    "2019-02-05", "2019-2-5", "05.02.2019", "2019-13-01", "2019-02-30", "2019-02-32",
    "en", "EN-us", "kk-cyrl-kz", "english", "en_GB", "e", "en-", "en-x-verylongtag", "zh-hant-a-bbbbbbbb-cccccccc-dddddddd",
    "weekly", "weekly_2-A", "a/b", "a.csv", "../x", ".a", "a.b", "a..b", "a b.c", "weekly.example.org", "caf\u00e9.example.org",
    "ann@example.org", " ann@example.org ", "ann.o'b+x@почта.example", "ann@example", "ann@@example.org", "a..b@example.org", ".a@example.org",
    "Ann <ann@example.org>", "\"ann\"@example.org", "ann@exa mple.org", "ann@example.org\r\nBcc: b@example.org", "ann@.org", "ann@example.org.",
    "https://example.org", "https://example.org/a?b#c", "http://example.org:8080/a", "HTTPS://[::1]/", "https://әлем.example/қ", "https://news.example.org/u/",
    "http://127.0.0.1:8025/u", "http://LOCALHOST/u", "http://[::1]:8025/u", "https://example.org/u?t=", "https://example.org/a@b", "https://ann@example.org/",
    "https://a b.org", "https://example.org/\"x", "https://", "ftp://example.org", "javascript:alert(1)", "//example.org", "example.org",
    "smtps://smtp.example.org", "smtps://ann@smtp.example.org:4650", "smtp://ann@example.org@smtp.example.org/", "smtp://ann%40example.org@[2001:db8::25]:2525",
    "smtp://relay_1:2525", "smtps://ann:pw@smtp.example.org", "smtps://@smtp.example.org", "smtps://ann%4@smtp.example.org", "smtps://", "smtps://a/b",
    "smtps://smtp.example.org:port", "smtps://smtp.example.org:99999", "SMTPS://smtp.example.org",
    "[192.0.2.1]", "[IPv6:2001:db8::1]", "mail.example.org", "mail example",
    ".digest/ledger.db", "postgres://ledger.example.org/digest",
    "required", "optional", "none", "bullets", "prose", "any", "off", "on", "info", "warning", "error", "never", "draft", "ready", "reddy"
]"#;

const SCRIPT: &str = "import json, jsonschema, sys\n\
    schema = json.load(open(sys.argv[1]))\n\
    jsonschema.Draft202012Validator.check_schema(schema)\n\
    validator = jsonschema.Draft202012Validator(schema)\n\
    json.dump([validator.is_valid(document) for document in json.load(sys.stdin)], sys.stdout)";

/// Which documents a schema takes.
fn taken_by_schema(name: &str, documents: &[Value]) -> Vec<bool> {
    let path = schema_path(name);
    let path = path.to_str().expect("a path in Unicode");
    let answer = python(SCRIPT, &[path], &Value::from(documents).to_string());
    serde_json::from_str(&answer).expect("a list of answers")
}

fn config_is_taken(document: &Value) -> bool {
    Config::read(&Arc::new(Source::new("digest.yaml", format!("{document:#}")))).is_ok()
}

fn draft_is_taken(document: &Value) -> bool {
    let text = format!("---\n{document:#}\n---\n# Title\n");
    Draft::parse(Arc::new(Source::new("a.md", text)))
        .front
        .faults
        .is_empty()
}

fn yaml(text: &str) -> Value {
    serde_yaml::from_str(text).expect("it is YAML")
}

/// A pointer to every value in a document, the document itself left out.
fn pointers(node: &Value, here: &str) -> Vec<String> {
    let inner: Vec<(String, &Value)> = match node {
        Value::Object(entries) => entries.iter().map(|(key, value)| (key.clone(), value)).collect(),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .map(|(at, value)| (at.to_string(), value))
            .collect(),
        _ => Vec::new(),
    };
    let below = inner.into_iter().flat_map(|(step, value)| {
        let pointer = format!("{here}/{step}");
        let mut found = pointers(value, &pointer);
        found.push(pointer);
        found
    });
    below.collect()
}

/// A document in which one value was put.
struct Variant {
    place: String,
    value: String,
    document: Value,
}

/// The values of a sample, each in turn replaced by each of [`VALUES`], in documents that hold nothing else but what must be there.
fn variants(sample: &Value, always: &[&str]) -> Vec<Variant> {
    let values: Vec<Value> = serde_json::from_str(VALUES).expect("it is JSON");
    let mut variants = Vec::new();
    for pointer in pointers(sample, "") {
        let top = pointer.split('/').nth(1).unwrap_or_default();
        let mut document = sample.clone();
        if let Some(entries) = document.as_object_mut() {
            entries.retain(|key, _| key == top || always.contains(&key.as_str()));
        }
        for value in &values {
            let place = document.pointer_mut(&pointer).expect("it stands in the sample");
            *place = value.clone();
            variants.push(Variant {
                place: pointer.clone(),
                value: value.to_string(),
                document: document.clone(),
            });
        }
    }
    variants
}

/// Where schema and program differ.
#[derive(Debug, Default, PartialEq, Eq)]
struct Differences {
    /// The values that only the schema takes, wherever they stand.
    looser: BTreeSet<String>,
    /// The places at which only the program takes a value, and that value.
    stricter: Vec<String>,
}

impl Differences {
    fn of(name: &str, variants: &[Variant], taken: fn(&Value) -> bool) -> Self {
        let documents: Vec<Value> = variants.iter().map(|variant| variant.document.clone()).collect();
        let mut differences = Self::default();
        for (variant, by_schema) in variants.iter().zip(taken_by_schema(name, &documents)) {
            match (by_schema, taken(&variant.document)) {
                (true, false) => {
                    differences.looser.insert(variant.value.clone());
                }
                (false, true) => differences
                    .stricter
                    .push(format!("{} {}", variant.place, variant.value)),
                _ => {}
            }
        }
        differences
    }

    fn assert(self, looser: &[&str], stricter: &[&str]) {
        let expected = Self {
            looser: looser.iter().copied().map(str::to_owned).collect(),
            stricter: stricter.iter().copied().map(str::to_owned).collect(),
        };
        assert_eq!(self, expected);
    }
}

/// A digest.yaml with every key. The names of its rules are such as there are.
fn full_config() -> Value {
    yaml(&FULL.replace("link-text-generic", "lead-missing"))
}

/// The front matter of a draft.
fn front_matter(draft: &str) -> Value {
    yaml(draft.split("---\n").nth(1).expect("a draft has front matter"))
}

#[test]
fn publications_and_drafts_that_are_right_are_valid() {
    let made = Program::in_empty_folder();
    made.run(["init"]).success();
    let own = |path: &str| {
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("it can be read")
    };
    let configs = [&own("digest.yaml"), &made.text("digest.yaml"), HOUSE_STYLE, LEAST].map(yaml);
    assert_eq!(taken_by_schema("config", &configs), [true; 4]);
    assert_eq!(taken_by_schema("config", &[full_config()]), [true]);
    let made = made.text("drafts/2019-02-05-welcome.md");
    let drafts = [&own(SAMPLE_ISSUE), &made, &good_draft(), SAMPLE].map(front_matter);
    assert_eq!(taken_by_schema("front-matter", &drafts), [true; 4]);
}

#[test]
fn every_value_in_digest_yaml_is_judged_as_the_program_judges_it() {
    let variants = variants(&full_config(), &["id", "title", "from"]);
    Differences::of("config", &variants, config_is_taken).assert(
        // No pattern can compare numbers.
        &[r#""9..3""#, r#""9999d""#, r#""smtps://smtp.example.org:99999""#],
        // Nobody means these, and editors would offer them.
        &[
            "/id 2.5",
            r#"/structure/sections/1/optional "true""#,
            "/relay/helo true",
            "/relay/helo false",
            "/relay/helo -1",
            "/dkim/0/selector 2.5",
            "/dkim/1/selector 2.5",
            r#"/unsubscribe/one_click "true""#,
            "/headers/feedback_id false",
            r#"/check/require_consent "true""#,
        ],
    );
}

#[test]
fn every_value_in_front_matter_is_judged_as_the_program_judges_it() {
    let variants = variants(&front_matter(SAMPLE), &["id", "date"]);
    // No pattern knows how long a month is.
    Differences::of("front-matter", &variants, draft_is_taken).assert(&[r#""2019-02-30""#], &[]);
}

#[test]
fn every_name_that_the_writer_chooses_is_judged_as_the_program_judges_it() {
    let mut variants = Vec::new();
    for (place, value) in [
        ("/authors", json!({ "name": "A" })),
        ("/lists", json!(null)),
        ("/relay/per_domain", json!("5/s")),
    ] {
        for name in [
            "",
            "a",
            " a ",
            "a b",
            "a.b",
            "Gmail.COM",
            "почта.example",
            "a\u{0}b",
            "a@b.org",
            &"a".repeat(65),
        ] {
            let mut document = full_config();
            *document.pointer_mut(place).expect("it stands in the sample") = json!({ name: value });
            variants.push(Variant {
                place: place.to_owned(),
                value: name.to_owned(),
                document,
            });
        }
    }
    let verdicts: BTreeSet<bool> = variants
        .iter()
        .map(|variant| config_is_taken(&variant.document))
        .collect();
    assert_eq!(verdicts, BTreeSet::from([false, true]));
    Differences::of("config", &variants, config_is_taken).assert(&[], &[]);
}

#[test]
fn the_name_of_no_rule_is_refused() {
    let mut document = full_config();
    document["check"]["rules"] = json!({ "lead-lenght": "off" });
    assert_eq!(taken_by_schema("config", &[document]), [false]);
}
