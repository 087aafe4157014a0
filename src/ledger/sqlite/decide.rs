//! What a plan makes of one address: a pure decision.

use std::collections::HashMap;

use crate::ledger::staged::StagedRow;
use crate::ledger::{RowState, Standing, SuppressionReason};

/// How the address of a row begins whose person was forgotten; the keyed hash follows.
pub(super) const FORGOTTEN: &str = "forgotten:";

/// Why a row is suppressed, for the next plan, which must know whether that reason can go away. People read the reason beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cause {
    /// The list itself says no.
    List = 1,
    /// The ledger's suppressions say no.
    Suppression = 2,
    /// No mail can be sent there.
    Unusable = 3,
    /// They stand on no list of the issue any more.
    Left = 4,
    /// They joined too long after the first copy.
    Late = 5,
    /// Their copy could not be made.
    Copy = 6,
    /// The issue was cancelled.
    Cancelled = 7,
    /// They asked to be forgotten.
    Forgotten = 8,
}

impl Cause {
    /// The cause with a number.
    pub(super) fn numbered(number: u8) -> Option<Self> {
        [
            Self::List,
            Self::Suppression,
            Self::Unusable,
            Self::Left,
            Self::Late,
            Self::Copy,
            Self::Cancelled,
            Self::Forgotten,
        ]
        .into_iter()
        .find(|cause| *cause as u8 == number)
    }
}

/// A row of the issue, as far as a plan asks.
#[derive(Debug)]
pub(super) struct Existing {
    /// Its id.
    pub id: i64,
    /// Its state.
    pub state: RowState,
    /// Why it is suppressed.
    pub cause: Option<Cause>,
    /// The same for people.
    pub reason: Option<String>,
    /// Its lists, as JSON.
    pub lists: String,
    /// Whether it joined after the first copy.
    pub joined: bool,
}

/// What is the same for every address of a plan.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own")]
pub(super) struct Rules {
    /// The lists in the order staged.
    pub lists: Vec<String>,
    /// For each of them what a row has that stands on no other list, as JSON.
    pub alone: Vec<String>,
    /// The ledger's suppressions.
    pub blocks: Blocks,
    /// Whether a copy of the issue has been accepted.
    pub begun: bool,
    /// Whether that was too long ago for those who join.
    pub late: bool,
    /// Whether those without a copy get a new edition, and with it their values as they are now.
    pub refresh: bool,
    /// Whether copies in doubt are sent again.
    pub resend: bool,
}

/// The suppressions of a publication, by address. For each its list, or none for all.
#[derive(Debug, Default)]
pub(super) struct Blocks(pub HashMap<String, Vec<(Option<String>, SuppressionReason)>>);

/// What becomes of an address.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decision {
    /// The state the row will have.
    pub state: RowState,
    /// Why it is suppressed.
    pub cause: Option<Cause>,
    /// The same for people.
    pub reason: Option<String>,
    /// Its lists, as JSON.
    pub lists: String,
    /// Whether it joined after the first copy.
    pub joined: bool,
    /// Which staged row gives the address and the values that are frozen; none where those of the existing row stay.
    pub source: Option<usize>,
}

/// What the lists and the suppressions say of an address, all of them taken together.
struct Wish {
    /// The lists that hold the row.
    lists: Vec<usize>,
    /// The staged row whose values count.
    source: usize,
    /// Why mail may not go there.
    refused: Option<(Cause, String)>,
}

/// Decides about an address that stands on a list. `rows` is not empty.
pub(super) fn decide(
    address: &str,
    rows: &[StagedRow],
    existing: Option<&Existing>,
    rules: &Rules,
) -> Option<Decision> {
    let doubtful = rules.resend && existing.is_some_and(|row| row.state == RowState::InDoubt);
    if existing.is_some_and(is_settled) && !doubtful {
        return None;
    }
    let wish = wish(address, rows, rules);
    if doubtful && wish.refused.is_some() {
        return None;
    }
    let waits = |row: &Existing| matches!(row.state, RowState::Planned | RowState::Deferred);
    let pending = doubtful || existing.is_some_and(waits);
    let late = rules.late && !pending && existing.is_none_or(|row| row.cause != Some(Cause::Copy));
    let refused = match wish.refused {
        None if late => Some((Cause::Late, "joined too late".to_owned())),
        other => other,
    };
    let state = match existing {
        _ if refused.is_some() => RowState::Suppressed,
        Some(row) if waits(row) => row.state,
        _ => RowState::Planned,
    };
    // What was planned stays as it was planned; who comes, or comes back, comes with the values of today.
    let fresh = existing.is_none() || (state != RowState::Suppressed && (!pending || rules.refresh));
    let (cause, reason) = refused.unzip();
    let decision = Decision {
        state,
        cause,
        reason,
        lists: names(&wish.lists, rules),
        joined: existing.map_or(rules.begun, |row| row.joined),
        source: fresh.then_some(wish.source),
    };
    existing
        .is_none_or(|row| differs(row, &decision))
        .then_some(decision)
}

