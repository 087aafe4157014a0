//! The ground: words that every floor above uses and that use nothing of ours.
//!
//! One noun a file. Nothing here knows what a newsletter is.

mod address;
mod atomic_file;
mod byte_set;
mod clock;
mod count;
mod diagnostic;
mod environment;
mod every_byte;
mod exit_status;
mod failure;
mod fix;
mod interrupt;
mod key;
mod keyring;
mod location;
mod mask;
mod nearest;
mod plural;
mod rate;
mod source;
mod span;
mod yaml_tree;

pub use address::{Address, AddressError, CanonicalAddress};
pub use atomic_file::{create_new, replace};
pub use byte_set::ByteSet;
pub use clock::Clock;
pub use count::Count;
pub use diagnostic::{Diagnostic, Severity};
pub use environment::{Environment, Terminal};
pub use every_byte::{every_byte, is_printable, is_tidy, no_pair};
pub use exit_status::ExitStatus;
pub use failure::Failure;
pub use fix::{Edit, Fix};
pub use interrupt::Interrupt;
pub use key::Key;
pub use keyring::Keyring;
pub use location::Location;
pub use mask::mask;
pub use nearest::nearest;
pub use plural::{grouped, listed, plural};
pub use rate::Rate;
pub use source::{DecodeError, Position, Source};
pub use span::Span;
pub use yaml_tree::{YamlError, YamlKind, YamlNode, YamlTree};
