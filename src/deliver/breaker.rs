//! The same refusal for everyone is not everyone's fault.

use crate::message::{Attempt, EnhancedCode, Reply};

/// Counts final refusals in a row with one code: the enhanced one, or the basic one where there is no enhanced one. A delay (4yz) neither
/// counts nor interrupts the row; nor does a refused address (X.1.z), once the relay has accepted any copy of the run: then such refusals
/// are what they say, however many dead addresses a list has side by side.
#[derive(Debug)]
pub struct Breaker {
    limit: usize,
    trusted: bool,
    code: Option<(Option<EnhancedCode>, u16)>,
    fed: Vec<Attempt>,
}

impl Breaker {
    /// One that breaks at so many.
    pub fn new(limit: usize) -> Self {
        Self {
            limit,
            trusted: false,
            code: None,
            fed: Vec::new(),
        }
    }

    /// A copy was accepted: the row ends.
    pub fn accepted(&mut self) {
        self.trusted = true;
        self.code = None;
        self.fed.clear();
    }

    /// Whether a copy of the run was accepted: the relay takes mail from us.
    pub fn trusts(&self) -> bool {
        self.trusted
    }

    /// A copy was refused. `true` when that makes the row too long.
    pub fn refused(&mut self, attempt: Attempt, reply: &Reply) -> bool {
        if !reply.is_permanent() || (self.trusted && reply.enhanced.is_some_and(of_the_address)) {
            return false;
        }
        // Where there is an enhanced code, 550 and 554 with it say the same.
        let code = match reply.enhanced {
            Some(enhanced) => (Some(enhanced), 0),
            None => (None, reply.code),
        };
        if self.code != Some(code) {
            self.fed.clear();
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

/// X.1.z: the recipient's address, but for X.1.7 and X.1.8, the sender's (RFC 3463 section 3.2).
fn of_the_address(code: EnhancedCode) -> bool {
    code.subject == 1 && !matches!(code.detail, 7 | 8)
}
