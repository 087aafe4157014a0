//! The ledger's rows, claimed in batches and composed as connections ask for them.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex as StdMutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use tokio::sync::Mutex;
use tokio::time::Instant;

use crate::compose::Composer;
use crate::foundation::Clock;
use crate::ledger::{Claimed, LedgerError, LedgerHandle, Run};
use crate::message::{Admit, Message, MessageSource, Next};

use super::underway::Underway;

/// Rows claimed at a time: enough to keep every connection busy while the next batch is fetched.
const BATCH: usize = 500;
/// Rows held back at most: some megabytes. While there are as many, nobody else is claimed either.
const MOST_HELD_BACK: usize = 20_000;
/// The longest a connection waits before it asks again.
const LONGEST_WAIT: Duration = Duration::from_secs(5);

/// Hands each planned row, composed, to one connection; waits for deferred rows as long as the run's patience lasts.
pub(super) struct Claims {
    ledger: LedgerHandle,
    run: Run,
    clock: Clock,
    composers: BTreeMap<u32, Arc<Composer>>,
    /// How long after everyone has been tried once deferred rows are still waited for.
    patience: Duration,
    underway: Underway,
    /// Locked for moments only. A lock that tasks hand on to each other would not do: the next one would have it and wait until the thread of the last has filled, and perhaps
    /// signed, its copy, and everybody else would wait for that.
    queue: StdMutex<Queue>,
    /// Held while the ledger is asked for more rows.
    asking: Mutex<()>,
    fault: StdMutex<Option<LedgerError>>,
}

struct Queue {
    claimed: VecDeque<Claimed>,
    /// Rows whose domain may not have a copy now, by domain.
    held_back: BTreeMap<String, VecDeque<Claimed>>,
    /// How many more this run may hand out (`--limit`).
    allowed: Option<u64>,
    /// Since when nothing but deferred rows is left. A further try does not begin it anew: the run would never end while a relay goes on deferring.
    exhausted: Option<Instant>,
}

impl Claims {
    /// Rows of `run`, at most `limit` of them. `composers` has one for each edition that a row may name.
    pub(super) fn new(
        ledger: LedgerHandle,
        run: Run,
        clock: Clock,
        composers: BTreeMap<u32, Arc<Composer>>,
        patience: Duration,
        limit: Option<u64>,
    ) -> Self {
        Self {
            ledger,
            run,
            clock,
            composers,
            patience,
            underway: Underway::default(),
            queue: StdMutex::new(Queue {
                claimed: VecDeque::new(),
                held_back: BTreeMap::new(),
                allowed: limit,
                exhausted: None,
            }),
            asking: Mutex::default(),
            fault: StdMutex::new(None),
        }
    }

    /// The same, with the copies it hands out counted.
    pub(super) fn counted_by(mut self, underway: Underway) -> Self {
        self.underway = underway;
        self
    }

    /// Why claiming stopped early, where the ledger could not be read or written.
    pub(super) fn fault(&self) -> Option<LedgerError> {
        self.fault.lock().map_or(None, |fault| fault.clone())
    }

    /// Gives back what was claimed and not handed out.
    pub(super) async fn release_rest(&self) -> Result<(), LedgerError> {
        let rest: Vec<_> = self.queue().take_rest().map(|row| row.attempt).collect();
        let run = self.run;
        self.ledger.call(move |engine| engine.release(run, &rest)).await
    }

    async fn next_claimed(&self, admit: Admit<'_>) -> Result<Step, LedgerError> {
        if let Some(step) = self.queue().next(&mut *admit) {
            return Ok(step);
        }
        // One asks the ledger; who waited behind it finds what it was given.
        let _asking = self.asking.lock().await;
        loop {
            let most = {
                let mut queue = self.queue();
                if let Some(step) = queue.next(&mut *admit) {
                    return Ok(step);
                }
                queue.most_to_claim()
            };
            let (run, now) = (self.run, self.clock.now());
            let rows = self
                .ledger
                .call(move |engine| engine.claim(run, most, now))
                .await?;
            if rows.is_empty() {
                break;
            }
            self.queue().claimed.extend(rows);
        }
        if !self.queue().held_back.is_empty() {
            return Ok(Step::Wait(LONGEST_WAIT));
        }
        self.wait_for_deferred().await
    }

    async fn wait_for_deferred(&self) -> Result<Step, LedgerError> {
        let since = *self.queue().exhausted.get_or_insert_with(Instant::now);
        let left = self.patience.saturating_sub(since.elapsed());
        let run = self.run;
        let Some(due) = self.ledger.call(move |engine| engine.next_due(run)).await? else {
            return Ok(Step::Done);
        };
        let wait = time_until(self.clock.now(), due);
        if wait > left {
            Ok(Step::Done)
        } else {
            Ok(Step::Wait(wait.min(LONGEST_WAIT)))
        }
    }

