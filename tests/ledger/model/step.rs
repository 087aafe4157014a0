//! What can happen.

use proptest::prelude::*;

use super::model::{LISTS, PEOPLE};

/// One thing that happens. Numbers choose among what is there, modulo how many there are.
#[derive(Debug, Clone)]
pub(super) enum Step {
    /// A person's row on a list changes: absent, wanted, pending.
    Edit {
        person: usize,
        list: usize,
        standing: u8,
    },
    /// `send` is started: lists are staged and the plan is sealed, with a new edition or the old.
    Send {
        changed: bool,
    },
    Claim {
        most: usize,
    },
    /// Claimed rows are announced.
    Intend {
        which: Vec<usize>,
    },
    /// A row in flight comes to an end.
    End {
        which: usize,
        end: End,
    },
    /// The answer to a copy in doubt comes after all.
    LateAnswer {
        which: usize,
    },
    /// Something is said again of a try that has ended, and one is announced that was never claimed.
    Stale {
        person: usize,
    },
    Release {
        which: usize,
    },
    CannotBeMade {
        which: usize,
    },
    /// The breaker takes a refusal back.
    Retract {
        person: usize,
    },
    /// The program dies. Of the copies whose dot may have been written, the relay took those whose bit is set.
    Crash {
        taken: u8,
    },
    /// A person says of every copy in doubt what is true.
    Resolve,
    Retry,
    Unsubscribe {
        person: usize,
        list: usize,
    },
    Resubscribe {
        person: usize,
    },
    Cancel,
    MakeDue,
    Expire,
    Wait {
        minutes: u64,
    },
}

/// How a try ends.
#[derive(Debug, Clone, Copy)]
pub(super) enum End {
    Accepted,
    Deferred,
    Rejected,
    NotHandedOver,
    TurnedAway,
    /// The dot was written and the answer lost: the relay has the copy.
    LostAfter,
    /// The same, and the relay has not.
    LostBefore,
}

pub(super) fn any_step() -> impl Strategy<Value = Step> {
    let person = 0..PEOPLE;
    let end = prop_oneof![
        4 => Just(End::Accepted),
        3 => Just(End::Deferred),
        1 => Just(End::Rejected),
        1 => Just(End::NotHandedOver),
        1 => Just(End::TurnedAway),
        1 => Just(End::LostAfter),
        1 => Just(End::LostBefore),
    ];
    prop_oneof![
        4 => (person.clone(), 0..LISTS, 0..6_u8).prop_map(|(person, list, standing)| Step::Edit { person, list, standing }),
        4 => prop::bool::weighted(0.2).prop_map(|changed| Step::Send { changed }),
        8 => (1..5_usize).prop_map(|most| Step::Claim { most }),
        8 => prop::collection::vec(0..8_usize, 1..4).prop_map(|which| Step::Intend { which }),
        10 => (0..8_usize, end).prop_map(|(which, end)| Step::End { which, end }),
        2 => (0..8_usize).prop_map(|which| Step::LateAnswer { which }),
        2 => person.clone().prop_map(|person| Step::Stale { person }),
        1 => (0..8_usize).prop_map(|which| Step::Release { which }),
        1 => (0..8_usize).prop_map(|which| Step::CannotBeMade { which }),
        1 => person.clone().prop_map(|person| Step::Retract { person }),
        2 => any::<u8>().prop_map(|taken| Step::Crash { taken }),
        2 => Just(Step::Resolve),
        1 => Just(Step::Retry),
        1 => (person.clone(), 0..LISTS).prop_map(|(person, list)| Step::Unsubscribe { person, list }),
        1 => person.prop_map(|person| Step::Resubscribe { person }),
        1 => Just(Step::Cancel),
        1 => Just(Step::MakeDue),
        2 => Just(Step::Expire),
        3 => prop_oneof![0..10_u64, 0..9000_u64].prop_map(|minutes| Step::Wait { minutes }),
    ]
}
