//! A send whose lists are staged.

use crate::foundation::Failure;

use super::prepared_send::PreparedSend;

/// A send that holds the ledger and has staged its lists, and has changed nothing. What it comes to is not known yet.
pub struct StagedSend(pub(super) PreparedSend);

impl StagedSend {
    /// Finds out what the send would do, and changes nothing: for somebody who is to say whether to go on.
    pub async fn surveyed(self) -> Result<PreparedSend, Failure> {
        let Self(mut send) = self;
        send.plan.survey(&send.ledger).await?;
        Ok(send)
    }

    /// Writes the plan into the ledger at once: where nobody is asked, one walk over the lists finds out what the send does, and does for the plan too.
    pub async fn sealed(self) -> Result<PreparedSend, Failure> {
        let Self(mut send) = self;
        send.plan.seal(&send.ledger).await?;
        Ok(send)
    }
}
