//! A person who has made up their mind: questions in the order expected, and the answer to each.

use std::collections::VecDeque;
use std::fs;
use std::path::Path;

use digest_cli::scaffold::{Prompter, Question, Unanswered};

/// What the person does when asked.
#[derive(Debug, Clone)]
pub(super) enum Reply {
    /// Types a line; empty for the default.
    Types(&'static str),
    /// Says yes or no.
    Says(bool),
    /// Takes the item that holds this text.
    Takes(&'static str),
    /// Marks exactly the items that hold one of these texts.
    Marks(&'static [&'static str]),
    /// Writes this into the file that the editor opens, below what is there.
    Writes(&'static str),
    /// Has an editor that fails.
    FailsToEdit,
    /// Presses Ctrl-C.
    Interrupts,
}

/// Answers each question of a script; any other question, or one too many, is a panic.
#[derive(Debug, Default)]
pub(super) struct Scripted {
    script: VecDeque<(&'static str, Reply)>,
    /// What was told between the questions.
    pub(super) told: Vec<String>,
    /// Answers that were refused, and why.
    pub(super) refused: Vec<String>,
}

impl Scripted {
    pub(super) fn new(script: impl IntoIterator<Item = (&'static str, Reply)>) -> Self {
        Self {
            script: script.into_iter().collect(),
            ..Self::default()
        }
    }

    /// Every question of the script was asked.
    #[track_caller]
    pub(super) fn assert_done(&self) {
        assert!(self.script.is_empty(), "never asked: {:?}", self.script);
    }

    #[track_caller]
    fn reply(&mut self, prompt: &str) -> Result<Reply, Unanswered> {
        let (expected, reply) = self
            .script
            .pop_front()
            .unwrap_or_else(|| panic!("nobody expected {prompt:?}"));
        assert!(
            prompt.starts_with(expected),
            "asked {prompt:?} instead of {expected:?}"
        );
        match reply {
            Reply::Interrupts => Err(Unanswered::Interrupted),
            reply => Ok(reply),
        }
    }
}

impl Prompter for Scripted {
    fn text(&mut self, question: &Question<'_>) -> Result<String, Unanswered> {
        loop {
            let answer = match self.reply(question.prompt)? {
                Reply::Types("") => question.default.clone().unwrap_or_default(),
                Reply::Types(text) => text.to_owned(),
                other => panic!("{:?} wants text, not {other:?}", question.prompt),
            };
            assert!(
                question.optional || !answer.is_empty(),
                "{:?} wants an answer",
                question.prompt
            );
            match (question.check)(&answer) {
                Ok(()) => return Ok(answer),
                Err(why) => self.refused.push(why),
            }
        }
    }

    fn confirm(&mut self, prompt: &str, _: bool) -> Result<bool, Unanswered> {
        match self.reply(prompt)? {
            Reply::Says(yes) => Ok(yes),
            other => panic!("{prompt:?} wants yes or no, not {other:?}"),
        }
    }

    fn choose(&mut self, prompt: &str, items: &[String]) -> Result<usize, Unanswered> {
        match self.reply(prompt)? {
            Reply::Takes(text) => Ok(items
                .iter()
                .position(|item| item.contains(text))
                .unwrap_or_else(|| panic!("{text:?} is none of {items:?}"))),
            other => panic!("{prompt:?} wants a choice, not {other:?}"),
        }
    }

    fn choose_several(
        &mut self,
        prompt: &str,
        items: &[String],
        chosen: &[bool],
    ) -> Result<Vec<usize>, Unanswered> {
        assert_eq!(items.len(), chosen.len());
        match self.reply(prompt)? {
            Reply::Marks(texts) => {
                let wanted = |item: &String| texts.iter().any(|text| item.contains(text));
                Ok(items
                    .iter()
                    .enumerate()
                    .filter(|(_, item)| wanted(item))
                    .map(|(index, _)| index)
                    .collect())
            }
            other => panic!("{prompt:?} wants marks, not {other:?}"),
        }
    }

    fn edit(&mut self, editor: &str, path: &Path) -> Result<(), String> {
        match self.reply(editor) {
            Ok(Reply::Writes(text)) => {
                let before = fs::read_to_string(path).expect("there is a file to edit");
                digest_cli::foundation::replace(path, format!("{before}{text}").as_bytes())
                    .expect("it can be written");
                Ok(())
            }
            Ok(Reply::FailsToEdit) => Err(format!("`{editor}` cannot be started")),
            other => panic!("{editor:?} opens a file, not {other:?}"),
        }
    }

    fn tell(&mut self, line: &str) {
        self.told.push(line.to_owned());
    }
}
