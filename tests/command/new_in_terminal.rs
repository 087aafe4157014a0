//! `digest new` as a person meets it: the real program on a pseudo-terminal.

use std::fs;
use std::process::Command;

use rexpect::process::{Signal, WaitStatus};
use rexpect::reader::Options;
use rexpect::session::{PtySession, spawn_with_options};

use crate::support::{Program, TestPublication};

/// Long enough for a machine that is busy with other tests.
const TIMEOUT: u64 = 30_000;

const STYLE: &str = r#"id: weekly.example.org
title: Our Weekly
from: { name: Our Weekly, email: weekly@example.org }

# Who writes for us.
authors:
  aserik: { name: Aigerim Serik, affiliation: "Example Institute, Kazakhstan" }   # the editor
structure:
  lead: { words: 5..60, byline: required }
  sections:
    - { id: politics, heading: "Politics and Security", bullets: 2, words: 4..20 }
lists:
  weekly: { title: Weekly bulletin }
  monthly: { title: Monthly review }
postal_address: 4 Example Street, Almaty
unsubscribe: { mailto: unsubscribe@example.org }
"#;

struct Person {
    session: PtySession,
}

impl Person {
    fn at(publication: &Program, arguments: &[&str], editor: &str) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_digest"));
        command
            .args(arguments)
            .current_dir(publication.path(""))
            .env_clear()
            .env("PATH", "/usr/local/bin:/usr/bin:/bin")
            .env("TERM", "xterm")
            .env("EDITOR", editor);
        let options = Options::new()
            .timeout_ms(Some(TIMEOUT))
            .strip_ansi_escape_codes(true);
        let session = spawn_with_options(command, options).expect("the program starts on a pseudo-terminal");
        Self { session }
    }

    #[track_caller]
    fn sees(&mut self, text: &str) {
        if let Err(error) = self.session.exp_string(&as_latin1(text)) {
            panic!("waiting for {text:?}: {error}");
        }
    }

    fn types(&mut self, text: &str) {
        self.session.send(text).expect("the program listens");
        self.session.flush().expect("the program listens");
    }

    /// Is asked, and answers.
    #[track_caller]
    fn answers(&mut self, question: &str, answer: &str) {
        self.sees(question);
        self.types(&format!("{answer}\r"));
    }

    /// Presses Ctrl-C, and sees the program end.
    #[track_caller]
    fn interrupts(mut self) -> (i32, String) {
        self.session.send_control('c').expect("the program listens");
        self.leaves()
    }

    /// Sees the program end: its status, and what it said before.
    #[track_caller]
    fn leaves(mut self) -> (i32, String) {
        let said = from_latin1(&self.session.exp_eof().expect("the program ends"));
        match self.session.process().wait() {
            Ok(WaitStatus::Exited(_, status)) => (status, said),
            other => panic!("{other:?}; it said: {said}"),
        }
    }
}

/// The pseudo-terminal's reader takes every byte for a character.
fn as_latin1(text: &str) -> String {
    text.bytes().map(char::from).collect()
}

fn from_latin1(text: &str) -> String {
    let bytes = text
        .chars()
        .filter_map(|c| u8::try_from(u32::from(c)).ok())
        .collect();
    String::from_utf8(bytes).expect("the program writes UTF-8")
}

