//! A good draft in whose lead something more is written.

use digest_cli::foundation::Diagnostic;

use crate::support::{TestPublication, check_text, good_draft};

use super::{found_in, shown};

/// A good draft with a text at the start of its lead, on line 10.
pub(super) fn lead(text: &str) -> String {
    good_draft().replacen("Dear ", &format!("{text} Dear "), 1)
}

/// What a rule finds where the lead begins with a text.
pub(super) fn found_by(rule: &str, text: &str) -> Vec<String> {
    let diagnostics = check_text(&lead(text)).diagnostics;
    let of_rule = diagnostics.iter().filter(|found| found.rule == rule);
    of_rule.map(shown).collect()
}

/// The same, in a publication with another digest.yaml.
pub(super) fn found_under(config: &str, rule: &str, text: &str) -> Vec<String> {
    let publication = TestPublication::with_config(config).draft(&lead(text));
    let sought = format!(" {rule}: ");
    let found = found_in(&publication).into_iter();
    found.filter(|found| found.contains(&sought)).collect()
}

/// The lead's text as the fixes of a rule leave it. The rule must find nothing more in it.
pub(super) fn mended(rule: &str, text: &str) -> String {
    let draft = lead(text);
    let diagnostics = check_text(&draft).diagnostics;
    let of_rule = diagnostics.iter().filter(|found| found.rule == rule);
    let edits = of_rule.flat_map(|found| found.fix.iter().flat_map(|fix| fix.edits.clone()));
    let mut edits: Vec<_> = edits.collect();
    edits.sort_unstable();
    let mut fixed = draft;
    for edit in edits.iter().rev() {
        fixed.replace_range(edit.span.start..edit.span.end, &edit.text);
    }
    let is_left = |found: &Diagnostic| found.rule == rule;
    let left = check_text(&fixed).diagnostics;
    assert!(!left.iter().any(is_left), "{fixed}: {left:?}");
    let (_, rest) = fixed
        .split_once("# Caspian crossroads\n\n")
        .expect("the title stands");
    let (mended, _) = rest.split_once(" Dear ").expect("the lead goes on");
    mended.to_owned()
}
