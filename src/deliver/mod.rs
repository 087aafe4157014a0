//! Messages handed to the relay over SMTP, each once, and the journal told of each.
