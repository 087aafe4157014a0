//! A promise of speed, and what became of it.

/// A promise, and what became of it.
pub(crate) struct Promise {
    /// What is promised.
    pub(crate) said: String,
    /// What was measured.
    pub(crate) measured: String,
    /// Whether it was kept.
    pub(crate) kept: bool,
}

/// What became of the promises, as Markdown.
pub(crate) fn of_promises(promises: &[Promise]) -> String {
    let rows = promises.iter().map(|promise| {
        let kept = if promise.kept { "held" } else { "**NOT held**" };
        format!("| {} | {} | {kept} |\n", promise.said, promise.measured)
    });
    "| promise | measured | |\n|---|--:|---|\n".to_owned() + &rows.collect::<String>()
}
