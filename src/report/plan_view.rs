//! A send's plan, as a person sees it before anything leaves.

use std::fmt::Write;

use crate::foundation::plural;
use crate::ledger::{ListTally, Survey};
use crate::workflow::PreparedSend;

use super::{Table, time_span};

/// The columns: of each row read, one of these is true, so they add up.
const COLUMNS: [&str; 8] = [
    "rows",
    "to send",
    "sent",
    "refused",
    "in doubt",
    "suppressed",
    "unusable",
    "duplicate",
];

/// The plan: issue, relay, pace, and what each list comes to.
pub fn plan_view(issue: &str, plan: &PreparedSend) -> String {
    let mut text = String::new();
    let _ = writeln!(text, "issue   {issue}");
    let _ = writeln!(text, "relay   {}", plan.relay());
    let least = plan.least_time();
    let takes = if least.is_zero() {
        String::new()
    } else {
        format!(", so at least {}", time_span(least))
    };
    let _ = writeln!(text, "rate    {}{takes}", plan.rate());
    let _ = write!(text, "\n{}", survey_table(plan.survey()));
    for remark in remarks(plan.survey(), plan.is_narrowed()) {
        let _ = writeln!(text, "{remark}");
    }
    let unfilled = plan.unfilled();
    if unfilled.copies > 0 {
        let _ = writeln!(
            text,
            "{} cannot be rendered and will not be sent, the first because of {}",
            plural(unfilled.copies, "copy"),
            unfilled.first
        );
    }
    if plan.resends_in_doubt() {
        let _ = writeln!(
            text,
            "copies in doubt are sent again: who has the first one may get two"
        );
    }
    text
}

fn survey_table(survey: &Survey) -> Table {
    let table = Table::new("list", COLUMNS);
    let table = survey
        .lists
        .iter()
        .fold(table, |table, list| table.row(&list.list, numbers(list)));
    if survey.lists.len() > 1 {
        table.total("all")
    } else {
        table
    }
}

fn numbers(list: &ListTally) -> [usize; 8] {
    [
        list.read,
        list.to_send,
        list.sent,
        list.refused,
        list.in_doubt,
        list.suppressed,
        list.unusable,
        list.duplicates,
    ]
    .map(size)
}

fn remarks(survey: &Survey, narrowed: bool) -> Vec<String> {
    let sum = |number: fn(&ListTally) -> u64| size(survey.lists.iter().map(number).sum());
    let (joined, deferred, left) = (
        sum(|list| list.joined),
        sum(|list| list.deferred),
        size(survey.left),
    );
    let mut remarks = Vec::new();
    if joined > 0 {
        remarks.push(format!(
            "{} joined since the issue was first planned",
            plural(joined, "reader")
        ));
    }
    if deferred > 0 {
        remarks.push(format!(
            "{} deferred before, to be tried again now",
            plural(deferred, "copy")
        ));
    }
    if left > 0 {
        remarks.push(if narrowed {
            format!(
                "{} of those planned are not meant by `--list` or `--tag`: suppressed until a send that means them",
                plural(left, "copy")
            )
        } else {
            format!(
                "{} left the lists before their copy was sent",
                plural(left, "reader")
            )
        });
    }
    remarks
}

fn size(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
