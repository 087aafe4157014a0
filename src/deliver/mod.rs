//! Messages handed to the relay over SMTP, each once, and the journal told of each.
//!
//! [`deliver()`] draws copies from a [`MessageSource`](crate::message::MessageSource), walks each through MAIL, RCPT and DATA on one of
//! several connections, and tells a [`Journal`](crate::message::Journal). The rule that everything here serves: the final dot is written only
//! after the journal has made durable that it is about to be. So whatever dies, a copy is known to be taken, known not to be, or named in doubt.
//!
//! lettre speaks the protocol: EHLO, AUTH, the completeness of replies. The stream below it is ours (`Wire`): it collects writes, hands
//! lettre one reply line at a time, keeps what was said in full, and takes a message's bytes past lettre.
//!
//! ```text
//! deliver ─▶ Worker (one a connection) ─▶ dial ─▶ Session ─▶ Dialogue (one a copy) ─▶ Turn: the outcome, and what it means for the connection
//!                  │                                             ├ Pace: how fast, to everyone and to each domain
//!                  ├ Lifeline: is the relay there                └ fault: whose fault a refusal is
//!                  └ Breaker: the same refusal for everyone
//! ```

mod ahead;
mod authenticate;
mod breaker;
mod commands;
mod connect;
mod deliver;
mod dial;
mod dialogue;
mod domain_limit;
mod domain_pace;
mod draw;
mod drawn;
mod encryption;
mod ended;
mod envelope_dialogue;
mod fault;
mod gate;
mod halt;
mod intent;
mod lifeline;
mod losses;
mod lost;
mod offer;
mod pace;
mod probe;
mod reply_lines;
mod run;
mod secret;
mod session;
mod settings;
mod standing;
mod stop;
mod timeouts;
mod turn;
mod verdict;
mod wire;
mod worker;

pub use breaker::Breaker;
pub use connect::{Connect, Link, Tcp};
pub use deliver::{deliver, deliver_over};
pub use domain_limit::DomainLimit;
pub use ended::Ended;
pub use fault::Fault;
pub use pace::{Leave, Pace, Slot};
pub use probe::{Welcome, probe};
pub use secret::Secret;
pub use settings::Settings;
pub use stop::Stop;
pub use timeouts::Timeouts;
