//! What is promised of sending, and what became of it.

use crate::commit_latency::CommitLatency;
use crate::contender::NEAR_CONNECTIONS;
use crate::growth::Growth;
use crate::measuring::{Promise, megabytes, time};
use crate::retries::Retries;
use crate::run::{Run, exact};
use crate::sender::Sender;
use crate::summary::Summary;
use crate::table::rounded;

/// From this many seconds on, commits rather than the wire are what a send waits for.
const SLOW_COMMIT: f64 = 0.0005;
/// The share of what the commits allow.
const OF_COMMITS: f64 = 0.8;
/// The share of the raw bound, with a relay nearby.
const OF_RAW_NEAR: f64 = 0.2;
/// The share of the raw bound, with a relay far away.
const OF_RAW_FAR: f64 = 0.95;
/// The share of what all cores could sign.
const OF_SIGNING: f64 = 0.6;
/// The list to which the promises of growth are made.
const MANY: u64 = 1_000_000;
/// The memory that a send to it may take, in bytes.
const MEMORY: f64 = 64e6;
/// How much more a message may cost than with few readers.
const COST: f64 = 1.2;
/// How much more one may cost that is tried again, where such lie far apart.
const COST_AGAIN: f64 = 2.0;
/// How many rows are planned a second.
const PLANNED: f64 = 200_000.0;
/// The seconds that a send may take when everybody has the issue.
const AGAIN: f64 = 5.0;
/// The seconds that `status` may take.
const STATUS: f64 = 1.0;

/// What the machine allows.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Allowed {
    /// How long its disk takes.
    pub(crate) latency: CommitLatency,
    /// Signatures a second on one core.
    pub(crate) signing: f64,
    /// Its cores.
    pub(crate) cores: usize,
}

/// The promises with a relay nearby of which something can be said: a peer that is not there cannot be compared with.
pub(crate) fn near(summaries: &[Summary], allowed: Allowed) -> Vec<Promise> {
    let of = |sender| {
        summaries
            .iter()
            .find(|summary| summary.contender.sender == sender)
    };
    let mut promises = Vec::new();
    if let Some(own) = of(Sender::Digest) {
        if allowed.latency.commit > SLOW_COMMIT {
            promises.push(of_commits(own, allowed.latency.commit));
        }
        if let Some(other) = of(Sender::SmtpSource) {
            promises.push(faster(own, other));
            promises.push(cheaper(own, other));
        }
        promises.extend(of(Sender::Raw).map(|raw| share(own, raw, OF_RAW_NEAR, "of the raw bound")));
    }
    promises.extend(of(Sender::SignedDigest).map(|signed| of_signing(signed, allowed)));
    promises
}

/// The promise with a relay far away.
pub(crate) fn far(summaries: &[Summary]) -> Vec<Promise> {
    let of = |sender| {
        summaries
            .iter()
            .find(|summary| summary.contender.sender == sender)
    };
    let both = of(Sender::Digest).zip(of(Sender::Raw));
    let what = "of the raw bound at a round trip of 20 ms";
    both.map(|(own, raw)| share(own, raw, OF_RAW_FAR, what))
        .into_iter()
        .collect()
}

/// The promises of growth, where the sizes are those to which they are made.
pub(crate) fn growth(sizes: &[Growth]) -> Vec<Promise> {
    let (Some(few), Some(many)) = (sizes.first(), sizes.iter().find(|size| size.readers == MANY)) else {
        return Vec::new();
    };
    let promise = |said: &str, measured: String, kept: bool| Promise {
        said: format!("1,000,000 subscribers: {said}"),
        measured,
        kept,
    };
    let cost = many.cost() / few.cost();
    vec![
        promise(
            "at most 64 MB of memory",
            megabytes(many.memory()),
            many.memory() <= MEMORY,
        ),
        promise(
            "a message costs at most 1.2 times what it costs with the smallest list",
            format!("{cost:.2} times"),
            cost <= COST,
        ),
        promise(
            "at least 200,000 rows planned a second",
            rounded(many.planned()),
            many.planned() >= PLANNED,
        ),
        promise(
            "`send` again in less than 5 s",
            time(many.again()),
            many.again() < AGAIN,
        ),
        promise(
            "`status` in less than 1 s",
            time(many.status()),
            many.status() < STATUS,
        ),
    ]
}

/// The promise of copies tried again, where the list is that to which it is made.
pub(crate) fn retries(retries: Option<&Retries>, sizes: &[Growth]) -> Vec<Promise> {
    let (Some(few), Some(retries)) = (sizes.first(), retries.filter(|retries| retries.readers == MANY))
    else {
        return Vec::new();
    };
    let cost = retries.cost() / few.cost();
    vec![Promise {
        said: format!(
            "1,000,000 subscribers: a copy tried again, far from the next, costs at most {COST_AGAIN} times that"
        ),
        measured: format!("{cost:.2} times"),
        kept: cost <= COST_AGAIN,
    }]
}

fn faster(own: &Summary, other: &Summary) -> Promise {
    Promise {
        said: "durable ledger: faster than smtp-source -d".to_owned(),
        measured: format!("{:.2} times its rate", own.rate() / other.rate()),
        kept: own.rate() > other.rate(),
    }
}

fn cheaper(own: &Summary, other: &Summary) -> Promise {
    let (own, other) = (own.median(Run::processor), other.median(Run::processor));
    Promise {
        said: "durable ledger: no more CPU a message than smtp-source -d".to_owned(),
        measured: format!("{:.2} times as much", own / other),
        kept: own <= other,
    }
}

fn share(own: &Summary, bound: &Summary, promised: f64, what: &str) -> Promise {
    let share = own.rate() / bound.rate();
    Promise {
        said: format!("durable ledger: at least {promised} {what}"),
        measured: format!("{share:.3}"),
        kept: share >= promised,
    }
}

fn of_signing(signed: &Summary, allowed: Allowed) -> Promise {
    let all = exact(allowed.cores as u64) * allowed.signing;
    let share = signed.rate() / all;
    Promise {
        said: format!("DKIM with RSA-2048: at least {OF_SIGNING} of what all cores can sign"),
        measured: format!("{share:.2} of {}/s", rounded(all)),
        kept: share >= OF_SIGNING,
    }
}

fn of_commits(own: &Summary, commit: f64) -> Promise {
    let bound = exact(NEAR_CONNECTIONS as u64) / commit;
    let share = own.rate() / bound;
    Promise {
        said: format!(
            "a commit takes {}, so in place of the next three: at least {OF_COMMITS} of connections ÷ that",
            time(commit)
        ),
        measured: format!("{share:.2} of {}/s", rounded(bound)),
        kept: share >= OF_COMMITS,
    }
}
