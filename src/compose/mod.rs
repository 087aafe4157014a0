//! An edition and a subscriber become a message.
//!
//! A [`Composer`] is made once for an edition: whatever is the same for everyone is encoded for the wire then, and shared by all copies
//! ([`Octets`](crate::message::Octets)). Slots that print a value as it is are filled without more ado; what says more becomes a MiniJinja template ("stage two"), and so does each
//! slotted text as a whole, whose word counts where a value is missing. A copy then costs the filling of its slots.
//!
//! # How the parts stay apart
//!
//! Both texts travel as quoted-printable (RFC 2045 section 6.7). Every fixed piece, and every value once it is filled in, starts at the
//! beginning of an encoded line and ends in a line break, a soft one where the text goes on. So pieces can stand next to each other in any
//! order, no line is too long whatever a value holds, and what begins a line is known when it is encoded: a dot and `From ` are
//! written `=2E` and `=46rom`, so the bytes need no dot stuffing, and a server that forgets to take stuffed dots out does no harm.
//!
//! # What a copy carries besides
//!
//! An unsubscribe [`Token`] and, where digest.yaml gives a bounce address, a [`BounceTag`] in its envelope sender: both name their reader or row without an address, by a key's
//! id and a keyed hash. Last of all come the signatures of [`dkim`], over the bytes that leave.
//!
//! # What slots see
//!
//! `subscriber.email`, `.name`, `.language`, `.tags` and any field, and `links.unsubscribe`. What is empty counts as missing, so that
//! `{{ subscriber.name | default("reader") }}` greets someone without a name as a reader. Printing what is missing is an error, and so is
//! printing what is no text, number or truth value: the copy is [`Unfillable`], never silently wrong. `if` may ask for what is missing.
//!
//! Every value is escaped for its [`Place`](crate::edition::Place), whatever the template says: `safe` and `escape` have no effect here.

mod bounce_tag;
mod compose_error;
mod composer;
pub mod dkim;
mod escape;
mod form;
mod headers;
mod links;
mod message_id;
mod multipart;
mod plain;
mod probe;
mod reader;
mod return_path;
mod segment;
mod slot_names;
mod subject;
mod token;
mod unfillable;

pub use bounce_tag::BounceTag;
pub use compose_error::ComposeError;
pub use composer::Composer;
pub use links::{Links, UnsubscribeLinks};
pub use message_id::message_id;
pub use plain::plain;
pub use probe::{Probe, Trials};
pub use token::Token;
pub use unfillable::Unfillable;
