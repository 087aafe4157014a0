//! The clearance to send.

use crate::edition::Edition;
use crate::foundation::Failure;

use super::Findings;

/// An edition whose findings let it pass. There is no other way into a plan, and no other way to get one than [`Cleared::new`].
#[derive(Debug, Clone)]
pub struct Cleared {
    edition: Edition,
}

impl Cleared {
    /// Clears an edition, given what the check of its draft found.
    ///
    /// # Errors
    ///
    /// Where the findings hold an error (the failure carries the errors), or where they are of another issue's draft.
    pub fn new(edition: Edition, findings: &Findings) -> Result<Self, Failure> {
        if !findings.speaks_of(&edition.issue) {
            return Err(
                Failure::new(format!("the issue `{}` was not checked", edition.issue))
                    .hinted("run `digest check` to see what its draft says"),
            );
        }
        findings.require_no_errors(&edition.issue)?;
        Ok(Self { edition })
    }

    /// The edition.
    pub fn edition(&self) -> &Edition {
        &self.edition
    }
}
