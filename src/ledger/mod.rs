//! The ledger: who has which issue, provably.
//!
//! ```text
//! planned | deferred ─▶ claimed ─▶ committing ─▶ accepted | rejected | deferred | in_doubt
//! claimed    ─▶ planned                 the connection was lost, the run stopped, the relay turned us away: nothing was handed over
//! claimed    ─▶ rejected | deferred     5yz | 4yz to RCPT, or to DATA for this recipient; deferred: each connection was lost with this copy
//! in_doubt   ─▶ accepted | planned      a late answer, or a person's `resolve`
//! rejected   ─▶ planned                 a person's `resolve --retry`
//! planned | deferred ─▶ suppressed      with its reason; ─▶ planned again when the reason is gone
//! deferred   ─▶ expired
//! ```
//!
//! An [`Engine`] takes batches and has no method for one row; the [`Committer`] above it gathers the intents and outcomes of all connections
//! into one durable commit. `claimed` lives in the run's memory: after a crash such a row simply still is planned.

mod committer;
mod engine;
mod group;
mod issue_key;
mod ledger_handle;
mod ledger_thread;
mod orders;
mod plan;
mod reason;
mod row;
mod sqlite;
mod staged;
mod suppression;
mod terms;

pub use committer::Committer;
pub use engine::{Batch, Claimed, Engine, Holder, LedgerError, Run};
pub use issue_key::{IssueKey, Scope};
pub use ledger_handle::{LedgerHandle, Started};
pub use ledger_thread::LedgerThread;
pub use plan::{FrozenEdition, ListTally, PlanPolicy, Recipient, Standing, Survey};
pub use reason::Reason;
pub use row::{Counts, Row, RowFilter, RowState, Verdict};
pub use sqlite::{AddressHash, LedgerKey, SqliteEngine};
pub use staged::Recipients;
pub use suppression::{Suppression, SuppressionReason, SuppressionScope};
