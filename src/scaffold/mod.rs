//! New publications and new drafts.

mod init;
mod new;
mod prompter;

pub use init::{Initialised, init};
pub use new::{
    Answers, Credit, Editing, Given, Interview, Journal, NewDraft, PastIssues, SectionAnswers, completed,
    parse_date, remember_author, write_draft,
};
pub use prompter::{Prompter, Question, Unanswered};
