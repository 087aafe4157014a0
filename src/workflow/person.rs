//! Who gives a verdict.

use crate::foundation::Environment;

/// The person at this machine, as the ledger's log names them.
pub(super) fn person(environment: &Environment) -> String {
    let name = environment
        .variable("USER")
        .or_else(|| environment.variable("LOGNAME"));
    name.unwrap_or("unknown").to_owned()
}
