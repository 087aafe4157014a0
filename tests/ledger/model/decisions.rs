//! The ledger and the model, side by side: what people decide, and time.

use digest_cli::foundation::CanonicalAddress;
use digest_cli::ledger::{
    Engine, RowFilter, RowState, Suppression, SuppressionReason, SuppressionScope, Verdict,
};

use super::both::Both;
use super::copy::Why;
use super::model::{PEOPLE, list_name, name};
use crate::ledger::fixture::{DAY, hash_of, issue};

const PUBLICATION: &str = "weekly.example.org";

impl Both {
    pub(super) fn resolve(&mut self) {
        let now = self.now();
        for person in 0..PEOPLE {
            let Some(copy) = self.model.copies.get_mut(&person) else {
                continue;
            };
            let arrived = copy.delivered > 0;
            let verdict = if arrived {
                Verdict::Delivered
            } else {
                Verdict::NotDelivered
            };
            let doubtful = copy.state == RowState::InDoubt;
            if doubtful && arrived {
                self.model.accept(person, now);
            } else if doubtful {
                self.model.plan_again(person);
            }
            assert_eq!(self.settle(person, verdict), u64::from(doubtful));
        }
    }

    pub(super) fn retry(&mut self) {
        for person in 0..PEOPLE {
            let Some(copy) = self.model.copies.get_mut(&person) else {
                continue;
            };
            let fits = matches!(copy.state, RowState::Rejected | RowState::Expired);
            if fits {
                self.model.plan_again(person);
            }
            assert_eq!(self.settle(person, Verdict::Retry), u64::from(fits));
        }
    }

    pub(super) fn settle(&mut self, person: usize, verdict: Verdict) -> u64 {
        let desk = self.desk();
        let filter = RowFilter {
            addresses: vec![CanonicalAddress::stored(name(person))],
            ..RowFilter::default()
        };
        desk.engine
            .settle(&issue(), &filter, verdict, "anna", desk.now)
            .unwrap()
    }

    pub(super) fn unsubscribe(&mut self, person: usize, list: usize) {
        let lists = self.model.unsubscribed.entry(person).or_default();
        lists.push(list);
        if let Some(copy) = self.model.copies.get_mut(&person).filter(|copy| copy.waits()) {
            copy.leave(&list_name(list));
        }
        let entry = Suppression {
            canonical: Some(CanonicalAddress::stored(name(person))),
            hash: hash_of(&name(person)),
            scope: SuppressionScope::List(list_name(list)),
            reason: SuppressionReason::Unsubscribed,
            since: self.now(),
        };
        self.desk()
            .engine
            .add_suppressions(PUBLICATION, &[entry])
            .unwrap();
    }

    pub(super) fn resubscribe(&mut self, person: usize) {
        self.model.unsubscribed.remove(&person);
        let hash = hash_of(&name(person));
        self.desk()
            .engine
            .lift_suppressions(PUBLICATION, &hash, &SuppressionScope::All)
            .unwrap();
    }

    pub(super) fn cancel(&mut self) {
        let waiting = self.model.copies.values_mut().filter(|copy| copy.waits());
        let cancelled = waiting.map(|copy| copy.suppress(Why::Cancelled)).count();
        self.model.cancelled = true;
        let under_way = self.model.copies.values_mut();
        for copy in under_way.filter(|copy| copy.state == RowState::Committing) {
            copy.cancelled = true;
        }
        let desk = self.desk();
        let rows = desk.engine.cancel(&issue(), "anna", desk.now).unwrap();
        assert_eq!(rows, cancelled as u64);
    }

    pub(super) fn make_due(&mut self) {
        let now = self.now();
        for copy in self.model.copies.values_mut() {
            copy.due = copy.due.map(|due| due.min(now));
        }
        let desk = self.desk();
        desk.engine.make_due(desk.run, now).unwrap();
    }

    pub(super) fn expire(&mut self) {
        let now = self.now();
        let before = now - 2 * DAY;
        let mut expired = 0;
        for copy in self.model.copies.values_mut() {
            let late = copy.deferred_since.is_some_and(|since| since < before);
            if copy.state == RowState::Deferred && late {
                copy.state = RowState::Expired;
                copy.due = None;
                expired += 1;
            }
        }
        let desk = self.desk();
        assert_eq!(desk.engine.expire(desk.run, before, now).unwrap(), expired);
    }
}
