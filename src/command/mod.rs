//! The command line: one file a subcommand, a struct whose fields are its flags and whose documentation is its help.

mod arguments;
mod check;
mod context;
mod draft_argument;
mod explain;
mod init;
mod new;
mod options;
mod render;
mod rules;
mod subcommand;

pub use arguments::Arguments;
pub use context::Context;
pub use options::Options;
pub use subcommand::Subcommand;
