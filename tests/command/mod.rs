//! Tests of the command line.

mod check;
mod exit_status;
mod first_hour;
mod help;
mod init;
mod new;
#[cfg(unix)]
mod new_in_terminal;
mod render;
mod rules;
mod streams;
