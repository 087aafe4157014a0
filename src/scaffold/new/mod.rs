//! A new draft: what is asked, what is kept of the answers, what is written.
//!
//! ```text
//! Given (flags) ─▶ Answers ─▶ Interview (a Prompter asks; each answer goes to the Journal) ─▶ Answers ─▶ write_draft
//!                     └─────▶ completed (nobody to ask: defaults, or a failure that names the flag) ─▶┘
//! ```

mod answers;
mod body;
mod completed;
mod draft_name;
mod draft_text;
mod given;
mod interview;
mod interview_author;
mod interview_lead;
mod interview_section;
mod journal;
mod parse_date;
mod past_issues;
mod remember_author;
mod wanted;
mod write_draft;
mod yaml_text;

pub use answers::{Answers, Credit, SectionAnswers};
pub use completed::completed;
pub use given::Given;
pub use interview::{Editing, Interview};
pub use journal::Journal;
pub use parse_date::parse_date;
pub use past_issues::PastIssues;
pub use remember_author::remember_author;
pub use write_draft::{NewDraft, write_draft};
