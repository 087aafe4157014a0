//! What a database must do to be a ledger.

use std::time::Duration;

use jiff::Timestamp;
use uuid::Uuid;

use crate::foundation::CanonicalAddress;
use crate::message::{Attempt, Outcome};
use crate::subscriber::Profile;

use super::{
    Counts, FrozenEdition, IssueKey, PlanPolicy, Reason, Recipients, Row, RowFilter, Suppression,
    SuppressionScope, Survey, Verdict,
};

/// An issue opened for sending: whose rows the other calls mean. Holding it means holding the ledger's lock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Run(pub i64);

/// A row handed to this run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claimed {
    /// The row and the number of this try.
    pub attempt: Attempt,
    /// The address for comparison.
    pub canonical: CanonicalAddress,
    /// Where mail goes.
    pub mail_to: String,
    /// The lists that hold it; the first is the one its unsubscribe token is for.
    pub lists: Vec<String>,
    /// What slots see, as frozen by the plan.
    pub profile: Profile,
    /// Which edition, from 1.
    pub edition: u32,
}

/// Intents and outcomes that become durable together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Batch {
    /// What came of earlier attempts.
    pub outcomes: Vec<(Attempt, Outcome)>,
    /// Attempts whose final dot is about to be written.
    pub intents: Vec<Attempt>,
}

/// Who holds the ledger.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Holder {
    /// Process id.
    pub pid: u32,
    /// Host name.
    pub host: String,
    /// Since when (RFC 3339).
    pub since: String,
    /// What it does: `send 2019-02-05-caspian-crossroads`.
    pub task: String,
}

/// Why the ledger cannot do what it is asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LedgerError {
    /// There is no ledger at that place.
    #[error("there is no ledger at `{0}`")]
    Missing(String),
    /// Another process is sending.
    #[error("the ledger is held by process {} on {} since {} ({})", .0.pid, .0.host, .0.since, .0.task)]
    Held(Holder),
    /// The file is not a ledger, is damaged, or is of a later version.
    #[error("{0}")]
    Unreadable(String),
    /// The ledger was made with another key than the one it is opened with.
    #[error("the ledger `{ledger}` was made with another key{}", told(.made_with, .given))]
    OtherKey {
        /// Where it is.
        ledger: String,
        /// The id of the key it was made with.
        made_with: String,
        /// The id of the key given.
        given: String,
    },
    /// Disk full, read-only, or any other failure to write.
    #[error("the ledger cannot be written: {0}")]
    Unwritable(String),
}

/// Keys that differ may have one id.
fn told(made_with: &str, given: &str) -> String {
    if made_with == given {
        format!(", although its id is `{given}` too")
    } else {
        format!(": with `{made_with}`, and the one here is `{given}`")
    }
}

/// A ledger's database. Every call is one transaction, durable when it returns; calls are made from one thread.
pub trait Engine: Send {
    /// The ledger's own identity, which `sends/ID.yaml` names.
    fn identity(&self) -> Uuid;

    /// Opens an issue for sending: takes the lock, makes its entry if it is new, and recovers (`committing` without an outcome becomes `in_doubt`).
    fn open(&mut self, issue: &IssueKey, holder: &Holder, now: Timestamp) -> Result<Run, LedgerError>;

    /// Looks whether someone is sending. Where nobody is, rows that a program that died left `committing` become `in_doubt`, so that people see them and can settle
    /// them. Returns who is sending.
    fn recover(&mut self, now: Timestamp) -> Result<Option<Holder>, LedgerError>;

    /// Gives the lock back.
    fn close(&mut self, run: Run) -> Result<(), LedgerError>;

    /// The newest edition frozen for the issue, and its number from 1.
    fn edition(&mut self, run: Run) -> Result<Option<(u32, FrozenEdition)>, LedgerError>;

    /// A frozen edition by its number.
    fn edition_numbered(&mut self, run: Run, number: u32) -> Result<Option<FrozenEdition>, LedgerError>;

    /// Stages rows of the lists; called again and again, each time with some hundreds of rows. Nothing is planned until [`Engine::seal`], which can be called once a run; staged rows are gone then, and when the run closes.
    fn plan(&mut self, run: Run, rows: &Recipients) -> Result<(), LedgerError>;

    /// What sealing the staged rows would come to. Changes nothing.
    fn survey(&mut self, run: Run, policy: &PlanPolicy) -> Result<Survey, LedgerError>;

    /// Merges the staged rows into the issue's: new ones are planned, those who left or are suppressed become `suppressed` with the reason, those whose reason is gone are
    /// planned again. Cancelled rows stay as they are. A new edition, where one is given whose hash is not the newest one's, is frozen, and every row that has no copy yet
    /// (planned, deferred) gets it, with its values as staged. Suppressions count in the scope `live` only: a test copy goes to whom a person names.
    fn seal(
        &mut self,
        run: Run,
        policy: &PlanPolicy,
        edition: Option<&FrozenEdition>,
    ) -> Result<Survey, LedgerError>;

    /// Notes what the plan that was just sealed, and came to `survey`, was made of: any text that is another one where lists, edition or wishes are. May note nothing.
    fn remember(&mut self, run: Run, source: &str, survey: &Survey) -> Result<(), LedgerError>;

    /// What sealing again would come to, and would not change, where the issue's plan was made of `source`; nothing where that is not known for sure.
    fn recall(&mut self, run: Run, source: &str) -> Result<Option<Survey>, LedgerError>;

