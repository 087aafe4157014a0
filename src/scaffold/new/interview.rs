//! The questions, in their order.

use jiff::civil::Date;

use crate::foundation::Failure;
use crate::publication::Publication;
use crate::scaffold::{Prompter, Question, Unanswered};

use super::given::one_line;
use super::parse_date::parse_date;
use super::{Answers, Journal, PastIssues};

/// How the lead can be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Editing {
    /// In this program: `$VISUAL`, else `$EDITOR`.
    In(String),
    /// Neither is set.
    NoEditor,
}

/// Asks for everything that is not known yet. Each answer is in the journal before the next question.
pub struct Interview<'a> {
    /// The publication that the draft is for.
    pub publication: &'a Publication,
    /// Its drafts so far.
    pub past: &'a PastIssues,
    /// Today's date.
    pub today: Date,
    /// How the lead can be written.
    pub editing: Editing,
    /// Where the answers are kept.
    pub journal: &'a Journal,
    /// Who asks.
    pub prompter: &'a mut dyn Prompter,
}

impl Interview<'_> {
    /// Asks for what `answers` lack, and gives them whole.
    pub fn hold(mut self, mut answers: Answers) -> Result<Answers, Unanswered> {
        self.journal.keep(&answers)?;
        if answers.title.is_none() {
            answers.title = Some(self.title()?);
            self.journal.keep(&answers)?;
        }
        if answers.authors.is_none() {
            answers.authors = Some(self.authors()?);
            self.journal.keep(&answers)?;
        }
        if answers.date.is_none() {
            answers.date = Some(self.date()?);
            self.journal.keep(&answers)?;
        }
        if answers.number.is_none() {
            answers.number = self.number()?;
            self.journal.keep(&answers)?;
        }
        if answers.lists.is_none() {
            answers.lists = Some(self.lists()?);
            self.journal.keep(&answers)?;
        }
        if answers.body.is_none() {
            self.sections(&mut answers)?;
            self.lead(&mut answers)?;
        }
        Ok(answers)
    }

    fn title(&mut self) -> Result<String, Unanswered> {
        let some = |text: &str| filled(text, "the lead article needs a title");
        let title = self
            .prompter
            .text(&Question::new("Title of the lead article").checked(&some))?;
        Ok(one_line(&title))
    }

    fn date(&mut self) -> Result<Date, Unanswered> {
        let valid = |text: &str| parse_date(text).map(|_| ());
        let question = Question::new("Date").or(self.today.to_string()).checked(&valid);
        let answer = self.prompter.text(&question)?;
        parse_date(&answer).map_err(|message| Failure::new(message).into())
    }

    /// The number. Where the newsletter is not numbered so far, nothing is an answer too.
    fn number(&mut self) -> Result<Option<u32>, Unanswered> {
        let past = self.past;
        let valid = |text: &str| free_number(text, past).map(|_| ());
        let question = Question::new("Issue number").checked(&valid);
        let question = match past.next_number() {
            Some(next) => question.or(next.to_string()),
            None => question.optional(),
        };
        let answer = self.prompter.text(&question)?;
        free_number(&answer, past).map_err(|message| Failure::new(message).into())
    }

    /// The lists; not asked where there is no choice.
    fn lists(&mut self) -> Result<Vec<String>, Unanswered> {
        let known = &self.publication.config.lists;
        let all = || known.iter().map(|list| list.name.clone());
        if known.len() < 2 {
            return Ok(all().collect());
        }
        let items: Vec<String> = known
            .iter()
            .map(|list| format!("{} ({})", list.title, list.name))
            .collect();
        let chosen = self.prompter.choose_several(
            "Lists (space marks, enter goes on)",
            &items,
            &vec![true; items.len()],
        )?;
        if chosen.is_empty() {
            self.prompter
                .tell("no list: the issue can be sent once its front matter names one");
        }
        Ok(all()
            .enumerate()
            .filter(|(index, _)| chosen.contains(index))
            .map(|(_, name)| name)
            .collect())
    }
}

/// Refuses an answer of white space.
pub(super) fn filled(text: &str, otherwise: &str) -> Result<(), String> {
    if one_line(text).is_empty() {
        return Err(otherwise.to_owned());
    }
    Ok(())
}

fn free_number(text: &str, past: &PastIssues) -> Result<Option<u32>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    match text.parse::<u32>() {
        Ok(number) if past.has_number(number) => Err(format!("a draft has the number {number} already")),
        Ok(number) if number > 0 => Ok(Some(number)),
        _ => Err(format!(
            "`{text}` is no issue's number: write a whole number from 1"
        )),
    }
}
