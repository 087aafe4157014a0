//! Rows that were claimed, and whose turn it is.

use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;

use tokio::time::Instant;

use crate::ledger::Claimed;
use crate::message::Admit;

/// Rows claimed at a time. While the ledger claims, no intent is granted: not so many that connections would wait for that.
const BATCH: usize = 200;
/// With no more left than that, the next are asked for: enough to keep every connection busy until they come.
const FEW: usize = 150;
/// Rows held back at most: some megabytes. While there are as many, nobody else is claimed either.
const MOST_HELD_BACK: usize = 20_000;
/// The longest a connection waits before it asks again.
pub(super) const LONGEST_WAIT: Duration = Duration::from_secs(5);

/// What a connection that asks is told.
pub(super) enum Step {
    Row(Box<Claimed>),
    Wait(Duration),
    Done,
}

/// Rows between the ledger and the connections.
#[derive(Default)]
pub(super) struct ClaimQueue {
    pub(super) claimed: VecDeque<Claimed>,
    /// Rows whose domain may not have a copy now, by domain.
    pub(super) held_back: BTreeMap<String, VecDeque<Claimed>>,
    /// The ledger gave fewer than it was asked for: it is not asked again before the last are handed out.
    pub(super) dry: bool,
    /// How many more this run may hand out (`--limit`).
    pub(super) allowed: Option<u64>,
    /// Since when nothing but deferred rows is left. A further try does not begin it anew: the run would never end while a relay goes on deferring.
    pub(super) exhausted: Option<Instant>,
}

impl ClaimQueue {
    /// What is next without asking the ledger; nothing where it has to be asked.
    pub(super) fn next(&mut self, admit: Admit<'_>) -> Option<Step> {
        if self.allowed == Some(0) {
            return Some(Step::Done);
        }
        let Some(row) = self.admitted(admit) else {
            return (!self.has_room()).then_some(Step::Wait(LONGEST_WAIT));
        };
        if row.attempt.number == 1 {
            self.exhausted = None;
        }
        self.allowed = self.allowed.map(|allowed| allowed - 1);
        Some(Step::Row(Box::new(row)))
    }

    /// How many rows to claim.
    pub(super) fn most_to_claim(&self) -> usize {
        let allowed = self
            .allowed
            .map(|allowed| usize::try_from(allowed).unwrap_or(usize::MAX));
        allowed.map_or(BATCH, |allowed| {
            allowed.saturating_sub(self.claimed.len()).min(BATCH)
        })
    }

    /// Whether the next rows are to be asked for before these are handed out.
    pub(super) fn wants_more(&self) -> bool {
        self.claimed.len() <= FEW && !self.dry && self.has_room()
    }

    /// The rows that were claimed and not handed out.
    pub(super) fn take_rest(&mut self) -> impl Iterator<Item = Claimed> + use<> {
        let held_back = std::mem::take(&mut self.held_back).into_values().flatten();
        std::mem::take(&mut self.claimed).into_iter().chain(held_back)
    }

    /// The first row whose domain may have a copy now; those before it are held back.
    fn admitted(&mut self, admit: Admit<'_>) -> Option<Claimed> {
        let domain = self.held_back.keys().find(|domain| admit(domain)).cloned();
        if let Some(domain) = domain {
            let rows = self.held_back.get_mut(&domain)?;
            let row = rows.pop_front();
            if rows.is_empty() {
                self.held_back.remove(&domain);
            }
            return row;
        }
        while let Some(row) = self.claimed.pop_front() {
            let domain = domain_of(&row);
            // A domain with rows held back was asked just now.
            if !self.held_back.contains_key(domain) && admit(domain) {
                return Some(row);
            }
            let domain = domain.to_owned();
            self.held_back.entry(domain).or_default().push_back(row);
        }
        None
    }

    /// Whether more rows may be claimed.
    fn has_room(&self) -> bool {
        self.held_back.values().map(VecDeque::len).sum::<usize>() < MOST_HELD_BACK
    }
}

fn domain_of(row: &Claimed) -> &str {
    let address = row.canonical.as_str();
    address.rsplit_once('@').map_or(address, |(_, domain)| domain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::foundation::CanonicalAddress;
    use crate::message::Attempt;
    use crate::subscriber::Profile;

    fn claimed(rows: usize) -> VecDeque<Claimed> {
        let row = |row| Claimed {
            attempt: Attempt { row, number: 1 },
            canonical: CanonicalAddress::stored(format!("r{row}@example.org")),
            mail_to: format!("r{row}@example.org"),
            lists: vec!["weekly".to_owned()],
            profile: Profile::default(),
            edition: 1,
        };
        (1..).map(row).take(rows).collect()
    }

    #[test]
    fn more_is_wanted_before_the_last_are_handed_out_unless_there_were_fewer_than_asked_for() {
        let mut queue = ClaimQueue {
            claimed: claimed(FEW + 1),
            ..ClaimQueue::default()
        };
        assert!(!queue.wants_more());
        assert!(matches!(queue.next(&mut |_| true), Some(Step::Row(_))));
        assert!(queue.wants_more());
        queue.dry = true;
        assert!(!queue.wants_more());
    }

    #[test]
    fn no_more_is_claimed_than_may_be_handed_out() {
        let mut queue = ClaimQueue {
            claimed: claimed(3),
            allowed: Some(5),
            ..ClaimQueue::default()
        };
        assert_eq!(queue.most_to_claim(), 2);
        while let Some(Step::Row(_)) = queue.next(&mut |_| true) {}
        assert_eq!((queue.allowed, queue.most_to_claim()), (Some(2), 2));
        queue.claimed = claimed(2);
        assert_eq!(queue.most_to_claim(), 0);
        queue.allowed = None;
        assert_eq!(queue.most_to_claim(), BATCH);
    }
}