    /// Claims up to `most` rows, those with the fewest tries first and then in id order: planned ones, and deferred ones that are due at `now`. Claimed rows are not claimed again by this run until released or settled.
    /// A row that somebody else plans again comes at the latest when nothing else is left.
    fn claim(&mut self, run: Run, most: usize, now: Timestamp) -> Result<Vec<Claimed>, LedgerError>;

    /// When the next deferred row that this run has not claimed is due.
    fn next_due(&mut self, run: Run) -> Result<Option<Timestamp>, LedgerError>;

    /// Makes every deferred row due now: a new run tries them at once.
    fn make_due(&mut self, run: Run, now: Timestamp) -> Result<(), LedgerError>;

    /// Deferred rows that were first refused before a moment expire: it is too late for them. Returns how many.
    fn expire(&mut self, run: Run, deferred_before: Timestamp, now: Timestamp) -> Result<u64, LedgerError>;

    /// Makes claimed rows claimable again without a trace.
    fn release(&mut self, run: Run, attempts: &[Attempt]) -> Result<(), LedgerError>;

    /// Whether an intent for a claimed row would be granted now. Changes nothing.
    fn stands(&mut self, run: Run, attempt: Attempt) -> Result<bool, LedgerError>;

    /// Records intents and outcomes in one durable commit. Returns the intents that were refused, because the row is not this run's to send any more: a normal answer.
    /// A 4yz refusal defers the row by `retry_delays[attempt - 1]`, or the last of them.
    fn commit(
        &mut self,
        run: Run,
        batch: &Batch,
        now: Timestamp,
        retry_delays: &[Duration],
    ) -> Result<Vec<Attempt>, LedgerError>;

    /// Suppresses claimed rows, each for its reason (its copy cannot be rendered, needs SMTPUTF8 …).
    fn suppress(&mut self, run: Run, rows: &[(Attempt, String)], now: Timestamp) -> Result<(), LedgerError>;

    /// Puts rows back to `planned` that were refused only because the relay refuses everything (the breaker). The try stays counted, so that they are claimed last the next
    /// time. Changes nothing once the issue was cancelled since it was opened.
    fn retract(&mut self, run: Run, attempts: &[Attempt], now: Timestamp) -> Result<(), LedgerError>;

    /// The issues of a publication that the ledger knows, in one scope.
    fn issues(&mut self, publication: &str, scope: &super::Scope) -> Result<Vec<IssueKey>, LedgerError>;

    /// How many rows are in which state; every state is in the map. Needs no lock.
    fn counts(&mut self, issue: &IssueKey) -> Result<Counts, LedgerError>;

    /// Why rows are deferred, rejected, in doubt, suppressed or expired, the most frequent reasons first, at most so many. Needs no lock.
    fn reasons(&mut self, issue: &IssueKey, most: usize) -> Result<Vec<Reason>, LedgerError>;

    /// Rows in id order, after an id, at most `most`. Needs no lock.
    fn rows(
        &mut self,
        issue: &IssueKey,
        filter: &RowFilter,
        after: i64,
        most: usize,
    ) -> Result<Vec<Row>, LedgerError>;

    /// One person's copy as it was frozen: the row with the number of its next try, and its edition. Needs no lock.
    fn copy(
        &mut self,
        issue: &IssueKey,
        address: &CanonicalAddress,
    ) -> Result<Option<(Claimed, FrozenEdition)>, LedgerError>;

    /// A person's verdict on the rows of a filter, recorded with who and when. Doubts that a program that died left are found first, as by [`Engine::recover`]. Returns how many rows it changed. Rows whose state the verdict does not fit are left.
    /// The next plan is made anew: no plan has asked the lists about rows that it planned again.
    fn settle(
        &mut self,
        issue: &IssueKey,
        filter: &RowFilter,
        verdict: Verdict,
        who: &str,
        now: Timestamp,
    ) -> Result<u64, LedgerError>;

    /// What is planned or deferred becomes suppressed (`cancelled`). Returns how many rows. Copies that are under way have their outcome first, and are cancelled if they come back.
    fn cancel(&mut self, issue: &IssueKey, who: &str, now: Timestamp) -> Result<u64, LedgerError>;

    /// Adds or replaces suppressions; one with the same hash and scope is kept as it is if it is older, or `Forgotten`. Rows of the publication that wait to be sent lose
    /// the list at once, and are suppressed if no list is left: a send that is under way leaves them out.
    fn add_suppressions(&mut self, publication: &str, entries: &[Suppression]) -> Result<(), LedgerError>;

    /// Lifts a person's suppressions for a scope (`All` lifts every one but `Forgotten`). Returns how many.
    fn lift_suppressions(
        &mut self,
        publication: &str,
        hash: &str,
        scope: &SuppressionScope,
    ) -> Result<u64, LedgerError>;

    /// Every suppression of a publication.
    fn suppressions(&mut self, publication: &str) -> Result<Vec<Suppression>, LedgerError>;

    /// Erases an address and its fields from every row of the publication (address becomes `forgotten:HASH`), and keeps a `Forgotten` suppression with the hash alone.
    /// A list that is imported with the address again does not bring it back: such a row is planned under that name, as suppressed.
    fn forget(
        &mut self,
        publication: &str,
        address: &CanonicalAddress,
        hash: &str,
        now: Timestamp,
    ) -> Result<u64, LedgerError>;
}
