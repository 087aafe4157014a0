//! The copies that follow the present one.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use tokio::select;

use crate::message::{Journal, MessageSource};

use super::commands::{Commands, DOT};
use super::draw::Draw;
use super::drawn::Drawn;
use super::halt::Level;
use super::run::Run;
use super::session::Session;

/// As long as most dots with an envelope behind them are.
const TAIL: usize = 256;

/// What one connection has drawn beyond the copy it is at: the next one, so that its envelope can go out with the present one's final dot, and as many
/// as intents are asked for early.
#[derive(Default)]
pub(super) struct Ahead(VecDeque<Drawn>);

impl Ahead {
    /// The next copy's turn has come.
    pub(super) fn pop(&mut self) -> Option<Drawn> {
        self.0.pop_front()
    }

    /// Draws what is there now; waits for nothing but the source's own work.
    pub(super) async fn fill<S: MessageSource, J: Journal>(
        &mut self,
        run: &Arc<Run<S, J>>,
        session: &Session,
    ) {
        let most = run.settings.ahead.max(1);
        while self.0.len() < most
            && session.has_room_for(self.0.len() + 1)
            && !run.halt.is(Level::Winding)
            // Rows may have been taken from us: one is asked for at a time.
            && !run.wary.load(Ordering::Relaxed)
        {
            let Some(slot) = run.pace.try_reserve() else {
                return;
            };
            let drawn = select! {
                biased;
                drawn = run.draw(session.number) => drawn,
                () = run.halt.reached(Level::AtOnce) => return,
            };
            let Draw::Copy(mut copy) = drawn else { return };
            copy.slot = Some(slot);
            if run.settings.ahead > 0 {
                copy.intent.ask(&run.journal, copy.message.attempt);
            }
            self.0.push_back(copy);
        }
    }

    /// What is written behind a message: its final dot and, where the server takes groups, the next envelope with it.
    pub(super) fn tail(&mut self, session: &Session) -> String {
        let mut tail = String::with_capacity(TAIL);
        tail.push_str(DOT);
        if session.offer.pipelining
            && let Some(next) = self.0.front_mut()
            && let Ok(commands) = Commands::new(&next.message, &session.offer)
        {
            next.joined = true;
            tail.push_str(commands.group());
        }
        tail
    }

    /// Whether the server has heard the next envelope already: it may await a message now, and must be told nothing else.
    pub(super) fn has_joined(&self) -> bool {
        self.0.front().is_some_and(|next| next.joined)
    }
}
