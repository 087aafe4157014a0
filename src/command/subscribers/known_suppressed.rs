//! Whom the ledger keeps from mail.

use crate::command::Context;
use crate::publication::Publication;
use crate::workflow::Suppressed;

/// Who is suppressed. Where the ledger cannot be read that is told, and nobody is: the lists can be worked on without it.
pub(super) fn known_suppressed(publication: &Publication, context: &mut Context) -> Suppressed {
    Suppressed::read(publication, &context.environment).unwrap_or_else(|failure| {
        let message = failure.message;
        context.console.warn(format!(
            "who is suppressed is not known here, where the ledger cannot be read: {message}"
        ));
        Suppressed::default()
    })
}
