//! A publication in a temporary folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use digest_cli::check::{Checker, Findings, Targets};
use digest_cli::foundation::Source;
use digest_cli::issue::Draft;
use digest_cli::publication::Publication;
use tempfile::TempDir;

/// A digest.yaml with a short house style: a lead of 20 to 60 words, two sections of three bullets, a section of prose that may be left out.
pub(crate) const HOUSE_STYLE: &str = r#"id: weekly.example.org
title: Our Weekly
from: { name: Our Weekly, email: weekly@example.org }
authors:
  aserik: { name: Aigerim Serik, affiliation: "Example Institute, Kazakhstan" }
  dmarlen: { name: Daniyar Marlen }
structure:
  lead: { words: 20..60, byline: required }
  sections:
    - { id: politics, heading: "Politics and Security", bullets: 3, words: 8..20 }
    - { id: society, heading: "Society and Culture", bullets: 3, words: 8..20 }
    - { id: letters, heading: "Letters", kind: prose, words: 5..40, optional: true }
lists:
  weekly: { title: Weekly bulletin }
  monthly: { title: Monthly review }
"#;

/// What laws ask of a newsletter's digest.yaml, to stand after [`HOUSE_STYLE`].
pub(crate) const FOOTER: &str = r#"postal_address: 4 Example Street, Almaty
unsubscribe: { url: "https://news.example.org/u", mailto: unsubscribe@example.org }
"#;

/// A draft that has nothing wrong under [`HOUSE_STYLE`].
pub(crate) fn good_draft() -> String {
    let bullets = |topic: &str| {
        let bullet = |number: &str| {
            format!("- The {number} note on {topic} says who did what, and why it matters to readers.\n")
        };
        ["first", "second", "third"].map(bullet).concat()
    };
    format!(
        "---\n\
         id: 2019-02-05-crossroads\n\
         issue: 197\n\
         date: 2019-02-05\n\
         author: aserik\n\
         lists: [weekly]\n\
         ---\n\
         # Caspian crossroads\n\
         \n\
         Dear {{{{ subscriber.name | default(\"reader\") }}}}, four ports on the Caspian were widened last year, and ships still wait for \
         days. This week we ask who pays for the delay, and who gains by it.\n\
         \n\
         ## Politics and Security\n\
         \n{}\n\
         ## Society and Culture\n\
         \n{}",
        bullets("politics"),
        bullets("society")
    )
}

/// A publication in a folder that goes when the value does.
pub(crate) struct TestPublication {
    folder: TempDir,
}

impl TestPublication {
    /// A publication with [`HOUSE_STYLE`] and [`FOOTER`], and nothing in it.
    pub(crate) fn new() -> Self {
        Self::with_config(&format!("{HOUSE_STYLE}{FOOTER}"))
    }

    /// A publication with a digest.yaml of one's own.
    pub(crate) fn with_config(config: &str) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        Self { folder }.file("digest.yaml", config)
    }

    /// The same publication with one more file.
    #[must_use]
    pub(crate) fn file(self, path: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("the folder can be made");
        digest_cli::foundation::replace(&path, content.as_ref()).expect("the file can be written");
        self
    }

    /// The same publication with a draft `drafts/a.md`.
    #[must_use]
    pub(crate) fn draft(self, text: &str) -> Self {
        self.file("drafts/a.md", text)
    }

    /// Its folder.
    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    /// A path in it.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    /// The publication, opened.
    pub(crate) fn open(&self) -> Publication {
        Publication::open(self.root()).expect("digest.yaml makes sense")
    }

    /// What a check of everything finds.
    pub(crate) fn check(&self) -> Findings {
        self.check_only(&Targets::Everything)
    }

    /// What a check of some files finds.
    pub(crate) fn check_only(&self, targets: &Targets) -> Findings {
        Checker::new(&self.open())
            .check(targets)
            .expect("the targets make sense")
    }
}

/// What a check of one draft under [`HOUSE_STYLE`] finds.
pub(crate) fn check_text(text: &str) -> Findings {
    let publication = TestPublication::new().open();
    Checker::new(&publication).check_draft(&Draft::parse(Arc::new(Source::new("drafts/a.md", text))))
}
