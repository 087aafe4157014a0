//! That a connection stands.

use tokio::sync::mpsc::UnboundedSender;

use crate::message::Event;

/// Lives as long as a connection, and tells of its beginning and of its end, however that comes: it is closed in many places.
#[derive(Debug)]
pub(super) struct Standing {
    events: UnboundedSender<Event>,
    connection: usize,
}

impl Standing {
    /// From now on it stands.
    pub(super) fn begin(events: UnboundedSender<Event>, connection: usize) -> Self {
        // Nobody need listen.
        let _ = events.send(Event::Connected { connection });
        Self { events, connection }
    }
}

impl Drop for Standing {
    fn drop(&mut self) {
        let connection = self.connection;
        let _ = self.events.send(Event::Closed { connection });
    }
}
