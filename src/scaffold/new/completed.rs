//! A draft that nobody can be asked about.

use jiff::civil::Date;

use crate::foundation::{Failure, listed};
use crate::publication::{Config, Publication};

use super::{Answers, PastIssues};

/// Fills in what has a default: the date is `today`, the number the next one, the lists all of them. What has none must have been given:
/// the failure names the argument. Lead and bullets may be absent; the draft then says what the house style wants there.
pub fn completed(
    answers: Answers,
    publication: &Publication,
    past: &PastIssues,
    today: Date,
) -> Result<Answers, Failure> {
    let config = &publication.config;
    if answers.title.is_none() {
        return Err(
            Failure::new("a new issue needs a title, and nobody can be asked for it")
                .hinted("give it: `digest new \"The title\"`"),
        );
    }
    if answers.authors.is_none() && config.structure.lead.byline_required {
        return Err(
            Failure::new("the house style wants a byline, and nobody can be asked for the author")
                .hinted(author_hint(config)),
        );
    }
    let all_lists = || config.lists.iter().map(|list| list.name.clone()).collect();
    Ok(Answers {
        authors: Some(answers.authors.unwrap_or_default()),
        date: answers.date.or(Some(today)),
        number: answers.number.or_else(|| past.next_number()),
        lists: answers.lists.or_else(|| Some(all_lists())),
        ..answers
    })
}

fn author_hint(config: &Config) -> String {
    let keys: Vec<String> = config
        .authors
        .iter()
        .map(|(key, _)| format!("`--author {key}`"))
        .collect();
    match keys.as_slice() {
        [] => "give it: `--author \"First Last\"`".to_owned(),
        keys => format!("give one of {}, or `--author \"First Last\"`", listed(keys)),
    }
}
