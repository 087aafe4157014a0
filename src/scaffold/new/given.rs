//! What is known of a draft before anybody is asked.

use jiff::civil::Date;

use crate::foundation::{Failure, Source, listed, nearest};
use crate::publication::{Author, Config, Publication};

use super::body::Body;
use super::{Answers, Credit, PastIssues};

/// What the command line says of the draft to be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Given {
    /// The lead article's title.
    pub title: Option<String>,
    /// The authors: keys of digest.yaml, or a name.
    pub authors: Vec<String>,
    /// Where an author who is given by name works.
    pub affiliation: Option<String>,
    /// The issue's date.
    pub date: Option<Date>,
    /// The issue's number.
    pub number: Option<u32>,
    /// The lists it goes to; none given means nothing is said of them.
    pub lists: Vec<String>,
    /// The subject.
    pub subject: Option<String>,
    /// Lead and sections, as Markdown.
    pub body: Option<Source>,
}

impl Given {
    /// Holds it against the publication: authors and lists that nobody knows, and a number that is taken, are failures.
    pub fn answers(self, publication: &Publication, past: &PastIssues) -> Result<Answers, Failure> {
        let config = &publication.config;
        if let Some(number) = self.number.filter(|number| past.has_number(*number)) {
            let failure = Failure::new(format!("a draft has the number {number} already"));
            return Err(match past.next_number() {
                Some(next) => failure.hinted(format!("the next one is `--issue {next}`")),
                None => failure,
            });
        }
        for list in &self.lists {
            known_list(list, config)?;
        }
        let credits: Result<Vec<Credit>, Failure> = self
            .authors
            .iter()
            .map(|author| credit(author, self.affiliation.as_ref(), config))
            .collect();
        let credits = credits?;
        let written = credits.iter().any(|credit| matches!(credit, Credit::Written(_)));
        if self.affiliation.is_some() && !written {
            return Err(
                Failure::new("`--affiliation` belongs to an author who is given by name").hinted(
                    "write the name after `--author`; a known author's affiliation stands in digest.yaml",
                ),
            );
        }
        let body = self.body.as_ref().map(Body::of).transpose()?;
        let title = self.title.or(body.and_then(|body| body.title));
        Ok(Answers {
            title: title
                .map(|title| one_line(&title))
                .filter(|title| !title.is_empty()),
            authors: (!credits.is_empty()).then_some(credits),
            date: self.date,
            number: self.number,
            lists: (!self.lists.is_empty()).then_some(self.lists),
            subject: self
                .subject
                .map(|subject| one_line(&subject))
                .filter(|subject| !subject.is_empty()),
            body: self.body.map(|source| source.text().to_owned()),
            ..Answers::default()
        })
    }
}

/// A text without line ends and other control characters, its white space single.
pub(super) fn one_line(text: &str) -> String {
    let spaced: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn known_list(name: &str, config: &Config) -> Result<(), Failure> {
    if config.list(name).is_some() {
        return Ok(());
    }
    let names: Vec<&str> = config.lists.iter().map(|list| list.name.as_str()).collect();
    let failure = Failure::new(format!("digest.yaml has no list `{name}`"));
    Err(failure.hinted(known_hint(name, &names, "lists")))
}

/// A known key, or a name. A single word is a key: a misspelt one must not become a person.
fn credit(author: &str, affiliation: Option<&String>, config: &Config) -> Result<Credit, Failure> {
    let author = one_line(author);
    if config.author(&author).is_some() {
        return Ok(Credit::Key(author));
    }
    if author.contains(' ') {
        return Ok(Credit::Written(Author {
            name: author,
            affiliation: affiliation
                .map(|text| one_line(text))
                .filter(|text| !text.is_empty()),
        }));
    }
    let keys: Vec<&str> = config.authors.iter().map(|(key, _)| key.as_str()).collect();
    Err(Failure::new(format!("digest.yaml has no author `{author}`"))
        .hinted(known_hint(&author, &keys, "authors"))
        .hinted("somebody who is not there is given by full name: `--author \"First Last\" --affiliation \"Where\"`"))
}

fn known_hint(word: &str, known: &[&str], what: &str) -> String {
    if let Some(near) = nearest(word, known.iter().copied()) {
        return format!("did you mean `{near}`?");
    }
    if known.is_empty() {
        return format!("digest.yaml names no {what} yet");
    }
    let ticked: Vec<String> = known.iter().map(|word| format!("`{word}`")).collect();
    format!("the {what} are {}", listed(&ticked))
}
