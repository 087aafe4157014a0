//! Copies that go to one person to look at, and never count.

use std::collections::VecDeque;
use std::sync::Mutex;
use std::time::Duration;

use crate::message::{Admit, Attempt, Journal, JournalFault, Message, MessageSource, Next, Outcome};

/// The longest a connection waits before it asks again.
const LONGEST_WAIT: Duration = Duration::from_secs(5);

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
    async fn next(&self, admit: Admit<'_>) -> Next {
        let Ok(mut waiting) = self.waiting.lock() else {
            return Next::Done;
        };
        let admitted = |message: &mut Message| admit(message.envelope.recipient.domain());
        match waiting.pop_front_if(admitted) {
            Some(message) => Next::Message(Box::new(message)),
            None if waiting.is_empty() => Next::Done,
            None => Next::Wait(LONGEST_WAIT),
        }
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
