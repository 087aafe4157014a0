//! Broken inputs, run through the whole program: whatever a file holds, a run ends with a documented status and names the file.

use std::fmt::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};

use digest_cli::foundation::ExitStatus;

use crate::support::{Program, Ran, TestPublication, good_draft};

use super::{broken_configs, broken_drafts, broken_lists, broken_templates};

/// The draft of every publication here.
pub(super) const DRAFT: &str = "drafts/a.md";
/// Its list.
pub(super) const LIST: &str = "subscribers/weekly.csv";
/// A list with nothing wrong.
pub(super) const GOOD_LIST: &str =
    "email,name,language,tags\nann@example.org,Ann Lee,en,team\nbolat@example.com,Болат,kk,\n";
/// The longest line that a person's terminal is given.
const LONGEST_LINE: usize = 2_000;

/// A publication with one file that nobody would want in it.
pub(super) struct Broken {
    name: String,
    path: String,
    content: Vec<u8>,
}

impl Broken {
    /// The file at fault, under a name for the test's own report.
    pub(super) fn new(name: impl Into<String>, path: &str, content: impl AsRef<[u8]>) -> Self {
        Self {
            name: name.into(),
            path: path.to_owned(),
            content: content.as_ref().to_owned(),
        }
    }

    /// The beginnings of a good file, one every `step` bytes; a cut may part a character.
    pub(super) fn beginnings(path: &str, whole: &str, step: usize) -> Vec<Self> {
        let cuts = (0..whole.len()).step_by(step);
        cuts.map(|end| Self::new(format!("the first {end} bytes"), path, &whole.as_bytes()[..end]))
            .collect()
    }

    /// The program in the publication.
    pub(super) fn program(&self) -> Program {
        let publication = TestPublication::new()
            .draft(&good_draft())
            .file(LIST, GOOD_LIST)
            .file(&self.path, &self.content);
        Program::of(publication)
    }

    /// What is wrong with what the program says of it.
    fn faults(&self) -> Vec<String> {
        let program = self.program();
        let mut faults = Vec::new();
        for arguments in COMMANDS {
            let start = std::time::Instant::now();
            eprintln!("AT {} {} {arguments}", self.path, self.name);
            let ran = catch_unwind(AssertUnwindSafe(|| program.run(arguments.split(' '))));
            match ran {
                Ok(ran) => faults.extend(self.misbehaviour(arguments, &ran)),
                Err(_) => faults.push(format!("`{arguments}` panicked")),
            }
            let took = start.elapsed().as_millis();
            if took > 700 {
                eprintln!("SLOW {took} ms {} {} {arguments}", self.path, self.name);
            }
        }
        faults
            .iter()
            .map(|fault| format!("{}: {}: {fault}", self.path, self.name))
            .collect()
    }

    fn misbehaviour(&self, arguments: &str, ran: &Ran) -> Option<String> {
        let said = format!("{}{}", ran.stdout, ran.stderr);
        let fault = if !STATUSES.contains(&ran.status) {
            "ended with a status that is not for it".to_owned()
        } else if ran.status != ExitStatus::Success && !said.contains(&self.path) {
            "did not name the file".to_owned()
        } else if ran.status == ExitStatus::CannotStart && !ran.stderr.contains("error: ") {
            "did not say what is wrong".to_owned()
        } else if let Some(control) = said.chars().find(|c| c.is_control() && !"\n\t".contains(*c)) {
            format!("printed {control:?}")
        } else if let Some(line) = said.lines().find(|line| line.chars().count() > LONGEST_LINE) {
            format!("printed a line of {} characters", line.chars().count())
        } else if arguments.contains("line") {
            return ran
                .stdout
                .lines()
                .find(|line| !is_finding(line))
                .map(|line| format!("`{arguments}` printed {line:?}"));
        } else if arguments.contains("json") && ran.status != ExitStatus::CannotStart {
            return serde_json::from_str::<serde_json::Value>(&ran.stdout)
                .err()
                .map(|error| format!("`{arguments}`: {error}"));
        } else {
            return None;
        };
        let shown: String = said.chars().take(400).collect();
        Some(format!("`{arguments}` {fault} ({:?}):\n{shown}", ran.status))
    }
}

/// What is run on each.
const COMMANDS: [&str; 7] = [
    "check",
    "check --format line",
    "check --format json",
    "subscribers check",
    "subscribers list",
    "subscribers list weekly --format json",
    "send drafts/a.md --sandbox --yes",
];

const STATUSES: [ExitStatus; 4] = [
    ExitStatus::Success,
    ExitStatus::Findings,
    ExitStatus::CannotStart,
    ExitStatus::Again,
];

/// Whether a line is `PATH:LINE:COLUMN: SEVERITY: MESSAGE [RULE]`.
fn is_finding(line: &str) -> bool {
    let mut parts = line.splitn(5, ':');
    let (_path, line_number, column) = (parts.next(), parts.next(), parts.next());
    let is_number =
        |part: Option<&str>| part.is_some_and(|part| part.parse::<usize>().is_ok_and(|number| number > 0));
    let severity = parts.next().unwrap_or_default().trim();
    is_number(line_number)
        && is_number(column)
        && ["error", "warning", "info"].contains(&severity)
        && line.ends_with(']')
}

#[track_caller]
fn all_are_named(inputs: &[Broken], least: usize) {
    let mut report = String::new();
    for input in inputs {
        for fault in input.faults() {
            let _ = writeln!(report, "{fault}\n");
        }
    }
    assert!(report.is_empty(), "{report}");
    assert!(inputs.len() >= least, "{} inputs", inputs.len());
}

#[test]
fn broken_drafts_are_named() {
    all_are_named(&broken_drafts::written(), 60);
}

#[test]
fn beginnings_of_a_draft_are_named() {
    all_are_named(&Broken::beginnings(DRAFT, &good_draft(), 29), 40);
}

#[test]
fn broken_configurations_are_named() {
    all_are_named(&broken_configs::written(), 40);
}

#[test]
fn beginnings_of_a_configuration_are_named() {
    all_are_named(
        &Broken::beginnings("digest.yaml", crate::support::HOUSE_STYLE, 29),
        25,
    );
}

#[test]
fn broken_lists_are_named() {
    all_are_named(&broken_lists::written(), 40);
}

#[test]
fn beginnings_of_a_list_are_named() {
    all_are_named(&Broken::beginnings(LIST, GOOD_LIST, 5), 15);
}

#[test]
fn broken_templates_are_named() {
    all_are_named(&broken_templates::written(), 25);
}
