//! Copies that a slot keeps from being made.

use crate::compose::Unfillable;
use crate::foundation::{Failure, plural};

/// What the reason of a row begins with whose copy cannot be made.
const CANNOT: &str = "cannot be rendered: ";

/// How many copies cannot be made, and why the first of them cannot.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unfilled {
    /// How many.
    pub copies: usize,
    /// The tag of the first, where it was written, and what is wrong.
    pub first: String,
}

impl Unfilled {
    /// The reason that the ledger keeps of such a row.
    pub(super) fn reason(unfillable: &Unfillable) -> String {
        format!("{CANNOT}{}", unfillable.reason)
    }

    /// Counts a row that is suppressed for a reason, if it is this one.
    pub(super) fn count(&mut self, reason: &str) {
        let Some(why) = reason.strip_prefix(CANNOT) else {
            return;
        };
        if self.copies == 0 {
            why.clone_into(&mut self.first);
        }
        self.copies += 1;
    }

    /// Adds those that come behind.
    pub(super) fn join(&mut self, others: Self) {
        if self.copies == 0 {
            self.first = others.first;
        }
        self.copies += others.copies;
    }

    /// Where it is every copy, the fault is the draft's and not the subscribers'.
    pub(super) fn failure(&self) -> Failure {
        let copies = plural(self.copies, "copy");
        Failure::new(format!("none of {copies} can be filled: {}", self.first))
            .hinted("a slot that some subscribers have no value for takes one from `default`, as in `{{ subscriber.town | default(\"town\") }}`")
    }
}
