//! The ledger's rows, claimed in batches and composed as connections ask for them.

use std::collections::BTreeMap;
use std::pin::Pin;
use std::sync::{Arc, Mutex as StdMutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use tokio::sync::Mutex;
use tokio::time::Instant;

use crate::compose::Composer;
use crate::foundation::Clock;
use crate::ledger::{Claimed, Engine, LedgerError, LedgerHandle, Run};
use crate::message::{Admit, Message, MessageSource, Next};

use super::claim_queue::{ClaimQueue, LONGEST_WAIT, Step};
use super::underway::Underway;

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
    queue: StdMutex<ClaimQueue>,
    /// Rows that the ledger was asked for. Held by who waits for them.
    coming: Mutex<Option<Coming>>,
    fault: StdMutex<Option<LedgerError>>,
}

/// Rows on their way, and how many were asked for.
struct Coming {
    most: usize,
    rows: Rows,
}

type Rows = Pin<Box<dyn Future<Output = Result<Vec<Claimed>, LedgerError>> + Send>>;

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
            queue: StdMutex::new(ClaimQueue {
                allowed: limit,
                ..ClaimQueue::default()
            }),
            coming: Mutex::default(),
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
        let mut rest: Vec<_> = self.queue().take_rest().map(|row| row.attempt).collect();
        if let Some(coming) = self.coming.lock().await.take() {
            rest.extend(coming.rows.await?.into_iter().map(|row| row.attempt));
        }
        let run = self.run;
        self.ledger.call(move |engine| engine.release(run, &rest)).await
    }

    async fn next_claimed(&self, admit: Admit<'_>) -> Result<Step, LedgerError> {
        if let Some(step) = self.next_at_hand(&mut *admit) {
            return Ok(step);
        }
        // One waits for the ledger; who waited behind it finds what it was given.
        let mut coming = self.coming.lock().await;
        loop {
            if let Some(step) = self.queue().next(&mut *admit) {
                return Ok(step);
            }
            // What was asked for before the last were handed out does not tell that there is nothing more.
            let is_last_word = coming.is_none();
            let most = self.queue().most_to_claim();
            let asked = coming.get_or_insert_with(|| self.ask(most, true));
            let rows = asked.rows.as_mut().await;
            let most = asked.most;
            *coming = None;
            let rows = rows?;
            if rows.is_empty() && is_last_word {
                break;
            }
            let mut queue = self.queue();
            queue.dry = rows.len() < most;
            queue.claimed.extend(rows);
        }
        drop(coming);
        if !self.queue().held_back.is_empty() {
            return Ok(Step::Wait(LONGEST_WAIT));
        }
        self.wait_for_deferred().await
    }

    /// What is next without waiting for the ledger. With few left it is asked for more, unless somebody is at that.
    fn next_at_hand(&self, admit: Admit<'_>) -> Option<Step> {
        let (step, most, wants_more) = {
            let mut queue = self.queue();
            let step = queue.next(admit)?;
            (step, queue.most_to_claim(), queue.wants_more())
        };
        if matches!(step, Step::Row(_))
            && wants_more
            && most > 0
            && let Ok(mut coming) = self.coming.try_lock()
            && coming.is_none()
        {
            *coming = Some(self.ask(most, false));
        }
        Some(step)
    }

    fn ask(&self, most: usize, is_waited_for: bool) -> Coming {
        let (run, now) = (self.run, self.clock.now());
        let claim = move |engine: &mut dyn Engine| engine.claim(run, most, now);
        let rows: Rows = if is_waited_for {
            Box::pin(self.ledger.begin(claim))
        } else {
            Box::pin(self.ledger.aside(claim))
        };
        Coming { most, rows }
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

    fn queue(&self) -> MutexGuard<'_, ClaimQueue> {
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
