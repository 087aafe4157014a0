//! Where `deliver` draws messages from.

use std::future::Future;
use std::time::Duration;

use super::Message;

/// What a source has to give.
#[derive(Debug)]
pub enum Next {
    /// A copy to send now. It is claimed: nobody else gets it until its outcome is told.
    Message(Box<Message>),
    /// Nothing now; ask again after this time, or when an outcome may have changed the answer.
    Wait(Duration),
    /// Nothing more in this run.
    Done,
}

/// Whether a copy to a domain (lower-case A-labels) may leave now. Where it says yes, a copy to that domain is handed out, or none.
pub type Admit<'a> = &'a mut (dyn FnMut(&str) -> bool + Send);

/// Hands out copies, each to one asker. Shared by all connections.
pub trait MessageSource: Send + Sync + 'static {
    /// The next copy whose domain may have one now.
    fn next(&self, admit: Admit<'_>) -> impl Future<Output = Next> + Send;
}
