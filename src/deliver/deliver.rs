//! The verb.

use std::sync::Arc;

use tokio::select;
use tokio::sync::mpsc::UnboundedSender;
use tokio::task::JoinSet;

use crate::foundation::Interrupt;
use crate::message::{Event, Journal, MessageSource};

use super::halt::Level;
use super::run::Run;
use super::worker::{Left, Worker};
use super::{Connect, Ended, Settings, Tcp};

/// Hands every message of the source to the relay over TCP, and returns when the source is done, a person has interrupted, or something
/// stopped the run.
///
/// For each message drawn there is exactly one [`Journal::record`]. One whose intent was granted is recorded as handed over only by the relay's
/// word; the final dot is never written where [`Journal::intend`] has not answered `true`.
pub async fn deliver<S: MessageSource, J: Journal>(
    settings: Settings,
    source: Arc<S>,
    journal: Arc<J>,
    events: UnboundedSender<Event>,
    interrupt: &Interrupt,
) -> Ended {
    let tcp = Arc::new(Tcp::new(&settings.host, settings.port));
    deliver_over(tcp, settings, source, journal, events, interrupt).await
}

/// [`deliver`] over connections of another make.
pub async fn deliver_over<S: MessageSource, J: Journal>(
    connect: Arc<dyn Connect>,
    settings: Settings,
    source: Arc<S>,
    journal: Arc<J>,
    events: UnboundedSender<Event>,
    interrupt: &Interrupt,
) -> Ended {
    let run = match Run::new(connect, settings, source, journal, events) {
        Ok(run) => Arc::new(run),
        Err(stop) => return Ended::Stopped(stop),
    };
    let mut workers = JoinSet::new();
    for number in 0..run.settings.connections.max(1) {
        workers.spawn(Worker::new(run.clone(), number).work());
    }
    let mut halted = false;
    let heed = heed(&run, interrupt);
    tokio::pin!(heed);
    loop {
        select! {
            biased;
            () = &mut heed => {}
            left = workers.join_next() => match left {
                None => break,
                Some(Ok(left)) => halted |= left == Left::Halted,
                Some(Err(broken)) => {
                    // A panic is a bug: it is not to look like an end. Nothing here cancels a worker.
                    if let Ok(panic) = broken.try_into_panic() {
                        std::panic::resume_unwind(panic);
                    }
                }
            }
        }
    }
    match run.stopped() {
        Some(stop) => Ended::Stopped(stop),
        None if halted => Ended::Interrupted,
        None => Ended::Finished,
    }
}

/// Passes a person's interrupts on to the workers. Never returns.
async fn heed<S, J>(run: &Run<S, J>, interrupt: &Interrupt) {
    interrupt.reached(1).await;
    run.halt.raise(Level::Winding);
    run.tell(Event::Stopping {
        awaited: run.awaited(),
    });
    interrupt.reached(2).await;
    run.halt.raise(Level::AtOnce);
    std::future::pending::<()>().await;
}
