//! What a send's lists come to, and whether that is in the ledger.

use crate::compose::Probe;
use crate::foundation::Failure;
use crate::ledger::{FrozenEdition, PlanPolicy, Survey};

use super::audience::{Audience, stage};
use super::freeze::composer_of;
use super::opened_ledger::OpenedLedger;
use super::plan_source::plan_source;
use super::send_request::SendRequest;
use super::unfilled::Unfilled;

/// A plan: drawn, then surveyed, or sealed, or both.
pub(super) struct Plan {
    /// What the lists come to, once it is surveyed or sealed.
    pub(super) survey: Survey,
    /// Copies that cannot be made; they are among the suppressed.
    pub(super) unfilled: Unfilled,
    /// What it is still to be sealed with; nothing once the ledger holds it.
    unsealed: Option<Sealing>,
}

/// What a plan is sealed with.
pub(super) struct Sealing {
    /// Whom it leaves out, and since when.
    pub(super) policy: PlanPolicy,
    /// The edition to freeze, where there is a new one.
    pub(super) edition: Option<FrozenEdition>,
    /// What it is made of, where the next send may know it by that.
    pub(super) source: Option<String>,
}

impl Plan {
    /// The plan that the ledger has of just these lists, request and edition; or else the lists staged, and no more.
    pub(super) async fn draw(
        ledger: &OpenedLedger,
        audience: &Audience,
        request: &SendRequest,
        today: &FrozenEdition,
        sealing: Sealing,
    ) -> Result<Self, Failure> {
        let source = plan_source(audience, request, &today.hash)?;
        if let (Some(source), None) = (&source, &sealing.edition)
            && let Some(survey) = recall(ledger, source).await?
        {
            return Ok(Self {
                survey,
                unfilled: Unfilled::default(),
                unsealed: None,
            });
        }
        let probe = Probe::new(composer_of(today, &ledger.keys)?);
        let unfilled = stage(ledger, audience, &probe)?;
        // A list that was changed while it was read is not known by what it was.
        let unchanged = source == plan_source(audience, request, &today.hash)?;
        let sealing = Sealing {
            source: source.filter(|_| unchanged && unfilled.copies == 0),
            ..sealing
        };
        Ok(Self {
            survey: Survey::default(),
            unfilled,
            unsealed: Some(sealing),
        })
    }

    /// Finds out what it would come to, unless that is known; nothing is changed in the ledger.
    pub(super) async fn survey(&mut self, ledger: &OpenedLedger) -> Result<(), Failure> {
        if let Some(sealing) = &self.unsealed {
            let policy = sealing.policy.clone();
            self.survey = ledger
                .call(move |engine, run| engine.survey(run, &policy))
                .await?;
        }
        Ok(())
    }

    /// Writes it into the ledger, unless it is there, and takes what it came to: that needs no survey before. Suppressions that have come since a survey count.
    pub(super) async fn seal(&mut self, ledger: &OpenedLedger) -> Result<(), Failure> {
        if let Some(sealing) = self.unsealed.take() {
            self.survey = seal(ledger, sealing).await?;
        }
        Ok(())
    }
}

async fn recall(ledger: &OpenedLedger, source: &str) -> Result<Option<Survey>, Failure> {
    let source = source.to_owned();
    ledger.call(move |engine, run| engine.recall(run, &source)).await
}

async fn seal(ledger: &OpenedLedger, sealing: Sealing) -> Result<Survey, Failure> {
    let Sealing {
        policy,
        edition,
        source,
    } = sealing;
    let seal = ledger.call(move |engine, run| {
        let survey = engine.seal(run, &policy, edition.as_ref())?;
        if let Some(source) = source {
            engine.remember(run, &source, &survey)?;
        }
        Ok(survey)
    });
    seal.await
}
