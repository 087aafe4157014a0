//! An SMTP server inside the program that keeps what it is given as a Maildir.
