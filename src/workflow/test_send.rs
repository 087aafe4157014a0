//! A test: one marked copy to each of a few people, every time, counting for nothing.

use std::sync::Arc;

use tokio::sync::mpsc::UnboundedSender;

use crate::deliver::{Ended, Settings, deliver};
use crate::edition::Edition;
use crate::foundation::{Address, Environment, Failure, Interrupt};
use crate::ledger::Scope;
use crate::message::{Attempt, Event, Message, Outcome};
use crate::publication::Publication;
use crate::sandbox::Sandbox;
use crate::subscriber::Profile;

use super::date_header::date_header;
use super::desk::Desk;
use super::dkim_signers::dkim_signers;
use super::freeze::composer;
use super::relay_settings::{relay_settings, sandbox_settings};
use super::specimen::Specimen;
use super::test_copies::TestCopies;

/// What a person asked of a test.
#[derive(Debug, Clone, Default)]
pub struct TestSend {
    /// Who gets a copy.
    pub to: Vec<String>,
    /// Whose values fill it; else those of each address's own row, else none.
    pub filled_as: Option<String>,
    /// Into the sandbox.
    pub sandbox: bool,
}

/// What became of each copy: the address, and what the relay said.
pub type TestOutcomes = Vec<(String, Outcome)>;

impl TestSend {
    /// Sends the copies.
    pub async fn send(
        &self,
        publication: &Publication,
        edition: Edition,
        lists: &[String],
        environment: &Environment,
        events: UnboundedSender<Event>,
        interrupt: &Interrupt,
    ) -> Result<(Ended, TestOutcomes), Failure> {
        let messages = self.messages(publication, edition, lists, environment)?;
        let copies = Arc::new(TestCopies::new(messages));
        let (settings, sandbox) = if self.sandbox {
            let sandbox = Sandbox::start(Desk::maildir(publication))
                .await
                .map_err(|error| Failure::new(format!("the sandbox cannot keep mail: {error}")))?;
            (sandbox_settings(sandbox.port()), Some(sandbox))
        } else {
            let settings = relay_settings(publication, environment)?;
            // Somebody waits for it, and can try again.
            let forbearance = settings.patience;
            (
                Settings {
                    forbearance,
                    ..settings
                },
                None,
            )
        };
        let ended = deliver(
            settings,
            Arc::clone(&copies),
            Arc::clone(&copies),
            events,
            interrupt,
        )
        .await;
        if let Some(sandbox) = sandbox {
            sandbox.stop().await;
        }
        let addressee = |attempt: Attempt| {
            let index = usize::try_from(attempt.row).unwrap_or_default();
            self.to.get(index).cloned().unwrap_or_default()
        };
        let outcomes = copies.outcomes().into_iter();
        Ok((
            ended,
            outcomes
                .map(|(attempt, outcome)| (addressee(attempt), outcome))
                .collect(),
        ))
    }

    fn messages(
        &self,
        publication: &Publication,
        edition: Edition,
        lists: &[String],
        environment: &Environment,
    ) -> Result<Vec<Message>, Failure> {
        let desk = if self.sandbox { Desk::Sandbox } else { Desk::Live };
        let keys = desk.keys(publication, environment)?;
        let now = environment.clock.zoned();
        // Nobody's mailbox may take a second test for the first one come again.
        let run = format!("{}-{}", now.timestamp().as_microsecond(), std::process::id());
        let composer = composer(edition, &keys, &Scope::Test(run), &date_header(&now))?
            .marked_as_test()
            .map_err(|error| Failure::new(error.to_string()))?
            .signed_by(dkim_signers(publication)?);
        let mut messages = Vec::new();
        for (index, to) in self.to.iter().enumerate() {
            let address = Address::parse(to)
                .map_err(|error| Failure::new(format!("no mail can be sent to `{to}`: {error}")))?;
            let specimen = Specimen::find(publication, lists, self.filled_as.as_deref(), &address)?;
            let attempt = Attempt {
                row: i64::try_from(index).unwrap_or_default(),
                number: 1,
            };
            let profile = Profile {
                email: address.written().to_owned(),
                ..specimen.profile
            };
            let message = composer
                .compose(attempt, &address.canonical(), to, &specimen.list, &profile)
                .map_err(|unfillable| {
                    Failure::new(format!(
                        "the copy for `{to}` cannot be filled: {}",
                        unfillable.reason
                    ))
                })?;
            messages.push(message);
        }
        Ok(messages)
    }
}
