//! The caller's side of a run: messages to draw, a journal that remembers.

#![expect(clippy::unwrap_used, reason = "what tests share fails as tests do")]

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use digest_cli::deliver::{Connect, Ended, Settings, deliver_over};
use digest_cli::foundation::{Address, Interrupt};
use digest_cli::message::{
    Admit, Attempt, Envelope, Event, Journal, JournalFault, Message, MessageSource, Next, Outcome,
};
use tokio::sync::mpsc;

use crate::support::{Log, SmtpServer};

/// How the journal answers to an intent.
pub(crate) type Grant = dyn Fn(Attempt) -> Result<bool, JournalFault> + Send + Sync;

/// Source and journal in one; writes into the server's log, so that the order of things can be seen.
pub(crate) struct Desk {
    log: Log,
    grant: Box<Grant>,
    /// Whether what was not handed over is drawn again.
    again: bool,
    /// Is called with each row that an outcome is told of.
    told: Box<dyn Fn(i64) + Send + Sync>,
    /// How long the journal takes.
    takes: Duration,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    waiting: VecDeque<Message>,
    drawn: Vec<Message>,
    outcomes: Vec<(i64, Outcome)>,
    /// After the first outcome: how often it is said to wait, and for how long.
    pauses: Option<(u32, Duration)>,
}

impl Desk {
    pub(crate) fn new(server: &SmtpServer, recipients: &[&str]) -> Self {
        let waiting = recipients
            .iter()
            .zip(1..)
            .map(|(recipient, row)| message(row, recipient))
            .collect();
        Self {
            log: server.log.clone(),
            grant: Box::new(|_| Ok(true)),
            again: false,
            told: Box::new(|_| ()),
            takes: Duration::from_millis(5),
            state: Mutex::new(State {
                waiting,
                ..State::default()
            }),
        }
    }

    /// So many recipients, one after the other.
    pub(crate) fn with(server: &SmtpServer, count: usize) -> Self {
        let recipients: Vec<String> = (1..=count).map(|n| format!("r{n}@example.org")).collect();
        let recipients: Vec<&str> = recipients.iter().map(String::as_str).collect();
        Self::new(server, &recipients)
    }

    pub(crate) fn granting(
        mut self,
        grant: impl Fn(Attempt) -> Result<bool, JournalFault> + Send + Sync + 'static,
    ) -> Self {
        self.grant = Box::new(grant);
        self
    }

    pub(crate) fn told(mut self, told: impl Fn(i64) + Send + Sync + 'static) -> Self {
        self.told = Box::new(told);
        self
    }

    pub(crate) fn granting_after(mut self, takes: Duration) -> Self {
        self.takes = takes;
        self
    }

    /// After the first copy, so many pauses before the next.
    pub(crate) fn pausing(self, pauses: u32, pause: Duration) -> Self {
        self.state.lock().unwrap().pauses = Some((pauses, pause));
        self
    }

    /// Every message ends with this text.
    pub(crate) fn holding_text(self, text: &str) -> Self {
        for message in &mut self.state.lock().unwrap().waiting {
            message.octets.add(text.as_bytes());
        }
        self
    }

    /// How many copies were drawn and had no outcome since.
    pub(crate) fn untold(&self) -> usize {
        self.state.lock().unwrap().drawn.len()
    }

    pub(crate) fn drawing_again(mut self) -> Self {
        self.again = true;
        self
    }

    /// Row and outcome in the order they were recorded.
    pub(crate) fn outcomes(&self) -> Vec<(i64, Outcome)> {
        self.state.lock().unwrap().outcomes.clone()
    }

    /// The outcome of the only row.
    pub(crate) fn outcome(&self) -> Outcome {
        let mut outcomes = self.outcomes();
        assert_eq!(outcomes.len(), 1, "{outcomes:?}");
        outcomes.remove(0).1
    }

    pub(crate) fn accepted(&self) -> Vec<i64> {
        let outcomes = self.outcomes().into_iter();
        let mut rows: Vec<i64> = outcomes
            .filter(|(_, outcome)| matches!(outcome, Outcome::Accepted(_)))
            .map(|(row, _)| row)
            .collect();
        rows.sort_unstable();
        rows
    }
}

