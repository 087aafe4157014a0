//! What was measured, as Markdown.

use super::contender::Task;
use super::promise::Promise;
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

/// What became of the promises.
pub(crate) fn of_promises(promises: &[Promise]) -> String {
    let rows = promises.iter().map(|promise| {
        let kept = if promise.kept { "kept" } else { "**not kept**" };
        format!("| {} | {} | {kept} |\n", promise.said, promise.measured)
    });
    "| promise | measured | |\n|---|--:|---|\n".to_owned() + &rows.collect::<String>()
}

/// Seconds as people read them.
pub(crate) fn time(seconds: f64) -> String {
    if seconds < 1.0 {
        format!("{:.1} ms", seconds * 1000.0)
    } else {
        format!("{seconds:.2} s")
    }
}

/// Bytes as people read them.
pub(crate) fn megabytes(bytes: f64) -> String {
    format!("{:.1} MB", bytes / 1e6)
}