#[test]
fn an_interrupted_new_goes_on_where_it_was() {
    let program = Program::of(TestPublication::with_config(STYLE));
    let mut person = Person::at(&program, &["new"], "false");
    person.answers("Title of the lead article", "Caspian crossroads");
    person.answers("Author", "");
    person.answers("Date", "2019-02-05");
    person.answers("Issue number", "");
    person.answers("Lists", "");
    person.answers("Bullet 1 of 2", "Four ports were widened last year.");
    person.sees("6 words, wanted 4 to 20");
    person.sees("Bullet 2 of 2");
    let (status, said) = person.interrupts();
    assert_eq!(status, 130, "{said}");
    assert!(said.contains("every answer so far is kept"), "{said}");
    assert!(said.contains("`digest new` goes on from there"), "{said}");
    assert!(!program.path("drafts").exists());

    let editor = "printf 'Ships still wait for days, and somebody pays.\\n' >>";
    let mut person = Person::at(&program, &["new"], editor);
    person.sees("Go on with “Caspian crossroads”, 1 bullet so far?");
    person.types("y");
    person.answers("Bullet 2 of 2", "Nobody said who pays for the delay.");
    person.sees("7 words, wanted 4 to 20");
    person.sees("Write the lead now");
    person.types("y");
    let (status, said) = person.leaves();
    assert_eq!(status, 0, "{said}");
    assert!(said.contains("8 words, wanted 5 to 60"), "{said}");
    assert!(said.contains("drafts/2019-02-05-caspian-crossroads.md"), "{said}");
    assert!(said.contains("`digest check` finds nothing to mend"), "{said}");
    assert_eq!(
        program.text("drafts/2019-02-05-caspian-crossroads.md"),
        "---\n\
         id: 2019-02-05-caspian-crossroads\n\
         issue: 1\n\
         date: 2019-02-05\n\
         author: aserik\n\
         lists: [weekly, monthly]\n\
         status: draft\n\
         ---\n\
         # Caspian crossroads\n\
         \n\
         Ships still wait for days, and somebody pays.\n\
         \n\
         ## Politics and Security\n\
         \n\
         - Four ports were widened last year.\n\
         - Nobody said who pays for the delay.\n"
    );
    assert!(!program.path(".digest/new/ANSWERS.yaml").exists());
}

#[test]
fn a_signal_loses_nothing_either() {
    let program = Program::of(TestPublication::with_config(STYLE));
    let mut person = Person::at(&program, &["new"], "true");
    person.answers("Title of the lead article", "Caspian crossroads");
    person.sees("Author");
    person
        .session
        .process_mut()
        .signal(Signal::SIGTERM)
        .expect("the program runs");
    let (status, said) = person.leaves();
    assert_eq!(status, 130, "{said}");
    assert_eq!(said.matches("every answer so far is kept").count(), 1, "{said}");
    assert!(
        program
            .text(".digest/new/ANSWERS.yaml")
            .contains("Caspian crossroads")
    );
}

#[test]
fn a_new_author_is_remembered_among_the_comments() {
    let program = Program::of(TestPublication::with_config(STYLE));
    let mut person = Person::at(&program, &["new", "A title", "--date", "2019-02-05"], "true");
    person.answers("Author", "someone");
    person.answers("The author's name", "Даурен Ахметов");
    person.answers("Affiliation", "");
    person.sees("Remember Даурен Ахметов in digest.yaml?");
    person.types("y");
    person.answers("Under which key", "");
    person.sees("digest.yaml knows `dakhmetov` now");
    person.sees("Issue number");
    assert_eq!(person.interrupts().0, 130);
    let expected = STYLE.replace(
        "   # the editor\n",
        "   # the editor\n  dakhmetov: { name: Даурен Ахметов }\n",
    );
    assert_eq!(
        fs::read_to_string(program.path("digest.yaml")).expect("it is there"),
        expected
    );
}

#[test]
fn kept_answers_are_thrown_away_only_when_that_is_said() {
    let program = Program::of(TestPublication::with_config(STYLE));
    let mut person = Person::at(&program, &["new"], "true");
    person.answers("Title of the lead article", "First thoughts");
    person.sees("Author");
    assert_eq!(person.interrupts().0, 130);

    let mut person = Person::at(&program, &["new"], "true");
    person.sees("Go on with “First thoughts”?");
    person.types("n");
    person.sees("Throw those answers away");
    person.types("n");
    let (status, said) = person.leaves();
    assert_eq!(status, 130, "{said}");
    assert!(
        program
            .text(".digest/new/ANSWERS.yaml")
            .contains("First thoughts")
    );

    let mut person = Person::at(&program, &["new"], "true");
    person.sees("Go on with “First thoughts”?");
    person.types("n");
    person.sees("Throw those answers away");
    person.types("y");
    person.sees("Title of the lead article");
    assert_eq!(person.interrupts().0, 130);
    assert!(
        !program
            .text(".digest/new/ANSWERS.yaml")
            .contains("First thoughts")
    );
}