impl MessageSource for Desk {
    async fn next(&self, admit: Admit<'_>) -> Next {
        let mut state = self.state.lock().unwrap();
        if let Some((_, pause)) = state.pauses
            && state.outcomes.is_empty()
            && !state.drawn.is_empty()
        {
            return Next::Wait(pause);
        }
        if let Some((pauses, pause)) = state.pauses
            && pauses > 0
            && !state.outcomes.is_empty()
        {
            state.pauses = Some((pauses - 1, pause));
            return Next::Wait(pause);
        }
        let mut domains = BTreeMap::new();
        let admitted = state.waiting.iter().position(|message| {
            let domain = message.envelope.recipient.domain().to_owned();
            *domains.entry(domain).or_insert_with_key(|domain| admit(domain))
        });
        match admitted.and_then(|at| state.waiting.remove(at)) {
            Some(message) => {
                state.drawn.push(message.clone());
                Next::Message(Box::new(message))
            }
            None if !state.waiting.is_empty() => Next::Wait(Duration::from_mins(1)),
            None if self.again && !state.drawn.is_empty() => Next::Wait(Duration::from_mins(1)),
            None => Next::Done,
        }
    }
}

impl Journal for Desk {
    async fn intend(&self, attempt: Attempt) -> Result<bool, JournalFault> {
        if !self.takes.is_zero() {
            tokio::time::sleep(self.takes).await;
        }
        let answer = (self.grant)(attempt);
        self.log.write(format!("intent {}", attempt.row));
        answer
    }

    async fn stands(&self, attempt: Attempt) -> bool {
        (self.grant)(attempt) != Ok(false)
    }

    async fn record(&self, attempt: Attempt, outcome: Outcome) -> Result<(), JournalFault> {
        (self.told)(attempt.row);
        let mut state = self.state.lock().unwrap();
        let drawn = state.drawn.iter().position(|message| message.attempt == attempt);
        let message = state
            .drawn
            .remove(drawn.expect("an outcome is told once for each draw"));
        if self.again && outcome == Outcome::NotHandedOver {
            state.waiting.push_back(message);
        }
        state.outcomes.push((attempt.row, outcome));
        Ok(())
    }
}

pub(crate) fn message(row: i64, recipient: &str) -> Message {
    let id = format!("{row}.1@example.org");
    Message {
        attempt: Attempt { row, number: 1 },
        envelope: Envelope {
            sender: Address::parse("bounces@example.org").unwrap(),
            recipient: Address::parse(recipient).unwrap(),
        },
        octets: format!("Message-ID: <{id}>\r\nSubject: Weekly\r\n\r\nGood morning.\r\n..and a dot\r\n")
            .into_bytes()
            .into(),
        id,
    }
}

/// Settings for a scripted server.
pub(crate) fn settings() -> Settings {
    Settings::new("relay.example.org", 25)
}

/// Runs to the end over connections of another make.
pub(crate) async fn run_over(connect: impl Connect, settings: Settings, desk: &Arc<Desk>) -> Ended {
    let (sender, _receiver) = mpsc::unbounded_channel();
    let interrupt = Interrupt::new();
    let connect = Arc::new(connect);
    deliver_over(connect, settings, desk.clone(), desk.clone(), sender, &interrupt).await
}

/// Runs to the end; the events are returned with it.
pub(crate) async fn run(server: &SmtpServer, settings: Settings, desk: &Arc<Desk>) -> (Ended, Vec<Event>) {
    run_until(server, settings, desk, &Interrupt::new()).await
}

pub(crate) async fn run_until(
    server: &SmtpServer,
    settings: Settings,
    desk: &Arc<Desk>,
    interrupt: &Interrupt,
) -> (Ended, Vec<Event>) {
    let (sender, mut receiver) = mpsc::unbounded_channel();
    let connect = Arc::new(server.clone());
    let ended = deliver_over(connect, settings, desk.clone(), desk.clone(), sender, interrupt).await;
    let mut events = Vec::new();
    while let Ok(event) = receiver.try_recv() {
        events.push(event);
    }
    (ended, events)
}
