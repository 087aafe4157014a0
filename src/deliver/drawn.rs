//! A copy in a connection's hands.

use std::sync::atomic::Ordering;

use crate::message::{Journal, Message, MessageSource};

use super::intent::Intent;
use super::run::Run;
use super::{Leave, Slot};

/// A copy drawn from the source, and how far it is. It has exactly one outcome, whatever becomes of it.
pub(super) struct Drawn {
    pub(super) message: Box<Message>,
    /// Its domain admits it.
    pub(super) leave: Leave,
    /// Its place in the pace; without one its transaction is not begun.
    pub(super) slot: Option<Slot>,
    pub(super) intent: Intent,
    /// MAIL, RCPT and DATA went out behind the final dot of the copy before it.
    pub(super) joined: bool,
}

impl Drawn {
    pub(super) fn new(message: Box<Message>, leave: Leave) -> Self {
        Self {
            message,
            leave,
            slot: None,
            intent: Intent::default(),
            joined: false,
        }
    }

    /// Whether it is still to be sent. Asked only where the last intent was refused: otherwise each row of a cancelled issue would cost a connection.
    pub(super) async fn stands<S: MessageSource, J: Journal>(&mut self, run: &Run<S, J>) -> bool {
        if !run.wary.load(Ordering::Relaxed) {
            return true;
        }
        let attempt = self.message.attempt;
        let stands = if self.intent.is_asked() {
            // A journal that fails stops the run, which is not said here.
            !matches!(self.intent.answer(&run.journal, attempt).await, Ok(false))
        } else {
            run.journal.stands(attempt).await
        };
        if stands {
            run.wary.store(false, Ordering::Relaxed);
        }
        stands
    }
}
