//! Who reads: subscribers, lists, and the audience of an issue.

mod profile;
mod row;
mod subscriber;

pub use profile::Profile;
pub use row::Row;
pub use subscriber::{Status, Subscriber};
