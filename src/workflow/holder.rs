//! Who we are to another process that finds the ledger held.

use crate::foundation::Clock;
use crate::ledger::Holder;

/// This process, about to send an issue.
pub(super) fn holder(clock: &Clock, issue: &str) -> Holder {
    Holder {
        pid: std::process::id(),
        host: gethostname::gethostname().to_string_lossy().into_owned(),
        since: clock.now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
        task: format!("send {issue}"),
    }
}
