//! What is promised of the check's speed, and what became of it.

use super::contender::Task;
use super::measuring::{Promise, megabytes, time};
use super::summary::Summary;

/// The memory that a check may take, in bytes.
const MEMORY: f64 = 150e6;
/// The seconds that one issue may take in a publication of one.
const ALONE: f64 = 0.05;
/// The seconds that one issue may take among the others.
const AMONG: f64 = 1.0;
/// How much faster than markdownlint-cli2 a check of everything is.
const FASTER: f64 = 10.0;

/// The promises of which something can be said: a peer that is not there cannot be compared with.
pub(crate) fn held(summaries: &[Summary]) -> Vec<Promise> {
    let of = |task| summaries.iter().find(|summary| summary.task == task);
    let seconds = |task| of(task).map(Summary::wall);
    let promises = [
        (seconds(Task::Unrendered).zip(seconds(Task::Rumdl))).map(|(own, other)| Promise {
            said: "the rules that need no rendering: at least as fast as rumdl".to_owned(),
            measured: format!("{:.2} times as fast", other / own),
            kept: own <= other,
        }),
        (seconds(Task::Everything).zip(seconds(Task::Markdownlint))).map(|(own, other)| Promise {
            said: "everything: at least 10 times as fast as markdownlint-cli2".to_owned(),
            measured: format!("{:.1} times as fast", other / own),
            kept: own * FASTER <= other,
        }),
        of(Task::Everything).map(|everything| Promise {
            said: "everything: less than 150 MB of memory".to_owned(),
            measured: megabytes(everything.memory()),
            kept: everything.memory() < MEMORY,
        }),
        seconds(Task::Alone).map(|own| Promise {
            said: "one issue in a publication of one: less than 50 ms".to_owned(),
            measured: time(own),
            kept: own < ALONE,
        }),
        seconds(Task::Among).map(|own| Promise {
            said: "one issue among 600: less than 1 s".to_owned(),
            measured: time(own),
            kept: own < AMONG,
        }),
    ];
    promises.into_iter().flatten().collect()
}
