//! The whole program in process: arguments in, status, streams and files out.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::fs;
use std::io::{self, Cursor, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use digest_cli::foundation::{Clock, Environment, ExitStatus, Interrupt, Terminal};
use digest_cli::report::{Console, Streams};

use super::TestPublication;

/// The program, in a publication of its own, with a scrubbed environment and a clock that stands at 9 o'clock on 5 February 2019, UTC.
pub(crate) struct Program {
    publication: TestPublication,
    directory: PathBuf,
    variables: BTreeMap<String, String>,
    terminal: Terminal,
    input: Vec<u8>,
    out_fails: Option<io::ErrorKind>,
    clock: Clock,
}

/// What a run came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ran {
    /// The exit status.
    pub(crate) status: ExitStatus,
    /// Standard output.
    pub(crate) stdout: String,
    /// Standard error.
    pub(crate) stderr: String,
    /// Every file in the publication's folder afterwards.
    pub(crate) files: BTreeSet<String>,
}

impl Program {
    /// The program in a publication with the tests' house style and nothing in it.
    pub(crate) fn new() -> Self {
        Self::of(TestPublication::new())
    }

    /// The program in an empty folder.
    pub(crate) fn in_empty_folder() -> Self {
        let program = Self::new();
        fs::remove_file(program.path("digest.yaml")).expect("it was just made");
        program
    }

    /// The program in a publication.
    pub(crate) fn of(publication: TestPublication) -> Self {
        Self {
            directory: publication.root().to_owned(),
            publication,
            variables: BTreeMap::new(),
            terminal: Terminal::default(),
            input: Vec::new(),
            out_fails: None,
            clock: Clock::fixed("2019-02-05T09:00:00Z".parse().expect("a time")),
        }
    }

    /// With another clock.
    #[must_use]
    pub(crate) fn clock(mut self, clock: Clock) -> Self {
        self.clock = clock;
        self
    }

    /// With one more file.
    #[must_use]
    pub(crate) fn file(mut self, path: &str, content: impl AsRef<[u8]>) -> Self {
        self.publication = self.publication.file(path, content);
        self
    }

    /// Started in a folder of the publication.
    #[must_use]
    pub(crate) fn started_in(mut self, path: &str) -> Self {
        self.directory = self.path(path);
        fs::create_dir_all(&self.directory).expect("the folder can be made");
        self
    }

    /// With an environment variable.
    #[must_use]
    pub(crate) fn variable(mut self, name: &str, value: &str) -> Self {
        self.variables.insert(name.to_owned(), value.to_owned());
        self
    }

    /// With streams that are a terminal.
    #[must_use]
    pub(crate) fn terminal(mut self, terminal: Terminal) -> Self {
        self.terminal = terminal;
        self
    }

    /// With something on standard input.
    #[must_use]
    pub(crate) fn input(mut self, bytes: impl AsRef<[u8]>) -> Self {
        bytes.as_ref().clone_into(&mut self.input);
        self
    }

    /// With a standard output that cannot be written.
    #[must_use]
    pub(crate) fn with_failing_output(mut self, kind: io::ErrorKind) -> Self {
        self.out_fails = Some(kind);
        self
    }

    /// A path in the publication.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.publication.path(path)
    }

    /// The text of a file in the publication.
    #[track_caller]
    pub(crate) fn text(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Runs it.
    pub(crate) fn run<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> Ran {
        let (out, err) = (Written::default(), Written::default());
        let streams = Streams {
            input: Box::new(Cursor::new(self.input.clone())),
            out: match self.out_fails {
                Some(kind) => Box::new(Failing(kind)),
                None => Box::new(out.clone()),
            },
            err: Box::new(err.clone()),
        };
        let name = OsString::from("digest");
        let arguments = std::iter::once(name).chain(arguments.into_iter().map(OsString::from));
        let status = digest_cli::run::run(
            arguments.collect(),
            Environment {
                variables: self.variables.clone(),
                directory: self.directory.clone(),
                terminal: self.terminal,
                clock: self.clock.clone(),
                interrupt: Interrupt::new(),
            },
            Console::new(streams, self.terminal),
        );
        Ran {
            status,
            stdout: out.text(),
            stderr: err.text(),
            files: files_below(self.publication.root()),
        }
    }
}

impl Ran {
    /// The same, once it is certain that it ended with this status.
    #[track_caller]
    pub(crate) fn expect(self, status: ExitStatus) -> Self {
        assert_eq!(
            self.status, status,
            "\n--- stdout\n{}\n--- stderr\n{}",
            self.stdout, self.stderr
        );
        self
    }

    /// The same, once it is certain that it went well.
    #[track_caller]
    pub(crate) fn success(self) -> Self {
        self.expect(ExitStatus::Success)
    }
}

/// A stream that keeps what is written.
#[derive(Debug, Clone, Default)]
struct Written(Arc<Mutex<Vec<u8>>>);

impl Written {
    fn text(&self) -> String {
        let bytes = self.0.lock().expect("nobody panicked while writing").clone();
        String::from_utf8(bytes).expect("the program writes UTF-8")
    }
}

impl Write for Written {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("nobody panicked while writing").write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A stream that takes nothing.
struct Failing(io::ErrorKind);

impl Write for Failing {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(self.0.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn files_below(root: &Path) -> BTreeSet<String> {
    let mut files = BTreeSet::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the folder can be read") {
            let path = entry.expect("the entry can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let inside = path.strip_prefix(root).expect("found below it");
                files.insert(inside.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    files
}
