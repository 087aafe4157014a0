//! A copy on its way: the message, its envelope, and what the relay said.

mod attempt;
mod envelope;
mod event;
mod journal;
mod message;
mod message_source;
mod octets;
mod outcome;
mod reply;

pub use attempt::Attempt;
pub use envelope::Envelope;
pub use event::Event;
pub use journal::{Journal, JournalFault};
pub use message::Message;
pub use message_source::{Admit, MessageSource, Next};
pub use octets::{Mark, Octets};
pub use outcome::{Outcome, Phase};
pub use reply::{EnhancedCode, Reply};
