//! Tests of the command line.

mod check;
mod exit_status;
mod help;
mod init;
mod new;
#[cfg(unix)]
mod new_in_terminal;
mod rules;
mod streams;
