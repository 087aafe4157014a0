//! The command line: one file a subcommand, a struct whose fields are its flags and whose documentation is its help.

mod arguments;
mod cancel;
mod check;
mod completions;
mod context;
mod doctor;
mod draft_argument;
mod explain;
mod init;
mod man;
mod new;
mod options;
mod output_file;
mod render;
mod resolve;
mod rules;
mod schema;
mod send;
mod send_events;
mod send_test;
mod status;
mod subcommand;
mod subscribers;

pub use arguments::Arguments;
pub use context::Context;
pub use options::Options;
pub use subcommand::Subcommand;
