//! Whether every subscriber's copy can be made.

use std::sync::Arc;

use crate::compose::Composer;
use crate::foundation::{Environment, Failure, Key, Keyring, grouped, plural};
use crate::issue::Draft;
use crate::message::Attempt;
use crate::publication::Publication;
use crate::subscriber::{List, Profile, Row};
use crate::workflow::clearance::edition;
use crate::workflow::date_header::date_header;
use crate::workflow::manuscript::Manuscript;
use crate::workflow::secrets::keys;

use super::finding::{Finding, Topic, Verdict};

/// What was looked at, and how many rows the lists have.
pub(super) struct Copies {
    pub(super) finding: Finding,
    pub(super) rows: u64,
}

/// Fills an issue for every row of its lists.
pub(super) fn copies(publication: &Publication, environment: &Environment, draft: Option<Draft>) -> Copies {
    let Some(draft) = draft else {
        return Copies {
            finding: Finding::new(Topic::Copies, Verdict::Note, "there is no draft to fill"),
            rows: 0,
        };
    };
    let path = draft.source.path().display().to_string();
    filled(publication, environment, draft, &path).unwrap_or_else(|failure| Copies {
        finding: refused(&path, failure),
        rows: 0,
    })
}

fn filled(
    publication: &Publication,
    environment: &Environment,
    draft: Draft,
    path: &str,
) -> Result<Copies, Failure> {
    let manuscript = Manuscript::of(publication, draft)?;
    let edition = edition(publication, &manuscript)?;
    let keys = match keys(publication, environment)? {
        Some(keys) => keys,
        None => throwaway()?,
    };
    let date = date_header(&environment.clock.zoned());
    let composer = Composer::new(Arc::new(edition), keys, "live", &date)
        .map_err(|error| Failure::new(error.to_string()))?;
    let (mut rows, mut unfilled, mut first) = (0, 0, None);
    for list in &manuscript.issue.lists {
        let Some(file) = publication.list_path(list)? else {
            return Err(Failure::new(format!("there is no file for the list `{list}`")));
        };
        for row in List::read(&file, publication.shown(&file))? {
            let Row::Usable { line, subscriber } = row? else {
                continue;
            };
            rows += 1;
            let profile = Profile::from(&subscriber);
            let (canonical, to) = (subscriber.address.canonical(), subscriber.address.written());
            let attempt = Attempt { row: 0, number: 1 };
            if let Err(unfillable) = composer.compose(attempt, &canonical, to, list, &profile) {
                unfilled += 1;
                let shown = publication.shown(&file).display();
                first.get_or_insert_with(|| format!("{shown}:{line}: {}", unfillable.reason));
            }
        }
    }
    Ok(Copies {
        finding: told(path, rows, unfilled, first),
        rows,
    })
}

fn told(path: &str, rows: u64, unfilled: usize, first: Option<String>) -> Finding {
    let number = usize::try_from(rows).unwrap_or(usize::MAX);
    match first {
        Some(first) => Finding::new(
            Topic::Copies,
            Verdict::Fault,
            format!("{} of {} of `{path}` cannot be filled; the first: {first}", grouped(unfilled), plural(number, "copy")),
        )
        .hinted("give the slot a default, as in `{{ subscriber.city | default(\"your city\") }}`, or the rows a value: they would be left out"),
        None if number == 0 => Finding::new(Topic::Copies, Verdict::Warning, format!("the lists of `{path}` have no subscribers")),
        None => Finding::new(
            Topic::Copies,
            Verdict::Good,
            format!("`{path}` can be filled for {}", plural(number, "subscriber")),
        ),
    }
}

fn refused(path: &str, failure: Failure) -> Finding {
    let message = match failure.diagnostics.first() {
        Some(first) => format!("{}: {}", failure.message, first.message),
        None => format!("`{path}` cannot be filled: {}", failure.message),
    };
    let finding = Finding::new(Topic::Copies, Verdict::Fault, message);
    failure
        .hints
        .into_iter()
        .fold(finding, Finding::hinted)
        .hinted(format!("`digest check {path}` tells more"))
}

/// A key for copies that nobody gets.
fn throwaway() -> Result<Keyring, Failure> {
    let text =
        Key::generate("none").map_err(|error| Failure::new(format!("no key could be made: {error}")))?;
    Keyring::parse(&text).ok_or_else(|| Failure::new("no key could be made"))
}
