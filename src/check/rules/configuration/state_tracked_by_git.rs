//! # What it checks
//!
//! Git does not track what belongs to one machine: the ledger, and whatever is in .digest/, the key among it.
//!
//! # Why it matters
//!
//! With the key anybody can take readers off the lists. The ledger knows who got which issue: the data of people, which git never forgets; and a ledger that is checked out
//! anew has forgotten who has their copy already.
//!
//! # Example
//!
//! `.digest/key`, after `git add --force .`.
//!
//! # Instead
//!
//! Write `.digest/` into .gitignore, run `git rm -r --cached .digest`, and make a new key: delete the file, and the next send makes one. Links to unsubscribe in mail that
//! is out stop working with it.

use crate::check::{Check, Family, Finding, PublicationScope, Rule, git};
use crate::foundation::{Location, Severity, Source, Span};
use std::path::Path;
use std::sync::Arc;

/// The folder of what one machine knows.
const STATE: &str = ".digest";
/// So many of its files are told of.
const SHOWN: usize = 5;

pub(in crate::check) const RULE: Rule = Rule {
    name: "state-tracked-by-git",
    severity: Severity::Error,
    family: Family::Configuration,
    source: include_str!("state_tracked_by_git.rs"),
    limits: &[],
    check: Check::Publication(check),
};

fn check(scope: &PublicationScope<'_>) -> Vec<Finding> {
    let state = scope.root.join(STATE);
    if !state.exists() && !scope.root.join(&scope.config.ledger).exists() {
        return Vec::new();
    }
    let ledger = scope.config.ledger.to_string_lossy();
    let is_inside = Path::new(ledger.as_ref()).is_relative() && !ledger.contains("..");
    let mut arguments = vec!["ls-files", "-z", "--", STATE];
    if is_inside && !ledger.starts_with(STATE) {
        arguments.push(&ledger);
    }
    // Without git, or outside a repository, nothing is tracked.
    let Ok(listed) = git(scope.root, arguments) else {
        return Vec::new();
    };
    let listed = String::from_utf8_lossy(&listed);
    let paths = listed
        .split('\0')
        .filter(|path| !path.is_empty() && !path.ends_with(".gitignore"));
    paths.take(SHOWN).map(finding).collect()
}

fn finding(path: &str) -> Finding {
    let source = Arc::new(Source::new(path, ""));
    let message = if path.ends_with("key") {
        "this is the key by which links to unsubscribe are signed, and git tracks it"
    } else {
        "this file says who got which issue, and git tracks it"
    };
    let hint = format!(
        "write `{path}` into .gitignore and run `git rm --cached {path}`; what was pushed already is out"
    );
    Finding::new(Location::new(&source, Span::at(0)), message).hinted(hint)
}
