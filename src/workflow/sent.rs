//! A send carried out, and what it came to.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use tokio::sync::mpsc::UnboundedSender;

use crate::deliver::{Ended, Settings, Stop, deliver};
use crate::foundation::{ExitStatus, Failure, Interrupt};
use crate::ledger::{Committer, Counts, Row, RowFilter, RowState};
use crate::message::Event;
use crate::sandbox::Sandbox;

use super::claims::Claims;
use super::desk::{Desk, ledger_failure};
use super::freeze::composer_of;
use super::prepared_send::PreparedSend;
use super::relay_settings::sandbox_settings;
use super::send_record::SendRecord;

/// Rows in doubt that are told by name; `status` lists the rest.
const TOLD_BY_NAME: usize = 50;

/// Rows refused for want of such an address that are counted.
const MOST_GONE: usize = 1_000;
/// Reasons looked through for copies that were called off: the most frequent come first.
const MOST_REASONS: usize = 1_000;

/// The enhanced codes (RFC 3463 section 3.2, RFC 7505) that say that nobody has this address, or ever will. A matter of policy (5.7.z) says nothing of the address.
const NO_SUCH_ADDRESS: &[&str] = &["5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10"];

/// What a send came to.
#[derive(Debug)]
pub struct Sent {
    /// How the delivery ended.
    pub ended: Ended,
    /// How many rows are in which state, now.
    pub counts: Counts,
    /// Rows in doubt, at most fifty.
    pub in_doubt: Vec<Row>,
    /// Rows refused because there is no such address, at most a thousand: candidates for a suppression.
    pub gone: Vec<Row>,
    /// How many were called off.
    pub cancelled: u64,
    /// Why the ledger could not be written or read to the end.
    pub fault: Option<Failure>,
    /// Where the sandbox keeps the mail.
    pub maildir: Option<PathBuf>,
    /// How many copies it was to send at most.
    pub limit: Option<u64>,
}

impl Sent {
    /// Whether `gone` is all who are.
    pub fn names_all_gone(&self) -> bool {
        self.gone.len() < MOST_GONE
    }

    /// Whether copies were refused for another reason than that there is no such address, as far as that can be counted.
    pub fn has_refused_otherwise(&self) -> bool {
        self.names_all_gone() && self.number(RowState::Rejected) > self.gone.len()
    }

    /// How many rows are in a state.
    pub fn number(&self, state: RowState) -> usize {
        let number = self.counts.get(&state).copied().unwrap_or_default();
        usize::try_from(number).unwrap_or(usize::MAX)
    }

    /// The exit status: the first that applies of those in [`ExitStatus`].
    pub fn status(&self) -> ExitStatus {
        let number = |state| self.number(state);
        let unfinished = number(RowState::Planned) + number(RowState::Deferred) > 0;
        match &self.ended {
            Ended::Stopped(
                Stop::Authentication(_)
                | Stop::NoMechanism(_)
                | Stop::Tls { .. }
                | Stop::Refused { .. }
                | Stop::Unusable(_),
            ) => ExitStatus::CannotStart,
            _ if self.fault.is_some() || unfinished => ExitStatus::Again,
            Ended::Stopped(_) | Ended::Interrupted => ExitStatus::Again,
            Ended::Finished if number(RowState::InDoubt) > 0 => ExitStatus::InDoubt,
            Ended::Finished if number(RowState::Rejected) + number(RowState::Expired) > 0 => {
                ExitStatus::Findings
            }
            Ended::Finished => ExitStatus::Success,
        }
    }
}

impl PreparedSend {
    /// Freezes the plan and sends. Events go to whoever draws them.
    pub async fn send(
        mut self,
        events: UnboundedSender<Event>,
        interrupt: &Interrupt,
    ) -> Result<Sent, Failure> {
        self.freeze_plan().await?;
        let delays = self.retry_delays();
        let claims = Arc::new(self.claims(&delays).await?);
        let (settings, sandbox) = self.relay_or_sandbox().await?;
        let journal = Committer::new(self.ledger.handle.clone(), self.ledger.run, delays);
        let journal = Arc::new(journal.shared_by(settings.connections));
        let ended = deliver(
            settings,
            Arc::clone(&claims),
            Arc::clone(&journal),
            events,
            interrupt,
        )
        .await;
        if let Some(sandbox) = sandbox {
            sandbox.stop().await;
        }
        let flushed = journal
            .flush()
            .await
            .map_err(|fault| Failure::again(fault.to_string()));
        let settled = self.settle(&claims, &ended).await;
        let fault = claims.fault().map(|error| ledger_failure(&error));
        let fault = fault.or(flushed.err()).or(settled.err());
        self.account(ended, fault).await
    }

    async fn freeze_plan(&mut self) -> Result<(), Failure> {
        self.plan.seal(&self.ledger).await?;
        self.expire().await?;
        let now = self.clock.now();
        self.ledger
            .call(move |engine, run| engine.make_due(run, now))
            .await?;
        if self.request.sandbox {
            Ok(())
        } else {
            self.write_record().await
        }
    }

