//! Broken inputs, run through the whole program: whatever a file holds, a run ends with a documented status and names the file.

use std::panic::{AssertUnwindSafe, catch_unwind};

use digest_cli::foundation::ExitStatus;

use crate::support::{HOUSE_STYLE, Program, Ran, TestPublication, good_draft};

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
/// The most that a person can be expected to scroll through, in bytes.
const LONGEST_OUTPUT: usize = 100_000;

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
        let of_command = |arguments: &str| {
            let ran = catch_unwind(AssertUnwindSafe(|| program.run(arguments.split(' '))));
            let fault = match ran {
                Ok(ran) => self.misbehaviour(arguments, &ran)?,
                Err(_) => "it panicked".to_owned(),
            };
            Some(format!("{}: {}: `{arguments}`: {fault}", self.path, self.name))
        };
        let kind = COMMANDS.iter().find(|(kind, _)| self.path.starts_with(kind));
        let (_, commands) = kind.expect("a file of a known kind");
        commands
            .iter()
            .filter_map(|arguments| of_command(arguments))
            .collect()
    }

    fn misbehaviour(&self, arguments: &str, ran: &Ran) -> Option<String> {
        // What these print is the issue and the list themselves.
        let is_data = arguments.starts_with("render") || arguments.starts_with("subscribers list");
        let printed = if is_data { "" } else { &ran.stdout };
        let said = format!("{printed}{}", ran.stderr);
        let longest = said
            .lines()
            .map(|line| line.chars().count())
            .max()
            .unwrap_or_default();
        let control = said.chars().find(|c| c.is_control() && !"\n\t".contains(*c));
        let fault = if !STATUSES.contains(&ran.status) {
            "it ended with a status that is not for it".to_owned()
        } else if ran.status != ExitStatus::Success && !said.contains(&self.path) {
            "it did not name the file".to_owned()
        } else if ran.status == ExitStatus::CannotStart && !ran.stderr.contains("error: ") {
            "it did not say what is wrong".to_owned()
        } else if let Some(control) = control {
            format!("it printed {control:?}")
        } else if longest > LONGEST_LINE {
            format!("it printed a line of {longest} characters")
        } else if said.len() > LONGEST_OUTPUT {
            format!("it printed {} bytes", said.len())
        } else {
            misprint(arguments, ran)?
        };
        let shown: String = said.chars().take(400).collect();
        Some(format!("{fault} ({:?})\n{shown}", ran.status))
    }
}

/// What is run on a publication with a broken file of each kind.
const COMMANDS: [(&str, &[&str]); 4] = [
    (
        "drafts/",
        &[
            "check",
            "check --format line",
            "check --format json",
            "render drafts/a.md --format html",
            "render drafts/a.md --format text",
            "render drafts/a.md --format eml",
            SEND,
        ],
    ),
    (
        "subscribers/",
        &[
            "check",
            "check --format line",
            "check --format json",
            "subscribers check",
            "subscribers list",
            "subscribers list weekly --format json",
            SEND,
        ],
    ),
    ("templates/", &["check", "render drafts/a.md --format eml", SEND]),
    ("digest.yaml", &["check --format json", "subscribers list", SEND]),
];
const SEND: &str = "send drafts/a.md --sandbox --yes";

/// The statuses that a broken file may lead to.
const STATUSES: [ExitStatus; 3] = [ExitStatus::Success, ExitStatus::Findings, ExitStatus::CannotStart];

/// What is wrong with data for editors and programs.
fn misprint(arguments: &str, ran: &Ran) -> Option<String> {
    if arguments.ends_with("line") {
        let line = ran.stdout.lines().find(|line| !is_finding(line))?;
        return Some(format!("it printed no finding: {line:?}"));
    }
    if arguments.ends_with("json") && ran.status != ExitStatus::CannotStart {
        let document = serde_json::from_str::<serde_json::Value>(&ran.stdout);
        return document.err().map(|error| format!("it printed no JSON: {error}"));
    }
    None
}

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

