//! A copy as `digest` composes it, with marks where each reader's own values stand: what the peers send.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::disposable::write;
use crate::publication::{Publication, address, name};

/// Where the reader's address stands.
pub(crate) const ADDRESS: &str = "@@ADDRESS@@";
/// Where the reader's name stands.
pub(crate) const NAME: &str = "@@NAME@@";
/// Where the reader's unsubscribe token stands.
pub(crate) const TOKEN: &str = "@@TOKEN@@";

/// The unsubscribe link, up to the token.
const LINK: &str = "https://www.example.org/u/";
/// The reader whose copy is marked.
const READER: u64 = 0;

/// Files with the marked copy.
pub(crate) struct Letter {
    /// Where they are: letter.eml, letter.html, letter.txt, and one.eml with the copy of one reader without marks.
    pub(crate) folder: PathBuf,
    /// How many bytes the copy of one reader has.
    pub(crate) bytes: usize,
}

impl Letter {
    /// Renders a publication's issue into a folder. Its key must be there: links depend on it.
    pub(crate) fn of(publication: &Publication, folder: &Path) -> Result<Self, Box<dyn Error>> {
        let message = rendered(publication, "eml")?;
        let after = message.split_once(LINK).ok_or("no unsubscribe link")?.1;
        let token = after.split_once('>').ok_or("an endless link")?.0;
        let marked = |text: &str| {
            text.replace(token, TOKEN)
                .replace(&address(READER), ADDRESS)
                .replace(&name(READER), NAME)
        };
        // smtp-source adds the carriage returns.
        write(&folder.join("one.eml"), message.replace("\r\n", "\n").as_bytes())?;
        write(&folder.join("letter.eml"), marked(&message).as_bytes())?;
        for (format, file) in [("html", "letter.html"), ("text", "letter.txt")] {
            let text = rendered(publication, format)?;
            write(&folder.join(file), marked(&text).as_bytes())?;
        }
        Ok(Self {
            folder: folder.to_owned(),
            bytes: message.len(),
        })
    }
}

fn rendered(publication: &Publication, format: &str) -> Result<String, Box<dyn Error>> {
    let output = Command::new(env!("CARGO_BIN_EXE_digest"))
        .current_dir(&publication.folder)
        .arg("render")
        .arg(&publication.draft)
        .args(["--format", format, "--as", &address(READER)])
        .output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    Ok(String::from_utf8(output.stdout)?)
}