/// Decides about a row that stands on no list any more.
pub(super) fn decide_absent(existing: &Existing) -> Option<Decision> {
    matches!(existing.state, RowState::Planned | RowState::Deferred).then(|| Decision {
        state: RowState::Suppressed,
        cause: Some(Cause::Left),
        reason: Some("left".to_owned()),
        lists: existing.lists.clone(),
        joined: existing.joined,
        source: None,
    })
}

impl Blocks {
    /// Why an address gets no mail from a list.
    fn on(&self, address: &str, list: &str) -> Option<SuppressionReason> {
        let blocks = self.0.get(address)?;
        let on = |scope: Option<&str>| blocks.iter().find(|(list, _)| list.as_deref() == scope);
        on(None).or_else(|| on(Some(list))).map(|(_, reason)| *reason)
    }
}

/// What no plan changes: a row that has or may have its copy, or was refused for good; one that a person cancelled or that belongs to nobody any more.
fn is_settled(row: &Existing) -> bool {
    match row.state {
        RowState::Planned | RowState::Deferred => false,
        RowState::Suppressed => matches!(row.cause, Some(Cause::Cancelled | Cause::Forgotten)),
        RowState::Committing
        | RowState::Accepted
        | RowState::Rejected
        | RowState::InDoubt
        | RowState::Expired => true,
    }
}

/// One list that wants someone is enough, and then only such lists are named. A list that holds someone twice and says no once does not want them. Where none does, a list that says no counts for more than one that cannot be used.
fn wish(address: &str, rows: &[StagedRow], rules: &Rules) -> Wish {
    let mut wanted: Option<Wish> = None;
    let mut refused: Option<(Cause, String)> = None;
    let says_no = |list| {
        let no = |row: &StagedRow| row.list == list && matches!(row.standing, Standing::Suppressed(_));
        rows.iter().any(no)
    };
    for (at, row) in rows.iter().enumerate() {
        let refusal = match &row.standing {
            Standing::Suppressed(reason) => (Cause::List, reason.clone()),
            Standing::Unusable(reason) => (Cause::Unusable, reason.clone()),
            // The row that says no tells why.
            Standing::Wanted if says_no(row.list) => continue,
            Standing::Wanted => {
                let Some(reason) = rules.blocks.on(address, &rules.lists[row.list]) else {
                    let wish = wanted.get_or_insert(Wish {
                        lists: Vec::new(),
                        source: at,
                        refused: None,
                    });
                    wish.lists.push(row.list);
                    continue;
                };
                (Cause::Suppression, reason.name().to_owned())
            }
        };
        if refused
            .as_ref()
            .is_none_or(|(cause, _)| *cause == Cause::Unusable && refusal.0 != Cause::Unusable)
        {
            refused = Some(refusal);
        }
    }
    wanted.unwrap_or_else(|| Wish {
        lists: rows.iter().map(|row| row.list).collect(),
        source: 0,
        refused,
    })
}

fn names(lists: &[usize], rules: &Rules) -> String {
    // Most people stand on one list.
    if let [list] = lists {
        return rules.alone[*list].clone();
    }
    let mut names: Vec<&str> = Vec::with_capacity(lists.len());
    for list in lists {
        let name = rules.lists[*list].as_str();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    serde_json::Value::from(names).to_string()
}

fn differs(row: &Existing, decision: &Decision) -> bool {
    decision.source.is_some()
        || (row.state, row.cause, &row.reason, &row.lists)
            != (decision.state, decision.cause, &decision.reason, &decision.lists)
}
