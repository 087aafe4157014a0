//! What is known of a draft that is being made.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::foundation::plural;
use crate::publication::Author;

/// What is known so far of the draft to be. The journal keeps it in this shape.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Answers {
    /// The lead article's title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Who wrote it; an empty list is an answer too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authors: Option<Vec<Credit>>,
    /// The date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// The number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// The lists it goes to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lists: Option<Vec<String>>,
    /// The subject, where it is not the title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// The sections that were begun, in the order asked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<SectionAnswers>,
    /// The lead, as Markdown; empty where it was left for later.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead: Option<String>,
    /// Lead and sections together, as Markdown, where they came from a file; then neither is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
}

/// An author of the draft to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Credit {
    /// A key of digest.yaml's `authors`.
    Key(String),
    /// Written out in the draft.
    Written(Author),
}

/// What was said of a section.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SectionAnswers {
    /// The house style's name for it.
    pub id: String,
    /// Its bullets, as Markdown of one line each.
    #[serde(default)]
    pub bullets: Vec<String>,
    /// Whether the person has done with it.
    #[serde(default)]
    pub finished: bool,
}

impl Answers {
    /// These answers, and where `newer` says something, that instead.
    #[must_use]
    pub fn overlaid(self, newer: Self) -> Self {
        Self {
            title: newer.title.or(self.title),
            authors: newer.authors.or(self.authors),
            date: newer.date.or(self.date),
            number: newer.number.or(self.number),
            lists: newer.lists.or(self.lists),
            subject: newer.subject.or(self.subject),
            sections: if newer.sections.is_empty() {
                self.sections
            } else {
                newer.sections
            },
            lead: newer.lead.or(self.lead),
            body: newer.body.or(self.body),
        }
    }

    /// What was said of a section; begun here where nothing was.
    pub fn section_mut(&mut self, id: &str) -> &mut SectionAnswers {
        let found = self.sections.iter().position(|section| section.id == id);
        let index = found.unwrap_or(self.sections.len());
        if found.is_none() {
            self.sections.push(SectionAnswers {
                id: id.to_owned(),
                ..SectionAnswers::default()
            });
        }
        &mut self.sections[index]
    }

    /// What these answers are of, in a few words.
    pub fn summary(&self) -> String {
        let title = match &self.title {
            Some(title) => format!("“{title}”"),
            None => "a draft without a title".to_owned(),
        };
        match self.sections.iter().map(|section| section.bullets.len()).sum() {
            0 => title,
            count => format!("{title}, {} so far", plural(count, "bullet")),
        }
    }
}
