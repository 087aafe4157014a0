//! What single values mean: each a function from a text to a value or a [`Fault`](super::Fault).

mod domain;
mod duration;
mod email;
mod header_url;
mod language;
mod list_id;
mod name;
mod path;
mod text;
mod web_address;

pub use domain::{domain, host, is_loopback};
pub use duration::duration;
pub use email::email;
pub use header_url::header_url;
pub use language::language;
pub use list_id::list_id;
pub use name::name;
pub use path::path;
pub use text::{line, paragraph};
pub(super) use web_address::split_port;
pub use web_address::{WebAddress, web_address};