/// Text made of many parts that differ by a number.
pub(super) fn many(count: usize, part: impl Fn(usize) -> String) -> String {
    (0..count).map(part).collect()
}

#[track_caller]
fn all_are_named(inputs: &[Broken]) {
    let faults: Vec<String> = inputs.iter().flat_map(Broken::faults).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

#[test]
fn drafts_in_other_encodings_are_named() {
    all_are_named(&broken_drafts::encodings());
}

#[test]
fn broken_front_matter_are_named() {
    all_are_named(&broken_drafts::front_matters());
}

#[test]
fn drafts_that_nest_deeply_are_named() {
    all_are_named(&broken_drafts::nested());
}

#[test]
fn drafts_of_endless_length_are_named() {
    all_are_named(&broken_drafts::endless());
}

#[test]
fn broken_markup_are_named() {
    all_are_named(&broken_drafts::marks());
}

#[test]
fn broken_tags_are_named() {
    all_are_named(&broken_drafts::tags());
}

#[test]
fn drafts_without_their_parts_are_named() {
    all_are_named(&broken_drafts::parts());
}

#[test]
fn beginnings_of_a_draft_are_named() {
    all_are_named(&Broken::beginnings(DRAFT, &good_draft(), 29));
}

#[test]
fn broken_yaml_in_the_configuration_are_named() {
    all_are_named(&broken_configs::texts());
}

#[test]
fn broken_values_in_the_configuration_are_named() {
    all_are_named(&broken_configs::values());
}

#[test]
fn broken_keys_in_the_configuration_are_named() {
    all_are_named(&broken_configs::lines());
}

#[test]
fn beginnings_of_a_configuration_are_named() {
    all_are_named(&Broken::beginnings("digest.yaml", HOUSE_STYLE, 29));
}

#[test]
fn lists_in_other_encodings_are_named() {
    all_are_named(&broken_lists::encodings());
}

#[test]
fn broken_tables_of_subscribers_are_named() {
    all_are_named(&broken_lists::tables());
}

#[test]
fn broken_rows_of_subscribers_are_named() {
    all_are_named(&broken_lists::rows());
}

#[test]
fn hostile_values_of_subscribers_are_named() {
    all_are_named(&broken_lists::values());
}

#[test]
fn broken_yaml_in_a_list_are_named() {
    all_are_named(&broken_lists::yaml());
}

#[test]
fn beginnings_of_a_list_are_named() {
    all_are_named(&Broken::beginnings(LIST, GOOD_LIST, 5));
}

#[test]
fn broken_templates_of_the_page_are_named() {
    all_are_named(&broken_templates::of("templates/issue.html"));
}

#[test]
fn broken_templates_of_the_text_are_named() {
    all_are_named(&broken_templates::of("templates/issue.txt"));
}

#[test]
fn there_are_hundreds_of_them() {
    let all = [
        broken_drafts::encodings().len(),
        broken_drafts::front_matters().len(),
        broken_drafts::nested().len(),
        broken_drafts::endless().len(),
        broken_drafts::marks().len(),
        broken_drafts::tags().len(),
        broken_drafts::parts().len(),
        Broken::beginnings(DRAFT, &good_draft(), 29).len(),
        broken_configs::texts().len(),
        broken_configs::values().len(),
        broken_configs::lines().len(),
        Broken::beginnings("digest.yaml", HOUSE_STYLE, 29).len(),
        broken_lists::encodings().len(),
        broken_lists::tables().len(),
        broken_lists::rows().len(),
        broken_lists::values().len(),
        broken_lists::yaml().len(),
        Broken::beginnings(LIST, GOOD_LIST, 5).len(),
        broken_templates::of("templates/issue.html").len(),
        broken_templates::of("templates/issue.txt").len(),
    ];
    let count: usize = all.into_iter().sum();
    assert!(count >= 300, "{count} inputs");
}
