//! What machine it is, and what else it does.

use std::fs;
use std::thread;

/// Cores, and how many programs wanted one of them over the last minutes, where that can be known.
pub(crate) fn described() -> String {
    let cores = thread::available_parallelism().map_or_else(|_| "?".to_owned(), |cores| cores.to_string());
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load: Vec<&str> = load.split_whitespace().take(3).collect();
    let load = if load.is_empty() {
        "unknown".to_owned()
    } else {
        load.join(", ")
    };
    format!("{cores} cores; load over the last 1, 5 and 15 minutes: {load}")
}
