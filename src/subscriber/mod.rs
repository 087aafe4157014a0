//! Who reads: subscribers, and the lists they are on.
//!
//! A [`List`] is read row by row, so that a million rows fit; a [`ListFile`] is changed as text, so that what a person wrote stays.

mod columns;
mod csv_edit;
mod csv_list;
mod encoding;
mod entry;
mod lines;
mod list;
mod list_file;
mod new_subscriber;
mod profile;
mod records;
mod row;
mod subscriber;
mod yaml_edit;
mod yaml_list;

pub use list::List;
pub use list_file::ListFile;
pub use new_subscriber::NewSubscriber;
pub use profile::Profile;
pub use row::Row;
pub use subscriber::{Status, Subscriber};
