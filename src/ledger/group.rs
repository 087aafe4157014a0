//! Intents and outcomes that wait for the next commit.

use std::collections::BTreeSet;
use std::sync::Arc;

use tokio::sync::oneshot;

use super::Batch;
use super::terms::Terms;
use crate::message::{Attempt, JournalFault, Outcome};

/// Who waits for an intent.
pub(super) type Answer = oneshot::Sender<Result<bool, JournalFault>>;

/// What is to be committed, on which terms, and who waits for which of its intents.
pub(super) struct Committing {
    /// The terms.
    pub terms: Arc<Terms>,
    /// What is to be committed.
    pub batch: Batch,
    /// Its intents, each with who waits for it.
    pub waiting: Vec<(Attempt, Answer)>,
}

/// What goes into one commit.
#[derive(Default)]
pub(super) struct Group {
    terms: Option<Arc<Terms>>,
    outcomes: Vec<(Attempt, Outcome)>,
    intents: Vec<(Attempt, Answer)>,
    rows: BTreeSet<i64>,
}

impl Group {
    /// Whether there is nothing to commit.
    pub(super) fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How much there is.
    pub(super) fn len(&self) -> usize {
        self.outcomes.len() + self.intents.len()
    }

    /// Whether it holds an intent for a row.
    pub(super) fn intends(&self, row: i64) -> bool {
        self.rows.contains(&row)
    }

    /// Whether what is on these terms can go into the same commit.
    pub(super) fn fits(&self, terms: &Arc<Terms>) -> bool {
        self.terms.as_ref().is_none_or(|own| Arc::ptr_eq(own, terms))
    }

    /// Adds an intent and who waits for it.
    pub(super) fn intend(&mut self, terms: &Arc<Terms>, attempt: Attempt, answer: Answer) {
        self.terms = Some(Arc::clone(terms));
        self.rows.insert(attempt.row);
        self.intents.push((attempt, answer));
    }

    /// Adds an outcome.
    pub(super) fn record(&mut self, terms: &Arc<Terms>, attempt: Attempt, outcome: Outcome) {
        self.terms = Some(Arc::clone(terms));
        self.outcomes.push((attempt, outcome));
    }

    /// What is to be committed. Intents that nobody waits for any more are left out: nothing will be sent for them.
    pub(super) fn into_batch(self) -> Option<Committing> {
        let mut waiting = self.intents;
        waiting.retain(|(_, answer)| !answer.is_closed());
        let batch = Batch {
            outcomes: self.outcomes,
            intents: waiting.iter().map(|(attempt, _)| *attempt).collect(),
        };
        Some(Committing {
            terms: self.terms?,
            batch,
            waiting,
        })
    }
}
