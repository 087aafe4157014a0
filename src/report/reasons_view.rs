//! Why copies are not where they should be, told as lines and as JSON.

use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use crate::foundation::grouped;
use crate::ledger::{Counts, Reason, RowState};

use super::counts_json;

/// Lines that a person reads; the rest is summed up in one.
const MOST_LINES: usize = 20;

/// A line for each reason: how many, in which state, the code and the domain, and what was said of one of them.
pub fn reason_lines(reasons: &[Reason]) -> String {
    let shown = &reasons[..reasons.len().min(MOST_LINES)];
    let cells: Vec<[String; 4]> = shown.iter().map(cells).collect();
    let width = |column: usize| {
        cells
            .iter()
            .map(|cells| cells[column].width())
            .max()
            .unwrap_or_default()
    };
    let widths = [width(0), width(1), width(2), width(3)];
    let lines = cells.iter().zip(shown).map(|([copies, state, code, domain], reason)| {
        let [copies_width, state_width, code_width, domain_width] = widths;
        let line = format!(
            "{copies:>copies_width$}  {state:state_width$}  {code:code_width$}  {domain:domain_width$}  {}",
            said(reason)
        );
        line.trim_end().to_owned() + "\n"
    });
    let more = reasons.len() - shown.len();
    let rest = (more > 0).then(|| format!("… and {} more; `--format json` has them all\n", grouped(more)));
    lines.chain(rest).collect()
}

fn cells(reason: &Reason) -> [String; 4] {
    [
        grouped(usize::try_from(reason.copies).unwrap_or(usize::MAX)),
        reason.state.to_string(),
        reason.code.clone().unwrap_or_default(),
        reason.domain.clone().unwrap_or_default(),
    ]
}

/// What was said of one of several is an example.
fn said(reason: &Reason) -> String {
    if reason.copies == 1 || reason.state == RowState::Suppressed || reason.example.is_empty() {
        reason.example.clone()
    } else {
        format!("as “{}”", reason.example)
    }
}

/// An issue as JSON: its counts, and the reasons.
pub fn status_json(issue: &str, counts: &Counts, reasons: &[Reason]) -> Value {
    let mut told = counts_json(issue, counts);
    told["reasons"] = reasons.iter().map(reason_json).collect();
    told
}

fn reason_json(reason: &Reason) -> Value {
    json!({
        "state": reason.state.name(),
        "code": reason.code,
        "domain": reason.domain,
        "copies": reason.copies,
        "example": reason.example,
    })
}
