//! An SMTP server inside the program that keeps what it is given as a Maildir.
//!
//! `send --sandbox` goes the whole way, over a real connection and a real dialogue, and nobody is mailed. It answers only this machine, takes
//! every address, and keeps each message as it came, CRLF included, with the two header fields that final delivery adds.

mod command;
mod conversation;
mod inbound;
mod maildir;
mod sandbox;

pub use sandbox::Sandbox;
