//! A send that is planned and holds the ledger, but has sent nothing yet.

use std::time::Duration;

use crate::check::Cleared;
use crate::compose::dkim::Signers;
use crate::deliver::Settings;
use crate::edition::Edition;
use crate::foundation::{Clock, Environment, Failure, Rate};
use crate::ledger::{FrozenEdition, IssueKey, PlanPolicy, Scope, Survey};
use crate::publication::Publication;

use super::audience::Audience;
use super::date_header::date_header;
use super::desk::Desk;
use super::dkim_signers::dkim_signers;
use super::edition_change::edition_change;
use super::freeze::{freeze, thaw};
use super::opened_ledger::OpenedLedger;
use super::person::person;
use super::plan::{Plan, Sealing};
use super::relay_settings::relay_settings;
use super::send_request::SendRequest;
use super::staged_send::StagedSend;
use super::underway::Underway;
use super::unfilled::Unfilled;

/// What a send would do, and all it needs to do it.
pub struct PreparedSend {
    pub(super) publication: Publication,
    pub(super) request: SendRequest,
    pub(super) clock: Clock,
    pub(super) ledger: OpenedLedger,
    pub(super) plan: Plan,
    /// Copies on their way.
    pub(super) underway: Underway,
    /// What signs each copy.
    pub(super) signers: Signers,
    /// The relay; `None` for the sandbox, which starts with the send.
    pub(super) settings: Option<Settings>,
}

impl PreparedSend {
    /// Opens the ledger and stages the issue's lists.
    pub async fn prepare(
        publication: &Publication,
        cleared: &Cleared,
        lists: &[String],
        request: SendRequest,
        environment: &Environment,
    ) -> Result<StagedSend, Failure> {
        let edition = cleared.edition();
        let audience = Audience::of(publication, lists, &request)?;
        let settings = if request.sandbox {
            None
        } else {
            let settings = relay_settings(publication, environment)?;
            let rate = request.rate.unwrap_or(settings.rate);
            Some(Settings { rate, ..settings })
        };
        let signers = dkim_signers(publication)?;
        let desk = if request.sandbox {
            Desk::Sandbox
        } else {
            Desk::Live
        };
        let issue = IssueKey {
            publication: edition.publication.clone(),
            scope: Scope::Live,
            issue: edition.issue.clone(),
        };
        let ledger = OpenedLedger::open(publication, environment, desk, issue, request.new_ledger).await?;
        let clock = environment.clock.clone();
        let today = freeze(edition, date_header(&clock.zoned()));
        let newest = ledger.call(|engine, run| engine.edition(run)).await?;
        let new_edition =
            edition_to_freeze(newest.map(|(_, frozen)| frozen), &today, edition, request.changed)?;
        let sealing = Sealing {
            policy: PlanPolicy {
                now: clock.now(),
                late_joiners: (!request.late).then_some(publication.config.late_joiners),
                resend: request.resend_in_doubt.then(|| person(environment)),
            },
            edition: new_edition,
            source: None,
        };
        let plan = Plan::draw(&ledger, &audience, &request, &today, sealing).await?;
        Ok(StagedSend(Self {
            publication: publication.clone(),
            request,
            clock,
            ledger,
            plan,
            underway: Underway::default(),
            signers,
            settings,
        }))
    }

    /// The same, with its copies counted on their way by somebody.
    #[must_use]
    pub fn counted_by(mut self, underway: Underway) -> Self {
        self.underway = underway;
        self
    }

    /// What the lists come to.
    pub fn survey(&self) -> &Survey {
        &self.plan.survey
    }

    /// Copies that cannot be made; they are among the suppressed.
    pub fn unfilled(&self) -> &Unfilled {
        &self.plan.unfilled
    }

    /// How many copies this run may send.
    pub fn to_send(&self) -> u64 {
        let wanted = self.survey().lists.iter().map(|list| list.to_send).sum();
        self.request.limit.map_or(wanted, |limit| limit.min(wanted))
    }

    /// Whether it goes only to some of the issue's lists, or only to some tags.
    pub fn is_narrowed(&self) -> bool {
        !self.request.lists.is_empty() || !self.request.tags.is_empty()
    }

    /// Whether copies in doubt are sent again.
    pub fn resends_in_doubt(&self) -> bool {
        self.request.resend_in_doubt
    }

    /// Where it goes, as a person should see it.
    pub fn relay(&self) -> String {
        self.settings
            .as_ref()
            .map_or_else(|| "the sandbox on this machine".to_owned(), Settings::relay)
    }

    /// How fast.
    pub fn rate(&self) -> Rate {
        self.settings
            .as_ref()
            .map_or(Rate::Unlimited, |settings| settings.rate)
    }

    /// How long the rate alone makes it last; zero where there is no limit.
    pub fn least_time(&self) -> Duration {
        let copies = u32::try_from(self.to_send()).unwrap_or(u32::MAX);
        self.rate().interval().saturating_mul(copies)
    }

    /// Gives the ledger back without having changed anything.
    pub async fn abandon(self) -> Result<(), Failure> {
        self.ledger.call(|engine, run| engine.close(run)).await
    }
}

/// Today's edition, where the ledger has none or a change is meant; an error that shows the difference where it is not.
fn edition_to_freeze(
    frozen: Option<FrozenEdition>,
    today: &FrozenEdition,
    edition: &Edition,
    changed: bool,
) -> Result<Option<FrozenEdition>, Failure> {
    match frozen {
        None => Ok(Some(today.clone())),
        Some(frozen) if frozen.hash == today.hash => Ok(None),
        Some(_) if changed => Ok(Some(today.clone())),
        Some(frozen) => Err(Failure::new(format!(
            "`{}` now reads otherwise than what was planned:\n{}",
            edition.issue,
            edition_change(&thaw(&frozen)?, edition)
        ))
        .hinted(
            "`--changed` sends the new edition to those who have no copy yet; those who have one keep theirs",
        )
        .hinted(
            "to send on as it was planned, put the draft, the templates and digest.yaml back as they were",
        )),
    }
}
