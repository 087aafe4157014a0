//! Tests of the command line.

mod broken_configs;
mod broken_drafts;
mod broken_inputs;
mod broken_lists;
mod broken_messages;
mod broken_templates;
mod check;
mod check_fix;
mod check_narrowed;
mod check_online;
mod check_reports;
mod completions;
mod doctor;
mod exit_status;
mod first_hour;
mod help;
mod init;
mod key_rotation;
mod man;
mod new;
#[cfg(unix)]
mod new_in_terminal;
mod render;
mod render_frozen;
mod rules;
mod schema;
mod send_hostile;
#[cfg(unix)]
mod send_in_terminal;
#[cfg(unix)]
mod send_interrupted;
mod send_log;
mod send_once;
mod send_people;
mod send_records;
mod send_relay_faults;
mod send_sandbox;
mod send_signed;
mod send_test_copies;
#[cfg(target_os = "linux")]
mod small_pages;
mod status_reasons;
mod streams;
mod subscribers_known;
mod subscribers_leaving;
