//! Who asks.

use std::path::Path;

use crate::foundation::Failure;

/// Asks a person, one question at a time. What is asked stands with those who ask it; this is how: on a terminal, or from a list of
/// answers in a test.
pub trait Prompter {
    /// A line of text. An answer that `question.check` refuses is asked for again.
    fn text(&mut self, question: &Question<'_>) -> Result<String, Unanswered>;

    /// Yes or no.
    fn confirm(&mut self, prompt: &str, default: bool) -> Result<bool, Unanswered>;

    /// One of several, by its index.
    fn choose(&mut self, prompt: &str, items: &[String]) -> Result<usize, Unanswered>;

    /// Any of several, by their indexes; `chosen` tells which are chosen at first.
    fn choose_several(
        &mut self,
        prompt: &str,
        items: &[String],
        chosen: &[bool],
    ) -> Result<Vec<usize>, Unanswered>;

    /// Opens the person's editor on a file and waits until it is closed. Fails where it cannot be started or ends badly; the message
    /// says so.
    fn edit(&mut self, editor: &str, path: &Path) -> Result<(), String>;

    /// Tells something between two questions.
    fn tell(&mut self, line: &str);
}

/// A question that is answered with a line of text.
pub struct Question<'a> {
    /// What is asked.
    pub prompt: &'a str,
    /// What an empty answer means; without a default it means nothing, and is asked again unless `optional`.
    pub default: Option<String>,
    /// Whether the answer may be empty.
    pub optional: bool,
    /// Says what is wrong with an answer.
    pub check: &'a dyn Fn(&str) -> Result<(), String>,
}

impl<'a> Question<'a> {
    /// A question that wants any text.
    pub fn new(prompt: &'a str) -> Self {
        Self {
            prompt,
            default: None,
            optional: false,
            check: &|_| Ok(()),
        }
    }

    /// The same question, which may be left unanswered.
    #[must_use]
    pub fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// The same question, to which an empty answer means `default`.
    #[must_use]
    pub fn or(mut self, default: impl Into<String>) -> Self {
        self.default = Some(default.into());
        self
    }

    /// The same question, whose answers `check` may refuse.
    #[must_use]
    pub fn checked(mut self, check: &'a dyn Fn(&str) -> Result<(), String>) -> Self {
        self.check = check;
        self
    }
}

/// Why there is no answer.
#[derive(Debug, Clone)]
pub enum Unanswered {
    /// The person stopped: Ctrl-C, or the terminal is gone.
    Interrupted,
    /// Something failed besides.
    Failed(Failure),
}

impl From<Failure> for Unanswered {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}
