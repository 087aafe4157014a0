//! A failure as a person reads it.

use std::fmt::Write;

use anstyle::AnsiColor;

use crate::foundation::Failure;

use super::{Look, human, label};

/// The findings behind it, `error: …`, and a line `hint: …` for each thing to do next.
pub fn failure_text(failure: &Failure, look: Look<'_>) -> String {
    let mut findings = Vec::new();
    // Writing to memory cannot fail.
    let _ = human(&failure.diagnostics, look, &mut findings);
    let mut text = String::from_utf8_lossy(&findings).into_owned();
    let _ = writeln!(
        text,
        "{} {}",
        label("error", AnsiColor::Red, look.color),
        failure.message
    );
    for hint in &failure.hints {
        let _ = writeln!(text, "{} {hint}", label("hint", AnsiColor::Cyan, look.color));
    }
    text
}
