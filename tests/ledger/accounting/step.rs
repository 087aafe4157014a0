//! What can happen.

use proptest::prelude::*;

/// The most connections of a schedule.
pub(super) const CONNECTIONS: usize = 3;

/// One thing that happens. A connection's number counts modulo how many there are; what cannot happen there does not.
#[derive(Debug, Clone, Copy)]
pub(super) enum Step {
    /// A connection takes the next copy and asks the ledger for leave to end it.
    Draw { connection: usize },
    /// What waits for the ledger is committed.
    Commit,
    /// A connection that has leave writes its final dot.
    Dot { connection: usize, fate: Fate },
    /// The relay's answer comes.
    Answer { connection: usize },
    /// The relay refuses the recipient before the message is handed over.
    Refuse { connection: usize, for_good: bool },
    /// A connection is lost; where an answer was awaited, the relay may have taken the copy.
    Lose { connection: usize, taken: bool },
    /// The program dies and is started again. What waited for the ledger may just have become durable; the relay has taken those awaited copies whose bit is set.
    Crash { durable: bool, taken: u8 },
    /// The program ends in good order and is started again.
    Restart,
    /// Time passes.
    Wait { minutes: u64 },
}

/// What the relay will say to the final dot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    Takes,
    Defers,
    Rejects,
}

pub(super) fn any_step() -> impl Strategy<Value = Step> {
    let connection = 0..CONNECTIONS;
    let fate = prop_oneof![
        4 => Just(Fate::Takes),
        2 => Just(Fate::Defers),
        1 => Just(Fate::Rejects),
    ];
    prop_oneof![
        10 => connection.clone().prop_map(|connection| Step::Draw { connection }),
        8 => Just(Step::Commit),
        10 => (connection.clone(), fate).prop_map(|(connection, fate)| Step::Dot { connection, fate }),
        8 => connection.clone().prop_map(|connection| Step::Answer { connection }),
        1 => (connection.clone(), any::<bool>()).prop_map(|(connection, for_good)| Step::Refuse { connection, for_good }),
        2 => (connection, any::<bool>()).prop_map(|(connection, taken)| Step::Lose { connection, taken }),
        2 => (any::<bool>(), any::<u8>()).prop_map(|(durable, taken)| Step::Crash { durable, taken }),
        1 => Just(Step::Restart),
        1 => (0..10_u64).prop_map(|minutes| Step::Wait { minutes }),
    ]
}
