//! Tests against servers that are not ours. `scripts/test` installs them and turns the feature `servers` on.

mod dkimpy;
mod dovecot;
mod editor_schemas;
mod postfix;
mod relayed;
mod schemas;
mod sink;
mod sink_kills;
mod smtp_sink;
mod spamassassin;
