//! The draft on disk.

use std::io::ErrorKind;
use std::path::PathBuf;

use crate::foundation::{Failure, create_new};
use crate::publication::Publication;

use super::draft_name::draft_name;
use super::draft_text::draft_text;
use super::{Answers, PastIssues};

/// How often another process may take the name that was just free.
const TRIES: usize = 20;

/// A draft that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDraft {
    /// Its id.
    pub id: String,
    /// Its file, absolute.
    pub path: PathBuf,
}

/// Writes the draft that the answers make, under a name that no draft has. Nothing is overwritten. The answers need a title and a date.
pub fn write_draft(answers: &Answers, publication: &Publication) -> Result<NewDraft, Failure> {
    let (Some(title), Some(date)) = (&answers.title, answers.date) else {
        return Err(Failure::new("a draft needs a title and a date"));
    };
    for _ in 0..TRIES {
        let id = draft_name(date, title, &PastIssues::of(publication));
        let text = draft_text(answers, &id, publication)?;
        let path = publication.drafts_folder().join(format!("{id}.md"));
        match create_new(&path, text.as_bytes()) {
            Ok(()) => return Ok(NewDraft { id, path }),
            // Somebody else wrote a draft of that name since the folder was read.
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => {
                let shown = publication.shown(&path).display();
                return Err(Failure::new(format!("`{shown}` cannot be written: {error}")));
            }
        }
    }
    Err(Failure::again(
        "every name that was free for the draft was taken before it could be written",
    ))
}
