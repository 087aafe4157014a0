//! Findings for editors and for `grep`: a line each.

use std::io::{self, Write};

use crate::foundation::Diagnostic;

use super::Place;

/// Writes each finding as `path:line:column: severity: message [rule]`, a form that editors jump by. Hints are left out.
pub fn line(diagnostics: &[Diagnostic], out: &mut dyn Write) -> io::Result<()> {
    for found in diagnostics {
        let Place { path, start, .. } = Place::of(found);
        writeln!(
            out,
            "{path}:{}:{}: {}: {} [{}]",
            start.line,
            start.column,
            found.severity,
            one_line(&found.message),
            found.rule,
        )?;
    }
    Ok(())
}

/// Messages quote what was written; what was written must not begin a line, nor move the cursor.
fn one_line(message: &str) -> String {
    let spaced = message.chars().map(|c| if c.is_control() { ' ' } else { c });
    spaced.collect()
}
