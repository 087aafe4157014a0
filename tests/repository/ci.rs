//! What docs/ci.md and the hooks tell people to run is what the program takes.

use std::ffi::OsString;
use std::fs;

use clap::Parser;
use digest_cli::command::Arguments;
use serde_yaml::Value;

use super::source_tree::root;

fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).expect("the file can be read")
}

/// The fenced blocks of a page in one language.
fn blocks(page: &str, language: &str) -> Vec<String> {
    let fence = format!("```{language}\n");
    let after = page.split(fence.as_str()).skip(1);
    after
        .map(|rest| rest.split("```").next().unwrap_or_default().to_owned())
        .collect()
}

fn assert_taken(line: &str) {
    let words = line.split_whitespace().map(OsString::from);
    let parsed = Arguments::try_parse_from(words);
    assert!(
        parsed.is_ok(),
        "{line}: {}",
        parsed.err().map(|error| error.to_string()).unwrap_or_default()
    );
}

#[test]
fn every_command_of_the_page_is_one_that_the_program_takes() {
    let page = text("docs/ci.md");
    let shell = blocks(&page, "sh").join("\n");
    let workflows = blocks(&page, "yaml").join("\n");
    let commands: Vec<&str> = shell
        .lines()
        .chain(workflows.lines())
        .filter_map(|line| line.find("digest check").map(|at| &line[at..]))
        .collect();
    assert!(commands.len() >= 9, "{commands:?}");
    for command in commands {
        assert_taken(command);
    }
}

#[test]
fn every_workflow_of_the_page_is_yaml() {
    for block in blocks(&text("docs/ci.md"), "yaml") {
        let parsed: Result<Value, _> = serde_yaml::from_str(&block);
        assert!(parsed.is_ok(), "{block}: {parsed:?}");
    }
}

#[test]
fn the_hooks_run_what_the_program_takes() {
    let hooks: Vec<Value> = serde_yaml::from_str(&text(".pre-commit-hooks.yaml")).expect("it is YAML");
    let ids: Vec<&str> = hooks.iter().filter_map(|hook| hook["id"].as_str()).collect();
    assert_eq!(ids, ["digest-check", "digest-check-changed"]);
    for hook in &hooks {
        assert_taken(hook["entry"].as_str().expect("a command"));
    }
    assert_taken("digest check drafts/a.md drafts/b.md");
    assert_taken("digest check --changed -C news");
}
