//! # What it checks
//!
//! No list with addresses of real people is tracked by git. Addresses in domains that nobody can have (`example.org`, `.test`, `.invalid` and the
//! like, RFC 2606 and RFC 6761) are no people's.
//!
//! # Why it matters
//!
//! What is once in git's history is in every clone of it, and cannot be called back: a leak of personal data, to be reported to an authority
//! within 72 hours (GDPR, Article 33), and nobody can be forgotten any more.
//!
//! # Example
//!
//! `subscribers/weekly.csv` with 4,000 addresses, after `git add .`.
//!
//! # Instead
//!
//! Write `subscribers/` into .gitignore, run `git rm --cached` on the file, and keep the lists where only those can read them who must. What was
//! pushed already stays in the history until that is rewritten.

use std::collections::BTreeSet;
use std::path::Path;

use crate::check::{Check, CheckedList, Family, Finding, PublicationScope, Rule, git, is_reserved};
use crate::foundation::{Severity, plural};
use crate::subscriber::Row;

pub(in crate::check) const RULE: Rule = Rule {
    name: "list-tracked-by-git",
    severity: Severity::Error,
    family: Family::Lists,
    source: include_str!("list_tracked_by_git.rs"),
    limits: &[],
    check: Check::Publication(check),
};

fn check(scope: &PublicationScope<'_>) -> Vec<Finding> {
    let tracked = tracked(scope.root, scope.lists);
    let lists = scope
        .lists
        .iter()
        .filter(|list| tracked.contains(list.path.as_path()));
    lists.filter_map(finding).collect()
}

fn finding(list: &CheckedList) -> Option<Finding> {
    let people = match people(list) {
        0 => return None,
        1 => "the address of a real person".to_owned(),
        people => format!(
            "the addresses of {}",
            plural(people, "real person").replace("persons", "people")
        ),
    };
    let shown = list.shown.display();
    let message = format!("this list has {people}, and git tracks it");
    let hint = format!(
        "write `{shown}` into .gitignore and run `git rm --cached {shown}`; what was pushed already is out"
    );
    Some(Finding::new(list.line(1), message).hinted(hint))
}

/// How many rows have an address that somebody can have.
fn people(list: &CheckedList) -> usize {
    let is_real = |row: &Row| matches!(row, Row::Usable { subscriber, .. } if !is_reserved(subscriber.address.domain()));
    list.rows().flatten().filter(is_real).count()
}

/// Those of the lists that git tracks; none where there is no git, or no repository.
fn tracked<'a>(root: &Path, lists: &'a [CheckedList]) -> BTreeSet<&'a Path> {
    if lists.is_empty() {
        return BTreeSet::new();
    }
    let names = lists
        .iter()
        .map(|list| list.path.strip_prefix(root).unwrap_or(&list.path));
    let names: Vec<String> = names.map(|name| name.to_string_lossy().into_owned()).collect();
    let arguments = ["ls-files", "-z", "--"].into_iter();
    let Ok(listed) = git(root, arguments.chain(names.iter().map(String::as_str))) else {
        return BTreeSet::new();
    };
    let listed: BTreeSet<&[u8]> = listed.split(|byte| *byte == 0).collect();
    let is_listed = |list: &&CheckedList| {
        let name = list.path.strip_prefix(root).unwrap_or(&list.path);
        let name = name.to_string_lossy().replace('\\', "/");
        listed.contains(name.as_bytes())
    };
    lists
        .iter()
        .filter(is_listed)
        .map(|list| list.path.as_path())
        .collect()
}
