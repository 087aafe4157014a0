//! A failure as a person reads it.

use std::fmt::Write;

use anstyle::AnsiColor;

use crate::foundation::{Failure, grouped};

use super::{Look, human, label};

/// So many findings tell what is wrong with a file; more of them would push the first off the screen.
const MOST: usize = 50;

/// The first findings behind it, `error: …`, and a line `hint: …` for each thing to do next.
pub fn failure_text(failure: &Failure, look: Look<'_>) -> String {
    let shown = &failure.diagnostics[..failure.diagnostics.len().min(MOST)];
    let mut findings = Vec::new();
    // Writing to memory cannot fail.
    let _ = human(shown, look, &mut findings);
    let mut text = String::from_utf8_lossy(&findings).into_owned();
    let more = failure.diagnostics.len() - shown.len();
    if more > 0 {
        let _ = writeln!(text, "… and {} more", grouped(more));
    }
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
