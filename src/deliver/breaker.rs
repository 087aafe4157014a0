//! The same refusal for everyone is not everyone's fault.

use crate::message::{Attempt, EnhancedCode, Reply};

/// Counts final refusals in a row with one code: the enhanced one, or the basic one where there is no enhanced one. A delay (4yz) neither
/// counts nor interrupts the row.
#[derive(Debug)]
pub struct Breaker {
    limit: usize,
    code: Option<(Option<EnhancedCode>, u16)>,
    fed: Vec<Attempt>,
}

impl Breaker {
    /// One that breaks at so many.
    pub fn new(limit: usize) -> Self {
        Self {
            limit,
            code: None,
            fed: Vec::new(),
        }
    }

    /// A copy was accepted: the row ends.
    pub fn accepted(&mut self) {
        self.code = None;
        self.fed.clear();
    }

    /// A copy was refused. `true` when that makes the row too long.
    pub fn refused(&mut self, attempt: Attempt, reply: &Reply) -> bool {
        if !reply.is_permanent() {
            return false;
        }
        // Where there is an enhanced code, 550 and 554 with it say the same.
        let code = match reply.enhanced {
            Some(enhanced) => (Some(enhanced), 0),
            None => (None, reply.code),
        };
        if self.code != Some(code) {
            self.accepted();
            self.code = Some(code);
        }
        self.fed.push(attempt);
        self.fed.len() >= self.limit
    }

    /// The attempts in the row so far.
    pub fn fed(&self) -> &[Attempt] {
        &self.fed
    }
}
