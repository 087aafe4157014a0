//! Tests against servers that are not ours. `scripts/test` installs them and turns the feature `servers` on.

mod dkimpy;
mod editor_schemas;
mod schemas;
mod smtp_sink;
mod spamassassin;
