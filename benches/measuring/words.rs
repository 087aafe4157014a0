//! What a benchmark is told.

/// The words behind its name; Cargo adds `--bench` of its own.
pub(crate) fn words() -> Vec<String> {
    std::env::args()
        .skip(1)
        .filter(|word| word != "--bench")
        .collect()
}