    fn queue(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The row's message; a row whose copy cannot be filled becomes suppressed and gives none.
    async fn composed(&self, row: &Claimed) -> Result<Option<Message>, LedgerError> {
        let filled = match self.composers.get(&row.edition) {
            Some(composer) => {
                let list = row.lists.first().map_or("", String::as_str);
                composer
                    .compose(row.attempt, &row.canonical, &row.mail_to, list, &row.profile)
                    .map_err(|unfillable| format!("cannot be rendered: {}", unfillable.reason))
            }
            None => Err(format!(
                "cannot be rendered: edition {} is not in the ledger",
                row.edition
            )),
        };
        match filled {
            Ok(message) => {
                self.underway.draw(&message);
                Ok(Some(message))
            }
            Err(reason) => {
                let (run, now, rows) = (self.run, self.clock.now(), vec![(row.attempt, reason)]);
                self.ledger
                    .call(move |engine| engine.suppress(run, &rows, now))
                    .await?;
                Ok(None)
            }
        }
    }
}

enum Step {
    Row(Box<Claimed>),
    Wait(Duration),
    Done,
}

impl Queue {
    /// What is next without asking the ledger; nothing where it has to be asked.
    fn next(&mut self, admit: Admit<'_>) -> Option<Step> {
        if self.allowed == Some(0) {
            return Some(Step::Done);
        }
        let Some(row) = self.admitted(admit) else {
            return (!self.has_room()).then_some(Step::Wait(LONGEST_WAIT));
        };
        if row.attempt.number == 1 {
            self.exhausted = None;
        }
        self.allowed = self.allowed.map(|allowed| allowed - 1);
        Some(Step::Row(Box::new(row)))
    }

    /// How many rows to claim.
    fn most_to_claim(&self) -> usize {
        let allowed = self
            .allowed
            .map(|allowed| usize::try_from(allowed).unwrap_or(BATCH));
        allowed.map_or(BATCH, |allowed| allowed.min(BATCH))
    }

    /// The rows that were claimed and not handed out.
    fn take_rest(&mut self) -> impl Iterator<Item = Claimed> + use<> {
        let held_back = std::mem::take(&mut self.held_back).into_values().flatten();
        std::mem::take(&mut self.claimed).into_iter().chain(held_back)
    }

    /// The first row whose domain may have a copy now; those before it are held back.
    fn admitted(&mut self, admit: Admit<'_>) -> Option<Claimed> {
        let domain = self.held_back.keys().find(|domain| admit(domain)).cloned();
        if let Some(domain) = domain {
            let rows = self.held_back.get_mut(&domain)?;
            let row = rows.pop_front();
            if rows.is_empty() {
                self.held_back.remove(&domain);
            }
            return row;
        }
        while let Some(row) = self.claimed.pop_front() {
            let domain = domain_of(&row);
            // A domain with rows held back was asked just now.
            if !self.held_back.contains_key(domain) && admit(domain) {
                return Some(row);
            }
            let domain = domain.to_owned();
            self.held_back.entry(domain).or_default().push_back(row);
        }
        None
    }

    /// Whether more rows may be claimed.
    fn has_room(&self) -> bool {
        self.held_back.values().map(VecDeque::len).sum::<usize>() < MOST_HELD_BACK
    }
}

fn domain_of(row: &Claimed) -> &str {
    let address = row.canonical.as_str();
    address.rsplit_once('@').map_or(address, |(_, domain)| domain)
}

impl MessageSource for Claims {
    async fn next(&self, admit: Admit<'_>) -> Next {
        loop {
            let message = match self.next_claimed(&mut *admit).await {
                Ok(Step::Wait(time)) => return Next::Wait(time),
                Ok(Step::Done) => return Next::Done,
                Ok(Step::Row(row)) => self.composed(&row).await,
                Err(error) => Err(error),
            };
            match message {
                Ok(Some(message)) => return Next::Message(Box::new(message)),
                Ok(None) => {}
                Err(error) => {
                    if let Ok(mut fault) = self.fault.lock() {
                        fault.get_or_insert(error);
                    }
                    return Next::Done;
                }
            }
        }
    }
}

fn time_until(now: Timestamp, due: Timestamp) -> Duration {
    // A little more than the difference, so that the row is due when the connection asks again.
    let late = Duration::from_millis(20);
    Duration::try_from(due.duration_since(now)).unwrap_or_default() + late
}
