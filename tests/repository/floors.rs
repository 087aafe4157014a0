//! The house has floors, and imports run one way: down.

use std::collections::BTreeMap;

use super::source_tree::{SourceFile, source_files};

/// The modules of each floor, the lowest first. `run` and `main` stand above all.
const FLOORS: &[&[&str]] = &[
    &["foundation"],
    &["publication"],
    &["issue", "subscriber"],
    &["edition"],
    &["message"],
    &["ledger"],
    &["render"],
    &["compose"],
    &["check", "deliver", "scaffold", "sandbox"],
    &["workflow"],
    &["report"],
    &["command"],
    &["run"],
    &["main", "lib"],
];

fn floor_of() -> BTreeMap<&'static str, usize> {
    let numbered = FLOORS.iter().enumerate();
    numbered
        .flat_map(|(floor, modules)| modules.iter().map(move |module| (*module, floor + 1)))
        .collect()
}

/// The top-level modules that a line of code names: what follows `crate::`.
fn named_modules(line: &str) -> impl Iterator<Item = &str> {
    line.match_indices("crate::").map(|(at, marker)| {
        let rest = &line[at + marker.len()..];
        let end = rest
            .find(|c: char| !c.is_ascii_alphanumeric() && c != '_')
            .unwrap_or(rest.len());
        &rest[..end]
    })
}

fn faults(file: &SourceFile, floors: &BTreeMap<&str, usize>) -> Vec<String> {
    let own = file.module();
    let Some(own_floor) = floors.get(own) else {
        return vec![format!("{}: `{own}` stands on no floor", file.path)];
    };
    let mut faults = Vec::new();
    for (number, line) in file.code() {
        for other in named_modules(line).filter(|other| *other != own) {
            let place = format!("src/{}:{number}", file.path);
            match floors.get(other) {
                None if own == "lib" || own == "main" => {}
                None => faults.push(format!(
                    "{place}: `crate::{other}` is no module of the house; name it by its floor"
                )),
                Some(floor) if floor > own_floor => {
                    faults.push(format!("{place}: `{own}` imports `{other}` from above"));
                }
                Some(floor) if floor == own_floor => {
                    faults.push(format!("{place}: `{own}` imports its neighbour `{other}`"));
                }
                Some(_) => {}
            }
        }
    }
    faults
}

#[test]
fn imports_run_down_and_never_sideways() {
    let floors = floor_of();
    let faults: Vec<String> = source_files()
        .iter()
        .flat_map(|file| faults(file, &floors))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn an_upward_import_is_found() {
    let file = SourceFile {
        path: "issue/draft.rs".to_owned(),
        text: "use crate::check::Rule;\nuse crate::subscriber::Row;\nuse crate::foundation::Span;\n"
            .to_owned(),
    };
    let found = faults(&file, &floor_of());
    assert_eq!(
        found,
        [
            "src/issue/draft.rs:1: `issue` imports `check` from above",
            "src/issue/draft.rs:2: `issue` imports its neighbour `subscriber`",
        ]
    );
}

#[test]
fn every_floor_has_its_modules() {
    let files = source_files();
    for module in FLOORS.iter().copied().flatten() {
        assert!(
            files.iter().any(|file| file.module() == *module),
            "`{module}` has no file"
        );
    }
}
