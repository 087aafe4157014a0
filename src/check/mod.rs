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
mod copy;
mod draft_scope;
mod drafts_scope;
mod explain;
mod family;
mod finding;
mod findings;
mod fingerprint;
mod git;
mod headers;
mod hidden;
mod limit;
mod list_scope;
mod longest_reader;
mod material;
mod measure;
mod message_scope;
mod proof;
mod publication_scope;
mod readership;
mod registry;
mod reserved_domain;
mod rule;
mod rules;
mod sections;
mod selection;
mod sentences;
mod settings;
mod slot_name;
mod targets;
mod unpaired;
mod unrendered;
mod unseen;
mod written;

pub use baseline::{Baseline, Compared};
pub use changed_files::ChangedFiles;
pub use checker::Checker;
pub use cleared::Cleared;
pub use explain::{explain, handbook, rule_named};
pub use family::Family;
pub use findings::Findings;
pub use fingerprint::Fingerprint;
pub use limit::Limit;
pub use registry::RULES;
pub use rule::Rule;
pub use selection::Selection;
pub use targets::Targets;

use bounded::{MOST, bounded};
use checked_list::CheckedList;
use copy::Copy;
use draft_scope::DraftScope;
use drafts_scope::DraftsScope;
use finding::Finding;
use git::git;
use headers::Headers;
use hidden::hidden_spans;
use list_scope::ListScope;
use longest_reader::longest_reader;
use material::{Material, Unread};
use measure::Measure;
use message_scope::MessageScope;
use proof::{Proof, Proofs};
use publication_scope::PublicationScope;
use readership::{Readers, Readership};
use reserved_domain::is_reserved;
use rule::Check;
use sections::{Meaning, ReadSection, Sections};
use sentences::sentences;
use settings::Settings;
use slot_name::{SlotName, slot_names};
use unpaired::{PairKind, Unpaired, unpaired};
use unrendered::Unrendered;
use unseen::Unseen;
use written::{Written, written_parts};
