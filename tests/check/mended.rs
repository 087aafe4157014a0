//! A draft with its fixes made.

use digest_cli::foundation::{Diagnostic, Edit};

use crate::support::check_text;

/// The draft's text with every fix of one rule made. Each finding that has one is gone then, and there are no more than those that were left.
pub(crate) fn mended(rule: &str, text: &str) -> String {
    let before = check_text(text).diagnostics;
    let is_mendable = |found: &&Diagnostic| found.rule == rule && found.fix.is_some();
    let mendable: Vec<&Diagnostic> = before.iter().filter(is_mendable).collect();
    let mut edits: Vec<Edit> = mendable
        .iter()
        .flat_map(|found| found.fix.iter().flat_map(|fix| fix.edits.clone()))
        .collect();
    edits.sort_unstable();
    let mut mended = text.to_owned();
    for edit in edits.iter().rev() {
        mended.replace_range(edit.span.start..edit.span.end, &edit.text);
    }
    let after = check_text(&mended).diagnostics;
    let most = before.len() - mendable.len();
    assert!(after.len() <= most, "{rule}: {mended:?}: {after:?}");
    assert!(
        !after.iter().any(|found| is_mendable(&found)),
        "{rule}: {mended:?}"
    );
    mended
}