    /// Copies that were refused for now, and for too long, are given up.
    async fn expire(&self) -> Result<(), Failure> {
        let Some(relay) = &self.publication.config.relay else {
            return Ok(());
        };
        let now = self.clock.now();
        let before = now.checked_sub(relay.expire_after).unwrap_or(Timestamp::MIN);
        self.ledger
            .call(move |engine, run| engine.expire(run, before, now).map(drop))
            .await
    }

    /// Before the first message leaves: from now on another ledger must refuse this issue.
    async fn write_record(&self) -> Result<(), Failure> {
        let first = self
            .ledger
            .call(|engine, run| engine.edition_numbered(run, 1))
            .await?;
        let record = SendRecord {
            publication: self.ledger.issue.publication.clone(),
            issue: self.ledger.issue.issue.clone(),
            ledger: self.ledger.identity,
            edition: first.map(|frozen| frozen.hash).unwrap_or_default(),
            begun: self.clock.now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
        };
        record.write(&self.publication)
    }

    fn retry_delays(&self) -> Vec<Duration> {
        let relay = self.publication.config.relay.as_ref();
        let configured = relay.map(|relay| relay.retry_delays.clone()).unwrap_or_default();
        if configured.is_empty() {
            vec![Duration::from_secs(10)]
        } else {
            configured
        }
    }

    async fn claims(&self, delays: &[Duration]) -> Result<Claims, Failure> {
        let newest = self.ledger.call(|engine, run| engine.edition(run)).await?;
        let newest = newest.map_or(0, |(number, _)| number);
        let mut composers = BTreeMap::new();
        for number in 1..=newest {
            let frozen = self
                .ledger
                .call(move |engine, run| engine.edition_numbered(run, number))
                .await?;
            if let Some(frozen) = frozen {
                let composer = composer_of(&frozen, &self.ledger.keys)?.signed_by(self.signers.clone());
                composers.insert(number, Arc::new(composer));
            }
        }
        // Time for each of the tries, and for what they take; not for one more.
        let last = delays.last().copied().unwrap_or_default();
        let patience = delays.iter().sum::<Duration>() + last / 2;
        Ok(Claims::new(
            self.ledger.handle.clone(),
            self.ledger.run,
            self.clock.clone(),
            composers,
            patience,
            self.request.limit,
        )
        .counted_by(self.underway.clone()))
    }

    async fn relay_or_sandbox(&self) -> Result<(Settings, Option<Sandbox>), Failure> {
        if let Some(settings) = &self.settings {
            return Ok((settings.clone(), None));
        }
        let maildir = Desk::maildir(&self.publication);
        let shown = self.publication.shown(&maildir).display().to_string();
        let sandbox = Sandbox::start(maildir)
            .await
            .map_err(|error| Failure::new(format!("the sandbox cannot keep mail in `{shown}`: {error}")))?;
        let settings = sandbox_settings(sandbox.port());
        let rate = self.request.rate.unwrap_or(settings.rate);
        Ok((Settings { rate, ..settings }, Some(sandbox)))
    }

    /// Puts back what was claimed and not tried, and what was refused only because everything was.
    async fn settle(&self, claims: &Claims, ended: &Ended) -> Result<(), Failure> {
        if let Ended::Stopped(stop) = ended {
            let (fed, now) = (stop.fed().to_vec(), self.clock.now());
            self.ledger
                .call(move |engine, run| engine.retract(run, &fed, now))
                .await?;
        }
        self.expire().await?;
        claims
            .release_rest()
            .await
            .map_err(|error| ledger_failure(&error))
    }

    async fn account(self, ended: Ended, fault: Option<Failure>) -> Result<Sent, Failure> {
        let issue = self.ledger.issue.clone();
        let doubtful = RowFilter {
            states: vec![RowState::InDoubt],
            ..RowFilter::default()
        };
        let (counts, in_doubt, gone, cancelled) = self
            .ledger
            .call(move |engine, run| {
                let counts = engine.counts(&issue)?;
                let in_doubt = engine.rows(&issue, &doubtful, 0, TOLD_BY_NAME)?;
                let mut gone = Vec::new();
                for code in NO_SUCH_ADDRESS {
                    let filter = RowFilter {
                        states: vec![RowState::Rejected],
                        enhanced: Some((*code).to_owned()),
                        ..RowFilter::default()
                    };
                    gone.extend(engine.rows(&issue, &filter, 0, MOST_GONE)?);
                }
                gone.truncate(MOST_GONE);
                let reasons = engine.reasons(&issue, MOST_REASONS)?;
                let cancelled = reasons.iter().filter(|reason| reason.is_cancelled());
                let cancelled = cancelled.map(|reason| reason.copies).sum();
                engine.close(run)?;
                Ok((counts, in_doubt, gone, cancelled))
            })
            .await?;
        Ok(Sent {
            ended,
            counts,
            in_doubt,
            gone,
            cancelled,
            fault,
            maildir: self.request.sandbox.then(|| Desk::maildir(&self.publication)),
            limit: self.request.limit,
        })
    }
}
