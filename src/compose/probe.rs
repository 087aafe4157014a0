//! Whether copies can be made, told for a whole list without making them all.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::edition::{Piece, Slotted};
use crate::foundation::CanonicalAddress;
use crate::message::Attempt;
use crate::subscriber::Profile;

use super::{Composer, Unfillable, reader, slot_names};

/// Tries out copies before any is sent.
///
/// Where an edition's slots print values as they are, with at most a `default`, and its `if`s ask only whether there are any, whether a copy can be made depends only on
/// which of those values a subscriber has, and not on what they are. It is then tried once for each such set of values; most lists have a handful. Any other edition is tried for every subscriber.
#[derive(Debug)]
pub struct Probe {
    composer: Composer,
    /// The names of the values that decide; `None` where what they are matters too.
    deciding: Option<Vec<String>>,
    known: Mutex<Known>,
}

/// Some of a probe's trials, on one thread. What they find out, others need not.
#[derive(Debug)]
pub struct Trials<'a> {
    probe: &'a Probe,
    /// What has been asked for here: asking for it again hinders nobody.
    known: Known,
}

/// What came of it, by which of the values were there.
type Known = HashMap<u64, Option<Unfillable>>;

/// As many as a set of 64 can hold.
const MOST_NAMES: usize = 64;

impl Probe {
    /// A probe of an edition's copies.
    pub fn new(composer: Composer) -> Self {
        let edition = composer.edition();
        let mut names = Vec::new();
        let all = [&edition.subject, &edition.text, &edition.html];
        let simple = all.into_iter().all(|text| collect(text, &mut names)) && names.len() <= MOST_NAMES;
        Self {
            composer,
            deciding: simple.then_some(names),
            known: Mutex::default(),
        }
    }

    /// Begins to try copies out; on as many threads as one likes.
    pub fn trials(&self) -> Trials<'_> {
        Trials {
            probe: self,
            known: HashMap::new(),
        }
    }
}

impl Trials<'_> {
    /// Why a subscriber's copy cannot be made; nothing where it can.
    pub fn refusal(
        &mut self,
        canonical: &CanonicalAddress,
        mail_to: &str,
        list: &str,
        profile: &Profile,
    ) -> Option<Unfillable> {
        let Probe {
            composer,
            deciding,
            known,
        } = self.probe;
        let Some(deciding) = deciding else {
            return tried(composer, canonical, mail_to, list, profile);
        };
        let there = deciding
            .iter()
            .enumerate()
            .filter(|(_, name)| reader::has(profile, name))
            .fold(0_u64, |there, (at, _)| there | 1 << at);
        let here = self.known.entry(there);
        here.or_insert_with(|| {
            // Not tried while the lock is held: the others would wait for it.
            let before = lock(known).get(&there).cloned();
            before.unwrap_or_else(|| {
                let refusal = tried(composer, canonical, mail_to, list, profile);
                lock(known).insert(there, refusal.clone());
                refusal
            })
        })
        .clone()
    }
}

/// Nothing panics while it holds the lock.
fn lock(known: &Mutex<Known>) -> MutexGuard<'_, Known> {
    known.lock().unwrap_or_else(PoisonError::into_inner)
}

fn tried(
    composer: &Composer,
    canonical: &CanonicalAddress,
    mail_to: &str,
    list: &str,
    profile: &Profile,
) -> Option<Unfillable> {
    let nobody = Attempt { row: 0, number: 0 };
    composer.compose(nobody, canonical, mail_to, list, profile).err()
}

/// Adds the names that a text's slots print and its conditions ask for; `false` where it does more than that.
fn collect(text: &Slotted, names: &mut Vec<String>) -> bool {
    text.pieces.iter().all(|piece| match piece {
        Piece::Fixed(_) => true,
        Piece::Value { expression, .. } => slot_names::collect(expression, names),
        Piece::Statement { statement, .. } => match statement.trim().split_once(char::is_whitespace) {
            Some(("if" | "elif", condition)) => slot_names::collect(condition, names),
            Some(_) => false,
            None => matches!(statement.trim(), "else" | "endif"),
        },
        Piece::Paragraph { content, .. } => collect(content, names),
    })
}
