//! Drafts held against the house style: rules, findings, and the clearance to send.
//!
//! A rule is one file below `rules/` and one test file of the same name. It begins with its own documentation, from which `digest explain`
//! and docs/rules.md are made, holds a [`Rule`] and is listed in [`RULES`]. What it is given to look at is a scope: a draft, all drafts
//! together, a list, what could not be read, the publication. One fault is one finding: a rule that looks at something which another rule
//! already speaks of stays quiet.

mod baseline;
mod bounded;
mod changed_files;
mod checked_list;
mod checker;
mod cleared;
pub mod client_support;
mod columns;
pub mod contrast;
mod css;
mod draft_scope;
mod drafts_scope;
mod explain;
mod finding;
mod findings;
mod fingerprint;
mod git;
mod hidden;
mod list_scope;
mod material;
mod publication_scope;
mod registry;
mod render_scope;
mod reserved_domain;
mod rule;
mod rules;
mod sections;
mod selection;
mod settings;
mod slot_name;
mod targets;
mod written;

pub use baseline::{Baseline, Compared};
pub use changed_files::ChangedFiles;
pub use checker::Checker;
pub use cleared::Cleared;
pub use explain::{explain, handbook, rule_named};
pub use findings::Findings;
pub use fingerprint::Fingerprint;
pub use registry::RULES;
pub use rule::{Family, Rule};
pub use selection::Selection;
pub use targets::Targets;

use bounded::{MOST, bounded};
use checked_list::CheckedList;
use columns::Columns;
use draft_scope::DraftScope;
use drafts_scope::DraftsScope;
use finding::Finding;
use git::git;
use hidden::hidden_spans;
use list_scope::ListScope;
use material::{Material, Unread};
use publication_scope::PublicationScope;
use render_scope::RenderScope;
use reserved_domain::is_reserved;
use rule::Check;
use sections::{Meaning, ReadSection, Sections};
use settings::Settings;
use slot_name::{SlotName, slot_names};
use written::{Written, written_parts};
