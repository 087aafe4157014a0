//! A new publication.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use deunicode::deunicode;

use crate::foundation::{Clock, Failure, Key, create_new};

const CONFIG: &str = include_str!("assets/digest.yaml");
const DRAFT: &str = include_str!("assets/welcome.md");
const LIST: &str = include_str!("assets/readers.csv");
const IGNORED: &str = include_str!("assets/gitignore");
/// Inside the state folder too, for a folder whose own `.gitignore` was there before us.
const ALL_IGNORED: &str = "*\n";

/// The id of the key that a new publication gets.
const KEY_ID: &str = "k1";

/// What became of each file of a new publication; paths count from its folder.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Initialised {
    /// Files that were written.
    pub created: Vec<PathBuf>,
    /// Files that were there already, left as they are.
    pub kept: Vec<PathBuf>,
}

/// Makes a publication in `folder`, which need not exist: a digest.yaml with a short house style, a first draft, a list, a key, and
/// what keeps the key out of git. No file is overwritten. Fails where the folder has a digest.yaml already.
pub fn init(folder: &Path, clock: &Clock) -> Result<Initialised, Failure> {
    let folder = std::path::absolute(folder)
        .map_err(|error| Failure::new(format!("`{}` is no folder: {error}", folder.display())))?;
    if folder.join("digest.yaml").exists() {
        let message = format!(
            "`{}` is a publication already: it has a digest.yaml",
            folder.display()
        );
        return Err(Failure::new(message).hinted("`digest new` starts an issue in it"));
    }
    let date = clock.today().to_string();
    let key =
        Key::generate(KEY_ID).map_err(|error| Failure::new(format!("no key could be made: {error}")))?;
    let mut files = Files {
        folder: &folder,
        initialised: Initialised::default(),
    };
    files.private_folder(".digest")?;
    files.write(".gitignore", IGNORED)?;
    files.write(".digest/.gitignore", ALL_IGNORED)?;
    files.write_private(".digest/key", &key)?;
    files.write("subscribers/readers.csv", LIST)?;
    files.write(
        &format!("drafts/{date}-welcome.md"),
        &DRAFT.replace("DATE", &date),
    )?;
    // Last, because it is what makes the folder a publication: an `init` that was cut short can be run again.
    files.write(
        "digest.yaml",
        &CONFIG.replacen("id: ID", &format!("id: {}", id_of(&folder)), 1),
    )?;
    Ok(files.initialised)
}

/// The files of a new publication, as they are written.
struct Files<'a> {
    folder: &'a Path,
    initialised: Initialised,
}

impl Files<'_> {
    /// Writes a file, unless there is one; whether it did.
    fn write(&mut self, path: &str, text: &str) -> Result<bool, Failure> {
        let whole = self.folder.join(path);
        match create_new(&whole, text.as_bytes()) {
            Ok(()) => {
                self.initialised.created.push(path.into());
                Ok(true)
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                self.initialised.kept.push(path.into());
                Ok(false)
            }
            Err(error) => Err(unwritable(&whole, &error)),
        }
    }

    /// Writes a file that only its owner can read. It has to lie in a private folder: it is private itself a moment after it is there.
    fn write_private(&mut self, path: &str, text: &str) -> Result<(), Failure> {
        if self.write(path, text)? {
            let whole = self.folder.join(path);
            keep_private(&whole, 0o600).map_err(|error| unwritable(&whole, &error))?;
        }
        Ok(())
    }

    fn private_folder(&self, path: &str) -> Result<(), Failure> {
        let whole = self.folder.join(path);
        fs::create_dir_all(&whole)
            .and_then(|()| keep_private(&whole, 0o700))
            .map_err(|error| unwritable(&whole, &error))
    }
}

fn unwritable(path: &Path, error: &io::Error) -> Failure {
    Failure::new(format!("`{}` cannot be written: {error}", path.display()))
}

#[cfg(unix)]
fn keep_private(path: &Path, mode: u32) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode))
}

/// Elsewhere a file is as private as the user's own folder.
#[cfg(not(unix))]
fn keep_private(_path: &Path, _mode: u32) -> io::Result<()> {
    Ok(())
}

/// An id from the folder's name, to be changed by whoever has a domain: `Our News` gives `our-news.example.org`.
fn id_of(folder: &Path) -> String {
    const LONGEST: usize = 63;
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    // A letter can become one with an apostrophe, which parts no words.
    let plain = deunicode(&name).to_lowercase().replace('\'', "");
    let words: Vec<&str> = plain
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    // ASCII by now, so any length falls between two characters.
    let mut label = words.join("-");
    label.truncate(LONGEST);
    let label = match label.trim_end_matches('-') {
        "" => "newsletter",
        label => label,
    };
    format!("{label}.example.org")
}
