//! How often a property is tried.

/// The usual number of cases, or as many times that as `scripts/soak` says.
#[expect(
    clippy::disallowed_methods,
    reason = "how long a test runs is asked of the environment"
)]
pub(crate) fn soaked(usual: u32) -> u32 {
    let times = std::env::var("DIGEST_SOAK").ok();
    let times = times.and_then(|times| times.parse().ok());
    times.unwrap_or(1_u32).saturating_mul(usual)
}
