//! `digest send --test`.

use crate::deliver::Ended;
use crate::foundation::{ExitStatus, Failure};
use crate::message::Outcome;
use crate::publication::Publication;
use crate::workflow::{Manuscript, TestSend, Underway, edition};

use super::Context;
use super::send_events::Follower;

/// The test that the flags ask for.
pub(super) fn test_of(to: Vec<String>, filled_as: Option<String>, sandbox: bool) -> TestSend {
    TestSend {
        to,
        filled_as,
        sandbox,
    }
}

/// What one copy's outcome means for the whole.
fn status_of(outcome: &Outcome) -> ExitStatus {
    match outcome {
        Outcome::Accepted(_) => ExitStatus::Success,
        Outcome::Refused { reply, .. } if reply.is_transient() => ExitStatus::Again,
        Outcome::Refused { .. } => ExitStatus::Findings,
        Outcome::NotHandedOver | Outcome::TurnedAway { .. } => ExitStatus::Again,
        Outcome::InDoubt { .. } => ExitStatus::InDoubt,
    }
}

/// The one of two statuses that comes first where several apply.
fn worse(a: ExitStatus, b: ExitStatus) -> ExitStatus {
    let order = [ExitStatus::Again, ExitStatus::InDoubt, ExitStatus::Findings];
    order
        .into_iter()
        .find(|status| *status == a || *status == b)
        .unwrap_or(ExitStatus::Success)
}

/// Sends the copies and tells of each what the relay said. Findings do not stop a test: one looks at a copy to see what is wrong with it.
pub(super) async fn send_test(
    test: &TestSend,
    publication: &Publication,
    manuscript: &Manuscript,
    context: &mut Context,
) -> Result<ExitStatus, Failure> {
    let edition = edition(publication, manuscript)?;
    let lists = &manuscript.issue.lists;
    let environment = context.environment.clone();
    let follower = Follower {
        progress: None,
        underway: &Underway::default(),
        log: None,
        console: &mut context.console,
    };
    let interrupt = &environment.interrupt;
    let sending = |events| test.send(publication, edition, lists, &environment, events, interrupt);
    let (ended, outcomes) = follower.follow(sending).await?;
    let mut status = ExitStatus::Success;
    for (to, outcome) in &outcomes {
        let told = match outcome {
            Outcome::Accepted(reply) => format!("{to}: accepted ({reply})"),
            Outcome::Refused { phase, reply } | Outcome::TurnedAway { phase, reply } => {
                format!("{to}: refused at {phase} ({reply})")
            }
            Outcome::NotHandedOver => format!("{to}: not sent"),
            Outcome::InDoubt { evidence } => format!("{to}: in doubt ({evidence})"),
        };
        status = worse(status, status_of(outcome));
        context.console.out_line(told)?;
    }
    match ended {
        Ended::Finished => Ok(status),
        Ended::Interrupted => Err(Failure::again("interrupted")),
        Ended::Stopped(stop) => {
            let status = if stop.may_pass() {
                ExitStatus::Again
            } else {
                ExitStatus::CannotStart
            };
            let failure = Failure::new(stop.message()).with_status(status);
            Err(stop.hints().into_iter().fold(failure, Failure::hinted))
        }
    }
}
