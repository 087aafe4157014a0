//! The maker of publications.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::draft_writer::write_draft;

/// The date of the first issue; the others follow week by week.
const FIRST: Date = date(2015, 1, 5);
/// How many readers the list has.
const READERS: usize = 26;

/// Makes publications of one size.
pub(crate) struct PublicationMaker {
    /// How many issues.
    pub(crate) issues: u64,
    /// How many bytes each of them has, to within a paragraph.
    pub(crate) bytes: usize,
}

impl PublicationMaker {
    /// Makes a publication in a folder, and gives the paths of its drafts in it, the oldest first.
    pub(crate) fn make(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        for name in ["drafts", "subscribers"] {
            fs::create_dir_all(folder.join(name))?;
        }
        write(&folder.join("digest.yaml"), include_str!("digest.yaml"))?;
        write(&folder.join("subscribers/weekly.csv"), &readers())?;
        write(&folder.join(".gitignore"), "/.digest\n/subscribers\n")?;
        (1..=self.issues)
            .map(|issue| {
                let weeks = i64::try_from(issue - 1).map_err(io::Error::other)?;
                let date = FIRST.saturating_add(weeks.weeks());
                let path = PathBuf::from(format!("drafts/{date}-issue.md"));
                write(&folder.join(&path), &write_draft(issue, date, self.bytes))?;
                Ok(path)
            })
            .collect()
    }
}

fn readers() -> String {
    let rows = (1..=READERS).map(|number| {
        let city = ["Łódź", "Besançon", "Göteborg", ""][number % 4];
        format!("reader{number}@example.org,Reader {number},en,\"press,partner\",{city},\n")
    });
    "email,name,language,tags,city,status\n".to_owned() + &rows.collect::<String>()
}

#[expect(
    clippy::disallowed_methods,
    reason = "what is made for measuring need not survive a crash"
)]
fn write(path: &Path, text: &str) -> io::Result<()> {
    fs::write(path, text)
}
