//! What was measured, as Markdown.

use super::contender::Task;
use super::measuring::{megabytes, time};
use super::summary::Summary;

/// What everybody took.
pub(crate) fn of_times(summaries: &[Summary]) -> String {
    let rumdl = summaries.iter().find(|summary| summary.task == Task::Rumdl);
    let rows = summaries.iter().map(|summary| {
        let whole = !matches!(summary.task, Task::Alone | Task::Among);
        let ratio = rumdl.filter(|_| whole).map(|rumdl| summary.wall() / rumdl.wall());
        format!(
            "| {} | {} | {} | {} | {} | {} | {} |\n",
            summary.name,
            time(summary.wall()),
            time(summary.least()),
            time(summary.processor()),
            megabytes(summary.memory()),
            ratio.map_or_else(String::new, |ratio| format!("{ratio:.2}")),
            if summary.found() { "yes" } else { "no" },
        )
    });
    let head = "| | time | shortest | processor time | peak memory | time ÷ rumdl's | findings |\n\
                |---|--:|--:|--:|--:|--:|---|\n";
    head.to_owned() + &rows.collect::<String>()
}
