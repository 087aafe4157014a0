//! A publication that is ready to be sent, and the relay that takes its mail.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use digest_cli::foundation::{Clock, replace};

use super::{HOUSE_STYLE, Program, Ran, Relay, SmtpServer, Taken, TestPublication, good_draft};

/// The draft that a newsroom sends.
pub(crate) const ISSUE: &str = "drafts/a.md";
/// Its id.
pub(crate) const ISSUE_ID: &str = "2019-02-05-crossroads";

/// A publication with a ready draft for its list `weekly`, a relay on the loopback, and a second list `monthly` that the draft does not name.
pub(crate) struct Newsroom {
    program: Program,
    relay: Relay,
}

impl Newsroom {
    /// With this list in `subscribers/weekly.csv`, header included, and a relay that acts so.
    pub(crate) fn new(list: &str, server: SmtpServer) -> Self {
        let publication = TestPublication::new()
            .file("subscribers/weekly.csv", list)
            .draft(&good_draft().replace("lists: [weekly]\n", "lists: [weekly]\nstatus: ready\n"));
        let relay = Relay::start(server);
        let newsroom = Self {
            program: Program::of(publication),
            relay,
        };
        newsroom.set_relay(&format!("smtp://127.0.0.1:{}", newsroom.relay.port()), "");
        newsroom
    }

    /// With so many subscribers, `reader001@example.org` and so on, and a relay that acts so.
    pub(crate) fn of_readers(number: usize, server: SmtpServer) -> Self {
        let rows = readers(number).map(|reader| format!("{reader}\n"));
        Self::new(&format!("email\n{}", rows.collect::<String>()), server)
    }

    /// With a variable in the program's environment.
    #[must_use]
    pub(crate) fn variable(mut self, name: &str, value: &str) -> Self {
        self.program = self.program.variable(name, value);
        self
    }

    /// With another clock.
    #[must_use]
    pub(crate) fn clock(mut self, clock: Clock) -> Self {
        self.program = self.program.clock(clock);
        self
    }

    /// With something on the program's standard input.
    #[must_use]
    pub(crate) fn input(mut self, text: &str) -> Self {
        self.program = self.program.input(text);
        self
    }

    /// Another relay takes the old one's place.
    pub(crate) fn replace_relay(&mut self, server: SmtpServer) {
        self.relay = Relay::start(server);
        self.set_relay(&format!("smtp://127.0.0.1:{}", self.relay.port()), "");
    }

    /// Writes digest.yaml with this relay; `more` are further keys, each with its comma.
    pub(crate) fn set_relay(&self, url: &str, more: &str) {
        self.write(
            "digest.yaml",
            &format!(
                "{HOUSE_STYLE}relay: {{ {more} url: \"{url}\", connections: 4, rate: unlimited, retry: [1s] }}\n\
                 unsubscribe: {{ url: \"https://news.example.org/u\", mailto: unsubscribe@example.org }}\n"
            ),
        );
    }

    /// Adds lines to digest.yaml.
    pub(crate) fn configure(&self, lines: &str) {
        let config = self.program.text("digest.yaml") + lines;
        self.write("digest.yaml", &config);
    }

    /// Writes a file of the publication.
    pub(crate) fn write(&self, path: &str, content: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("the folder can be made");
        replace(&path, content.as_bytes()).expect("the file can be written");
    }

    /// Writes a file that only its owner can read.
    pub(crate) fn write_secret(&self, path: &str, content: &str) {
        self.write(path, content);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = fs::Permissions::from_mode(0o600);
            fs::set_permissions(self.path(path), mode).expect("the file is ours");
        }
    }

    /// Changes the draft.
    pub(crate) fn edit_issue(&self, from: &str, to: &str) {
        let text = self.program.text(ISSUE);
        assert!(text.contains(from), "{text}");
        self.write(ISSUE, &text.replace(from, to));
    }

    /// A path in the publication.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.program.path(path)
    }

    /// The relay.
    pub(crate) fn relay(&self) -> &Relay {
        &self.relay
    }

    /// Runs the program in process.
    pub(crate) fn run<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> Ran {
        self.program.run(arguments)
    }

    /// `digest send --yes` of the issue with further flags; the first makes the ledger.
    pub(crate) fn send<'a>(&self, flags: impl IntoIterator<Item = &'a str>) -> Ran {
        let mut arguments = vec!["send", ISSUE, "--yes"];
        if !self.path(".digest/ledger.db").exists() {
            arguments.push("--new-ledger");
        }
        arguments.extend(flags);
        self.run(arguments)
    }

    /// The real program, not yet started, with nothing of our environment but the path.
    pub(crate) fn process<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> Command {
        process_in(&self.path(""), arguments)
    }

    /// Everyone's state, by address, as `status` lists them.
    pub(crate) fn states(&self) -> BTreeMap<String, String> {
        let listed = self.run(["status", ISSUE_ID, "--format", "csv"]).success();
        let mut reader = csv::Reader::from_reader(listed.stdout.as_bytes());
        let rows = reader.records().map(|row| row.expect("a row of CSV"));
        rows.map(|row| (row[0].to_owned(), row[2].to_owned())).collect()
    }

    /// How many rows are in a state.
    pub(crate) fn number_in(&self, state: &str) -> usize {
        self.states().values().filter(|other| *other == state).count()
    }

    /// The addresses the relay took a message for, in order, each as often as it did.
    pub(crate) fn taken(&self) -> Vec<String> {
        addresses(&self.relay.taken())
    }
}

/// The addresses of [`Newsroom::of_readers`].
pub(crate) fn readers(number: usize) -> impl Iterator<Item = String> {
    (1..=number).map(|reader| format!("reader{reader:03}@example.org"))
}

/// The addresses of messages, in order.
pub(crate) fn addresses(messages: &[Taken]) -> Vec<String> {
    let mut addresses: Vec<String> = messages
        .iter()
        .map(|message| message.address().to_owned())
        .collect();
    addresses.sort_unstable();
    addresses
}

/// The real program in a folder, not yet started.
pub(crate) fn process_in<'a>(folder: &Path, arguments: impl IntoIterator<Item = &'a str>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_digest"));
    command.args(arguments).current_dir(folder).env_clear();
    command.env("PATH", env!("PATH"));
    command
}
