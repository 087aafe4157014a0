//! A copy in a connection's hands.

use crate::message::Message;

use super::intent::Intent;
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
}
