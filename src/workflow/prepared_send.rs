//! A send that is planned and holds the ledger, but has sent nothing yet.

use std::time::Duration;

use crate::compose::dkim::Signers;
use crate::deliver::Settings;
use crate::foundation::{Clock, Failure, Rate};
use crate::ledger::Survey;
use crate::publication::Publication;

use super::opened_ledger::OpenedLedger;
use super::plan::Plan;
use super::send_request::SendRequest;
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

    /// Whether it goes only to some of the lists, or only to some tags.
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
        // The first need not wait.
        let intervals = u32::try_from(self.to_send().saturating_sub(1)).unwrap_or(u32::MAX);
        self.rate().interval().saturating_mul(intervals)
    }

    /// Gives the ledger back without having changed anything.
    pub async fn abandon(self) -> Result<(), Failure> {
        self.ledger.call(|engine, run| engine.close(run)).await
    }
}
