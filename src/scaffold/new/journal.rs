//! Answers on disk before the next question is asked.

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::foundation::{Failure, replace};
use crate::publication::Publication;

use super::Answers;

const HEAD: &str =
    "# What `digest new` was told so far. `digest new` goes on from here and removes this file in the end.\n";

/// What the note above the lead begins with.
const NOTE: &str = "<!-- digest new:";

/// Keeps the answers of one draft that is being made, in `.digest/new/`. While it lives no second `digest new` can ask in this
/// publication: each would take the other's answers for its own.
#[derive(Debug)]
pub struct Journal {
    folder: PathBuf,
    _lock: File,
}

impl Journal {
    /// Opens the publication's journal, empty or not. Fails where another process has it open.
    pub fn open(publication: &Publication) -> Result<Self, Failure> {
        let folder = publication.state_folder().join("new");
        let lock = fs::create_dir_all(&folder).and_then(|()| File::create(folder.join("lock")));
        let lock = lock.map_err(|error| unwritable(&folder, &error))?;
        match lock.try_lock() {
            Ok(()) => Ok(Self { folder, _lock: lock }),
            Err(TryLockError::WouldBlock) => {
                Err(Failure::new("another `digest new` is asking in this publication")
                    .hinted("end that one first: it keeps its answers"))
            }
            Err(TryLockError::Error(error)) => Err(unwritable(&folder, &error)),
        }
    }

    /// The answers that were kept; `None` where there are none.
    pub fn read(&self) -> Result<Option<Answers>, Failure> {
        let path = self.answers_path();
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => {
                return Err(Failure::new(format!(
                    "`{}` cannot be read: {error}",
                    path.display()
                )));
            }
        };
        let answers: Answers = serde_yaml::from_str(&text).map_err(|error| {
            Failure::new(format!("`{}` cannot be understood: {error}", path.display()))
                .hinted("`digest new --discard` begins anew and throws these answers away")
        })?;
        // Interrupted before the first answer: there is nothing to go on with.
        Ok(Some(answers).filter(|answers| *answers != Answers::default()))
    }

    /// Keeps the answers; durable when this returns.
    pub fn keep(&self, answers: &Answers) -> Result<(), Failure> {
        let path = self.answers_path();
        let text = serde_yaml::to_string(answers)
            .map_err(|error| Failure::new(format!("the answers cannot be written down: {error}")))?;
        replace(&path, format!("{HEAD}{text}").as_bytes()).map_err(|error| unwritable(&path, &error))
    }

    /// Throws everything away.
    pub fn discard(&self) -> Result<(), Failure> {
        for path in [self.answers_path(), self.lead_path()] {
            match fs::remove_file(&path) {
                Err(error) if error.kind() != ErrorKind::NotFound => {
                    return Err(Failure::new(format!(
                        "`{}` cannot be removed: {error}",
                        path.display()
                    )));
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// The lead as it was in the editor when it was last saved; `None` where no editor was opened.
    pub fn lead(&self) -> Result<Option<String>, Failure> {
        let path = self.lead_path();
        match fs::read(&path) {
            Ok(bytes) => Ok(Some(without_note(&String::from_utf8_lossy(&bytes)).to_owned())),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Failure::new(format!(
                "`{}` cannot be read: {error}",
                path.display()
            ))),
        }
    }

    /// Puts down a file for the editor to begin with: a note of what is `wanted`, which goes out again when the lead is taken.
    pub(super) fn begin_lead(&self, wanted: &str) -> Result<(), Failure> {
        let path = self.lead_path();
        let note = format!("{NOTE} {wanted}. Write below this line, save, and close the editor. -->\n\n");
        replace(&path, note.as_bytes()).map_err(|error| unwritable(&path, &error))
    }

    /// The file that the editor opens.
    pub fn lead_path(&self) -> PathBuf {
        self.folder.join("LEAD.md")
    }

    fn answers_path(&self) -> PathBuf {
        self.folder.join("ANSWERS.yaml")
    }
}

fn unwritable(path: &Path, error: &io::Error) -> Failure {
    Failure::new(format!("`{}` cannot be written: {error}", path.display()))
}

/// The lead without the note that stood above it.
fn without_note(text: &str) -> &str {
    let text = text.trim_start_matches('\u{FEFF}').trim();
    let rest = text.strip_prefix(NOTE).and_then(|rest| rest.split_once("-->"));
    rest.map_or(text, |(_, lead)| lead).trim()
}
