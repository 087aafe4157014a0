//! A send whose lists are staged.

use crate::check::Cleared;
use crate::deliver::Settings;
use crate::edition::Edition;
use crate::foundation::{Environment, Failure};
use crate::ledger::{FrozenEdition, IssueKey, PlanPolicy, Scope};
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
use super::prepared_send::PreparedSend;
use super::relay_settings::relay_settings;
use super::send_request::SendRequest;
use super::underway::Underway;

/// A send that holds the ledger and has staged its lists, and has changed nothing. What it comes to is not known yet.
pub struct StagedSend(pub(super) PreparedSend);

impl StagedSend {
    /// Opens the ledger and stages the issue's lists.
    pub async fn stage(
        publication: &Publication,
        cleared: &Cleared,
        lists: &[String],
        request: SendRequest,
        environment: &Environment,
    ) -> Result<Self, Failure> {
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
        Ok(Self(PreparedSend {
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

    /// Finds out what the send would do, and changes nothing: for somebody who is to say whether to go on.
    pub async fn surveyed(self) -> Result<PreparedSend, Failure> {
        let Self(mut send) = self;
        send.plan.survey(&send.ledger).await?;
        Ok(send)
    }

    /// Writes the plan into the ledger at once: where nobody is asked, one walk over the lists finds out what the send does, and does for the plan too.
    pub async fn sealed(self) -> Result<PreparedSend, Failure> {
        let Self(mut send) = self;
        send.plan.seal(&send.ledger).await?;
        Ok(send)
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
