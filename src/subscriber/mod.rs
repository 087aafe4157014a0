//! Who reads: subscribers, and the lists they are on.
//!
//! A [`List`] is read row by row, so that a million rows fit, or page by page on every core; a [`ListFile`] is changed as text, so that what a person wrote stays.

mod abreast;
mod columns;
mod csv_edit;
mod csv_list;
mod encoding;
mod entry;
mod header;
mod lines;
mod list;
mod list_file;
mod new_subscriber;
mod page;
mod profile;
mod records;
mod row;
mod subscriber;
mod yaml_edit;
mod yaml_list;

pub use list::List;
pub use list_file::ListFile;
pub use new_subscriber::NewSubscriber;
pub use page::Page;
pub use profile::Profile;
pub use row::Row;
pub use subscriber::{Status, Subscriber};
