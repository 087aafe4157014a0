//! The journal's word that a copy's final dot may be written.

use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use crate::message::{Attempt, Journal, JournalFault};

type Answer = Result<bool, JournalFault>;

/// An intent: not asked for yet, asked for, or answered. Dropped before its answer is there, it is withdrawn.
#[derive(Default)]
pub(super) enum Intent {
    #[default]
    Unasked,
    Asked(Pin<Box<dyn Future<Output = Answer> + Send>>),
    Answered(Answer),
}

impl Intent {
    /// Whether it was asked for.
    pub(super) fn is_asked(&self) -> bool {
        !matches!(self, Self::Unasked)
    }

    /// Asks for it, if that was not done, and does not wait.
    pub(super) fn ask<J: Journal>(&mut self, journal: &Arc<J>, attempt: Attempt) {
        if self.is_asked() {
            return;
        }
        let journal = Arc::clone(journal);
        let mut asked: Pin<Box<dyn Future<Output = Answer> + Send>> =
            Box::pin(async move { journal.intend(attempt).await });
        // A future does nothing until it is polled. The answer is nobody's business before somebody waits for it: then it wakes nobody.
        *self = match asked.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(answer) => Self::Answered(answer),
            Poll::Pending => Self::Asked(asked),
        };
    }

    /// Waits for the answer where it was asked for: an outcome that overtook it would be told of an intent that is withdrawn.
    pub(super) async fn done<J: Journal>(&mut self, journal: &Arc<J>, attempt: Attempt) {
        if let Self::Asked(asked) = self {
            let is_there = poll_fn(|cx| Poll::Ready(asked.as_mut().poll(cx))).await;
            let answer = match is_there {
                Poll::Ready(answer) => answer,
                Poll::Pending => {
                    journal.hurry(attempt);
                    asked.await
                }
            };
            *self = Self::Answered(answer);
        }
    }

    /// Waits for the answer. May be cancelled and asked again.
    pub(super) async fn answer<J: Journal>(&mut self, journal: &Arc<J>, attempt: Attempt) -> Answer {
        self.ask(journal, attempt);
        self.done(journal, attempt).await;
        match self {
            Self::Answered(answer) => answer.clone(),
            Self::Unasked | Self::Asked(_) => Ok(false),
        }
    }
}
