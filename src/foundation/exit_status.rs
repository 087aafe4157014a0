//! What the process says when it ends.

/// The exit statuses; where several apply the first of `CannotStart`, `Again`, `InDoubt`, `Findings`, `Success` is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum ExitStatus {
    /// Everything was done.
    Success = 0,
    /// Findings of `check`; or the send is done, and some copies were finally refused.
    Findings = 1,
    /// Nothing could start: usage, configuration, findings at `send`, AUTH, certificate.
    CannotStart = 2,
    /// Copies in doubt want a person.
    InDoubt = 3,
    /// Run it again: interrupted, deferred, `--limit` reached, relay down, ledger locked (`EX_TEMPFAIL` of sysexits.h).
    Again = 75,
    /// Declined at a question, or Ctrl-C in `new`.
    Declined = 130,
}

impl From<ExitStatus> for u8 {
    fn from(status: ExitStatus) -> Self {
        status as Self
    }
}

impl From<ExitStatus> for std::process::ExitCode {
    fn from(status: ExitStatus) -> Self {
        Self::from(status as u8)
    }
}
