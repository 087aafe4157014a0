//! The way to the ledger's thread.

use std::sync::{Arc, OnceLock, mpsc};
use std::thread::JoinHandle;

use tokio::sync::oneshot;

use super::orders::{Order, Orders, Work};
use super::{Engine, LedgerError};
use crate::message::{Attempt, JournalFault};

/// Asks the ledger's thread. When the last handle is dropped the thread writes what it was told, and the ledger is closed before the drop returns.
#[derive(Debug, Clone)]
pub struct LedgerHandle(Arc<Line>);

/// The way to the thread, and the thread.
#[derive(Debug)]
struct Line {
    orders: Arc<Orders>,
    thread: Option<JoinHandle<()>>,
    fault: Arc<OnceLock<JournalFault>>,
}

impl LedgerHandle {
    pub(super) fn new(
        orders: Arc<Orders>,
        thread: JoinHandle<()>,
        fault: Arc<OnceLock<JournalFault>>,
    ) -> Self {
        Self(Arc::new(Line {
            orders,
            thread: Some(thread),
            fault,
        }))
    }

    /// Calls the engine on its thread, after all intents and outcomes that it was told of before, and waits without blocking.
    pub async fn call<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut dyn Engine) -> Result<T, LedgerError> + Send + 'static,
    ) -> Result<T, LedgerError> {
        self.begin(work).await
    }

    /// The same, begun at once: who has other things to do meanwhile waits for the answer later.
    pub fn begin<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut dyn Engine) -> Result<T, LedgerError> + Send + 'static,
    ) -> impl Future<Output = Result<T, LedgerError>> + Send + 'static {
        self.answered(Order::Call, work)
    }

    /// The same where the answer is not wanted at once: all that comes in the next milliseconds is carried out and committed before, other calls too.
    pub fn aside<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut dyn Engine) -> Result<T, LedgerError> + Send + 'static,
    ) -> impl Future<Output = Result<T, LedgerError>> + Send + 'static {
        self.answered(Order::Aside, work)
    }

    fn answered<T: Send + 'static>(
        &self,
        order: impl FnOnce(Work) -> Order,
        work: impl FnOnce(&mut dyn Engine) -> Result<T, LedgerError> + Send + 'static,
    ) -> impl Future<Output = Result<T, LedgerError>> + Send + 'static {
        let (answer, done) = oneshot::channel();
        let call = move |engine: &mut dyn Engine| drop(answer.send(work(engine)));
        let begun = self.order(order(Box::new(call))).map_err(unanswered);
        async move {
            begun?;
            done.await.map_err(|_| unanswered(ended()))?
        }
    }

    /// The same for callers outside tasks, who block when they wait for it.
    pub fn start<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut dyn Engine) -> Result<T, LedgerError> + Send + 'static,
    ) -> Result<Started<T>, LedgerError> {
        let (answer, done) = mpsc::sync_channel(1);
        let call = move |engine: &mut dyn Engine| drop(answer.send(work(engine)));
        self.order(Order::Call(Box::new(call))).map_err(unanswered)?;
        Ok(Started(done))
    }

    /// Why intents are refused since a commit failed; nothing while all is well.
    pub fn fault(&self) -> Option<JournalFault> {
        self.0.fault.get().cloned()
    }

    pub(super) fn order(&self, order: Order) -> Result<(), JournalFault> {
        self.0.orders.give(order).then_some(()).ok_or_else(ended)
    }

    /// Somebody waits for the answer to an intent.
    pub(super) fn hurry(&self, attempt: Attempt) {
        self.0.orders.hurry(attempt);
    }
}

/// A call that is under way.
#[derive(Debug)]
pub struct Started<T>(mpsc::Receiver<Result<T, LedgerError>>);

impl<T> Started<T> {
    /// Blocks until it is done.
    pub fn wait(self) -> Result<T, LedgerError> {
        self.0.recv().map_err(|_| unanswered(ended()))?
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.orders.close();
        if let Some(thread) = self.thread.take() {
            // A call that held the last handle drops it on the thread itself, which cannot wait for its own end.
            if thread.thread().id() != std::thread::current().id() {
                let _ = thread.join();
            }
        }
    }
}

/// The thread is gone: a call on it panicked.
pub(super) fn ended() -> JournalFault {
    JournalFault("the ledger's thread has ended".to_owned())
}

fn unanswered(fault: JournalFault) -> LedgerError {
    LedgerError::Unwritable(fault.0)
}
