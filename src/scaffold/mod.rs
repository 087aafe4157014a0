//! New publications and new drafts.

mod new;
mod prompter;

pub use new::{
    Answers, Credit, Editing, Given, Interview, Journal, NewDraft, PastIssues, SectionAnswers, completed,
    remember_author, write_draft,
};
pub use prompter::{Prompter, Question, Unanswered};
