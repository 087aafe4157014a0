//! Copies that go to one person to look at, and never count.

use std::collections::VecDeque;
use std::sync::Mutex;

use crate::message::{Attempt, Journal, JournalFault, Message, MessageSource, Next, Outcome};

/// A handful of messages and what became of them, in memory: a test copy is sent every time, so there is nothing to remember.
#[derive(Debug, Default)]
pub(super) struct TestCopies {
    waiting: Mutex<VecDeque<Message>>,
    outcomes: Mutex<Vec<(Attempt, Outcome)>>,
}

impl TestCopies {
    /// These messages, in this order.
    pub(super) fn new(messages: Vec<Message>) -> Self {
        Self {
            waiting: Mutex::new(messages.into()),
            outcomes: Mutex::default(),
        }
    }

    /// What became of them, in the order in which they ended.
    pub(super) fn outcomes(&self) -> Vec<(Attempt, Outcome)> {
        self.outcomes
            .lock()
            .map(|outcomes| outcomes.clone())
            .unwrap_or_default()
    }
}

impl MessageSource for TestCopies {
    async fn next(&self) -> Next {
        let message = self
            .waiting
            .lock()
            .ok()
            .and_then(|mut waiting| waiting.pop_front());
        message.map_or(Next::Done, |message| Next::Message(Box::new(message)))
    }
}

impl Journal for TestCopies {
    async fn intend(&self, _: Attempt) -> Result<bool, JournalFault> {
        Ok(true)
    }

    async fn record(&self, attempt: Attempt, outcome: Outcome) -> Result<(), JournalFault> {
        if let Ok(mut outcomes) = self.outcomes.lock() {
            outcomes.push((attempt, outcome));
        }
        Ok(())
    }
}
