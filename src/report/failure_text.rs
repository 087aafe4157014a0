//! A failure as a person reads it.

use std::fmt::Write;

use anstyle::AnsiColor;

use crate::foundation::Failure;

use super::label;

/// `error: …`, the findings behind it, and a line `hint: …` for each thing to do next.
pub fn failure_text(failure: &Failure, colors: bool, width: usize) -> String {
    let mut text = String::new();
    let _ = width;
    let _ = writeln!(text, "{} {}", label("error", AnsiColor::Red, colors), failure.message);
    for hint in &failure.hints {
        let _ = writeln!(text, "{} {hint}", label("hint", AnsiColor::Cyan, colors));
    }
    text
}
