//! People of whom nobody knows.

use crate::command::Context;
use crate::foundation::{CanonicalAddress, mask, plural};
use crate::workflow::{Suppressed, Suppressing};

/// So many are named: whole, for a typing error is not seen otherwise. More are no slip of the hand, and their addresses need not stand in a log.
const FEW: usize = 3;

/// A word that was given among so many others.
pub(super) fn shown(word: &str, among: usize) -> String {
    if among > FEW { mask(word) } else { word.to_owned() }
}

/// Warns of those among people who have just left that stand on no list, never had a copy, and were not forgotten.
pub(super) fn warn_of_strangers(
    people: &[CanonicalAddress],
    suppressing: &mut Suppressing,
    suppressed: &Suppressed,
    context: &mut Context,
) {
    let unforgotten = people
        .iter()
        .filter(|person| suppressed.forgotten(person).is_none());
    // They are suppressed already: a list that cannot be read, or a ledger, is other commands' business.
    let Ok(strangers) = suppressing.strangers(unforgotten.cloned()) else {
        return;
    };
    if strangers.len() > FEW {
        let number = plural(strangers.len(), "address");
        context.console.warn(format!(
            "{number} stand on no list and never had a copy: are they written as in the mail of those who left?"
        ));
        return;
    }
    for person in people.iter().filter(|person| strangers.contains(*person)) {
        context.console.warn(format!(
            "`{person}` is on no list and never had a copy: is it written as in their mail?"
        ));
    }
}
