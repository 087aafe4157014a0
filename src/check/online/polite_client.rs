//! Requests sent as a guest sends them.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use url::Url;

use super::{Client, Doubt, Method, Pauses, Reply, Verdict};

/// How long a host is left alone between two requests.
const PAUSE: Duration = Duration::from_millis(500);
/// After so many requests in a row that nobody answered, a host is not asked any more: each would cost the whole of our patience.
const MOST_SILENCES: u32 = 2;
const TOO_MANY_REQUESTS: u16 = 429;

/// Asks each host one thing at a time with a pause between, whichever thread wants it, redirects included. A host that answers 429 is left
/// alone for the rest of the run: nobody waits minutes for a link check.
#[derive(Debug)]
pub(super) struct PoliteClient {
    client: Client,
    pauses: Pauses,
    hosts: Mutex<HashMap<String, Arc<Mutex<Acquaintance>>>>,
}

/// What is known of a host.
#[derive(Debug, Default)]
struct Acquaintance {
    asked: bool,
    silences: u32,
    busy: bool,
}

impl PoliteClient {
    pub(super) fn new(client: Client, pauses: Pauses) -> Self {
        Self {
            client,
            pauses,
            hosts: Mutex::default(),
        }
    }

    /// Asks when it is this request's turn. The answer, or the verdict that follows from there being none.
    pub(super) fn ask(&self, method: Method, url: &Url) -> Result<Reply, Verdict> {
        let host = self.host(url.host_str().unwrap_or_default());
        let mut host = held(&host);
        if host.busy {
            return Err(Doubt::Busy.into());
        }
        if host.silences >= MOST_SILENCES {
            return Err(Doubt::Silent.into());
        }
        if host.asked {
            self.pauses.pause(PAUSE);
        }
        let answer = self.client.ask(method, url);
        host.remember(&answer);
        answer
    }

    fn host(&self, name: &str) -> Arc<Mutex<Acquaintance>> {
        held(&self.hosts).entry(name.to_owned()).or_default().clone()
    }
}

impl Acquaintance {
    fn remember(&mut self, answer: &Result<Reply, Verdict>) {
        self.asked = true;
        match answer {
            Ok(reply) => {
                self.busy = reply.status == TOO_MANY_REQUESTS;
                self.silences = 0;
            }
            Err(Verdict::Unknown(Doubt::Timeout | Doubt::Lookup(_))) => self.silences += 1,
            Err(_) => {}
        }
    }
}

/// A lock that outlives a panic elsewhere: what it guards is whole between any two statements.
fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}
