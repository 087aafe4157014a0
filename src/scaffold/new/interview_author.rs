//! The question who wrote the lead.

use deunicode::deunicode;

use crate::publication::{Author, Config};
use crate::scaffold::{Question, Unanswered};

use super::given::one_line;
use super::interview::filled;
use super::{Credit, Interview, remember_author};

impl Interview<'_> {
    /// One of the known authors, or a new one; nobody too, where the house style does without a byline.
    pub(super) fn authors(&mut self) -> Result<Vec<Credit>, Unanswered> {
        let config = &self.publication.config;
        let mut items: Vec<String> = config
            .authors
            .iter()
            .map(|(key, author)| described(key, author))
            .collect();
        let known = items.len();
        items.push("someone else".to_owned());
        if !config.structure.lead.byline_required {
            items.push("no byline".to_owned());
        }
        let chosen = if items.len() == 1 {
            0
        } else {
            self.prompter.choose("Author", &items)?
        };
        match config.authors.get(chosen) {
            Some((key, _)) => Ok(vec![Credit::Key(key.clone())]),
            None if chosen == known => Ok(vec![self.new_author()?]),
            None => Ok(Vec::new()),
        }
    }

    fn new_author(&mut self) -> Result<Credit, Unanswered> {
        let some = |text: &str| filled(text, "a byline needs a name");
        let name = self
            .prompter
            .text(&Question::new("The author's name").checked(&some))?;
        let affiliation = self
            .prompter
            .text(&Question::new("Affiliation (may be empty)").optional())?;
        let author = Author {
            name: one_line(&name),
            affiliation: Some(one_line(&affiliation)).filter(|text| !text.is_empty()),
        };
        if !self
            .prompter
            .confirm(&format!("Remember {} in digest.yaml?", author.name), true)?
        {
            return Ok(Credit::Written(author));
        }
        let config = &self.publication.config;
        let valid = |text: &str| free_key(text, config);
        let question = Question::new("Under which key")
            .or(key_for(&author.name, config))
            .checked(&valid);
        let key = self.prompter.text(&question)?;
        match remember_author(self.publication, &key, &author) {
            Ok(()) => {
                self.prompter.tell(&format!("digest.yaml knows `{key}` now"));
                Ok(Credit::Key(key))
            }
            Err(failure) => {
                self.prompter.tell(&failure.message);
                failure.hints.iter().for_each(|hint| self.prompter.tell(hint));
                Ok(Credit::Written(author))
            }
        }
    }
}

fn described(key: &str, author: &Author) -> String {
    match &author.affiliation {
        Some(affiliation) => format!("{}, {affiliation} ({key})", author.name),
        None => format!("{} ({key})", author.name),
    }
}

fn free_key(text: &str, config: &Config) -> Result<(), String> {
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    if text.is_empty() || !text.chars().all(fits) || !text.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return Err(format!(
            "`{text}` is no key: begin with a letter, go on with letters, digits, `-` and `_`"
        ));
    }
    match config.author(text) {
        Some(other) => Err(format!("`{text}` is {} already", other.name)),
        None => Ok(()),
    }
}

/// `Aigerim Serik` is `aserik`: the first letter and the last name, with a number where that is taken.
fn key_for(name: &str, config: &Config) -> String {
    let ascii = deunicode(name).to_lowercase();
    let words: Vec<String> = ascii
        .split_whitespace()
        .map(|word| word.chars().filter(char::is_ascii_alphabetic).collect())
        .filter(|word: &String| !word.is_empty())
        .collect();
    let key = match words.as_slice() {
        [] => "author".to_owned(),
        [one] => one.clone(),
        [first, .., last] => format!("{}{last}", &first[..1]),
    };
    if config.author(&key).is_none() {
        return key;
    }
    let numbered = (2_u32..).map(|number| format!("{key}{number}"));
    numbered
        .into_iter()
        .find(|key| config.author(key).is_none())
        .unwrap_or(key)
}
