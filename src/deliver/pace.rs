//! How fast final dots are written.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use crate::foundation::Rate;
use crate::message::Reply;

use super::DomainLimit;
use super::domain_pace::{Admission, DomainPace, says_too_fast};
use super::gate::{Gate, Open, Place};

/// Keeps all connections together to one [`Rate`], and each recipient domain to its own, exactly: in no period are more final dots written than a
/// rate says.
///
/// A copy is admitted to its domain ([`Pace::admit`]) and has a place ([`Pace::reserve`]) before its MAIL is written; its dot is written where the way is free
/// ([`Pace::open`]), and counted when it is (`Passage::pass`). What is given up before that costs nothing.
#[derive(Debug)]
pub struct Pace {
    /// `None` where there is no limit.
    all: Option<Gate>,
    /// Those that have limits, or have said "too fast".
    domains: Mutex<HashMap<String, Arc<DomainPace>>>,
}

/// A place in the queue of all; dropped, it is free again.
#[derive(Debug)]
pub struct Slot {
    _place: Option<Place>,
}

/// A copy's leave to be sent to its domain; dropped, it is over.
#[derive(Debug, Default)]
pub struct Leave {
    admission: Option<Admission>,
}

/// The way is free for one final dot, and nobody else's passes meanwhile: the time that counts is when it was written, and a thread may be held up before that.
/// Dropped, nothing is counted.
#[derive(Debug)]
pub struct Passage<'a>([Option<Open<'a>>; 2]);

impl Passage<'_> {
    /// The final dot is written: counts it.
    pub fn pass(self) {
        for open in self.0.into_iter().flatten() {
            open.pass();
        }
    }
}

impl Leave {
    /// The final dot is written: the domain's next copy may be begun.
    pub fn leave_place(&mut self) {
        if let Some(admission) = &mut self.admission {
            admission.leave_place();
        }
    }
}

impl Pace {
    /// A pace that keeps a rate, and some domains to their own.
    pub fn new(rate: Rate, limits: &[DomainLimit]) -> Self {
        let domains = limits.iter().map(|limit| {
            let pace = DomainPace::new(Some(limit));
            (limit.domain.clone(), Arc::new(pace))
        });
        Self {
            all: Gate::new(rate),
            domains: Mutex::new(domains.collect()),
        }
    }

    /// Leave for a copy to a domain (lower-case A-labels) on a connection. The error says from when on it is worth another try, where only time
    /// is lacking, and not another copy's end.
    pub fn admit(&self, domain: &str, connection: usize) -> Result<Leave, Option<Instant>> {
        let known = self.domain(domain);
        let admission = known.map(|domain| domain.admit(connection)).transpose()?;
        Ok(Leave { admission })
    }

    /// Waits until a transaction may be begun. May be cancelled.
    pub async fn reserve(&self) -> Slot {
        match &self.all {
            None => Slot { _place: None },
            Some(gate) => Slot {
                _place: gate.place().await,
            },
        }
    }

    /// The same where that needs no waiting.
    pub fn try_reserve(&self) -> Option<Slot> {
        let place = self.all.as_ref().map(Gate::place_now).transpose().ok()?;
        Some(Slot { _place: place })
    }

    /// Whether a copy's final dot may have to wait.
    pub fn holds(&self, leave: &Leave) -> bool {
        self.all.is_some() || leave.admission.as_ref().is_some_and(|own| own.gate().is_some())
    }

    /// Waits until the final dot may be written. May be cancelled.
    pub async fn open<'a>(&'a self, leave: &'a Leave) -> Passage<'a> {
        let own = leave.admission.as_ref().and_then(Admission::gate);
        let own = match own {
            Some(gate) => Some(gate.open().await),
            None => None,
        };
        let all = match &self.all {
            // Before an open gate of its own domain it keeps the domain's others waiting: behind everyone else it would make a slower rate of the domain's.
            Some(gate) if own.is_some() => Some(gate.open_soon().await),
            Some(gate) => Some(gate.open().await),
            None => None,
        };
        Passage([own, all])
    }

    /// A domain took a copy.
    pub fn accepted(&self, domain: &str) {
        if let Some(domain) = self.domain(domain) {
            domain.accepted();
        }
    }

    /// A domain refused a copy. Where it has said "too fast" once too often, it is admitted no more for a while, which is returned, and from then on over one connection.
    pub fn refused(&self, domain: &str, reply: &Reply) -> Option<Duration> {
        if !says_too_fast(reply) {
            return None;
        }
        let mut domains = self.domains.lock().unwrap_or_else(PoisonError::into_inner);
        let pace = domains.entry(domain.to_owned());
        let pace = pace.or_insert_with(|| Arc::new(DomainPace::new(None))).clone();
        drop(domains);
        pace.said_too_fast()
    }

    fn domain(&self, domain: &str) -> Option<Arc<DomainPace>> {
        let domains = self.domains.lock().unwrap_or_else(PoisonError::into_inner);
        domains.get(domain).cloned()
    }
}
