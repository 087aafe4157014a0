//! Where the senders find what they send.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::letter::Letter;
use crate::publication::{Length, Publication, RETRY, Setting};
use crate::run::Run;
use crate::sink::Sink;

/// A publication with a large issue, and a copy of it as a letter for those who do not read publications.
pub(crate) struct Ground {
    /// What `digest` sends from.
    pub(crate) publication: Publication,
    /// What the others send.
    pub(crate) letter: Letter,
}

impl Ground {
    /// Makes both in a folder.
    pub(crate) fn make(folder: &Path) -> Result<Self, Box<dyn Error>> {
        let (publication, letter) = (folder.join("publication"), folder.join("letter"));
        fs::create_dir_all(&publication)?;
        fs::create_dir_all(&letter)?;
        let publication = Publication::make(&publication, Length::Large)?;
        // A first send makes the key, on which the letter's links depend.
        send_once(&publication)?;
        let letter = Letter::of(&publication, &letter)?;
        Ok(Self { publication, letter })
    }

    /// A file of the letter.
    pub(crate) fn letter(&self, file: &str) -> PathBuf {
        self.letter.folder.join(file)
    }
}

fn send_once(publication: &Publication) -> Result<(), Box<dyn Error>> {
    let sink = Sink::start(Duration::ZERO)?;
    publication.set_readers(1)?;
    publication.set(Setting {
        port: sink.port(),
        connections: 1,
        signed: false,
        retry: RETRY,
    })?;
    Run::of(&sink, &publication.folder, &publication.send(), 1)?;
    Ok(())
}
