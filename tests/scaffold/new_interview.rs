//! The questions of `digest new`, answered by a script.

use digest_cli::foundation::{Clock, Failure};
use digest_cli::publication::Author;
use digest_cli::scaffold::{Answers, Credit, Editing, Interview, Journal, PastIssues, Unanswered};

use super::scripted::Reply::{FailsToEdit, Interrupts, Marks, Says, Takes, Types, Writes};
use super::scripted::{Reply, Scripted};
use crate::support::{TestPublication, good_draft};

const BULLET: &str = "Eight words make a bullet that is right.";

/// Holds the interview at 5 February 2019, with an editor called `ed`.
fn hold(publication: &TestPublication, person: &mut Scripted, known: Answers) -> Result<Answers, Unanswered> {
    hold_with(publication, person, known, Editing::In("ed".to_owned()))
}

fn hold_with(
    publication: &TestPublication,
    person: &mut Scripted,
    known: Answers,
    editing: Editing,
) -> Result<Answers, Unanswered> {
    let publication = publication.open();
    let journal = Journal::open(&publication)?;
    let interview = Interview {
        publication: &publication,
        past: &PastIssues::of(&publication),
        today: Clock::fixed("2019-02-05T09:00:00Z".parse().expect("a time")).today(),
        editing,
        journal: &journal,
        prompter: person,
    };
    interview.hold(known)
}

fn kept(publication: &TestPublication) -> Option<Answers> {
    let read: Result<_, Failure> = Journal::open(&publication.open()).and_then(|journal| journal.read());
    read.expect("the journal can be read")
}

/// Everything before the bullets.
fn head() -> Vec<(&'static str, Reply)> {
    vec![
        ("Title", Types("A new day")),
        ("Author", Takes("aserik")),
        ("Date", Types("")),
        ("Issue number", Types("")),
        ("Lists", Marks(&["weekly"])),
    ]
}

fn bullets() -> Vec<(&'static str, Reply)> {
    ["Bullet 1 of 3", "Bullet 2 of 3", "Bullet 3 of 3"]
        .map(|prompt| (prompt, Types(BULLET)))
        .to_vec()
}

fn lead() -> Vec<(&'static str, Reply)> {
    vec![
        ("Write the lead now, in `ed`?", Says(true)),
        ("ed", Writes("The lead.\n")),
    ]
}

#[test]
fn a_whole_interview_gives_whole_answers() {
    let publication = TestPublication::new().draft(&good_draft());
    let script = [head(), bullets(), bullets(), lead()].concat();
    let mut person = Scripted::new(script);
    let answers = hold(&publication, &mut person, Answers::default()).expect("it is answered");
    person.assert_done();
    assert_eq!(answers.title.as_deref(), Some("A new day"));
    assert_eq!(answers.authors, Some(vec![Credit::Key("aserik".to_owned())]));
    assert_eq!(
        answers.date.map(|date| date.to_string()).as_deref(),
        Some("2019-02-05")
    );
    assert_eq!(answers.number, Some(198));
    assert_eq!(answers.lists, Some(vec!["weekly".to_owned()]));
    assert_eq!(answers.lead.as_deref(), Some("The lead."));
    let sections: Vec<_> = answers
        .sections
        .iter()
        .map(|section| (section.id.as_str(), section.bullets.len()))
        .collect();
    // A section of prose is written in the file.
    assert_eq!(sections, [("politics", 3), ("society", 3)]);
    assert!(
        person.told.iter().any(|line| line == "8 words, wanted 8 to 20"),
        "{:?}",
        person.told
    );
    assert!(
        person.told.iter().any(|line| line == "2 words, wanted 20 to 60"),
        "{:?}",
        person.told
    );
    assert_eq!(kept(&publication), Some(answers));
}

#[test]
fn interrupted_anywhere_it_goes_on_without_asking_twice() {
    let whole = [head(), bullets(), bullets(), lead()].concat();
    let publication = TestPublication::new();
    let mut person = Scripted::new(whole.clone());
    let expected = hold(&publication, &mut person, Answers::default()).expect("it is answered");
    // Answers to the editor itself are none: whoever leaves there is asked again whether to write.
    for stop in 0..whole.len() - 1 {
        let publication = TestPublication::new();
        let mut script = whole[..stop].to_vec();
        script.push((whole[stop].0, Interrupts));
        let mut person = Scripted::new(script);
        let stopped = hold(&publication, &mut person, Answers::default());
        assert!(
            matches!(stopped, Err(Unanswered::Interrupted)),
            "stopped at {stop}"
        );
        person.assert_done();

        let mut person = Scripted::new(whole[stop..].to_vec());
        let known = kept(&publication).unwrap_or_default();
        let answers = hold(&publication, &mut person, known).expect("it is answered");
        person.assert_done();
        assert_eq!(answers, expected, "stopped at {stop}");
    }
}

#[test]
fn what_is_known_is_not_asked() {
    let mut person = Scripted::new([]);
    let known = Answers {
        title: Some("A".to_owned()),
        authors: Some(Vec::new()),
        date: Some("2019-02-05".parse().expect("a date")),
        number: Some(7),
        lists: Some(Vec::new()),
        body: Some("The lead.".to_owned()),
        ..Answers::default()
    };
    let answers = hold(&TestPublication::new(), &mut person, known.clone()).expect("nothing is asked");
    assert_eq!(answers, known);
    assert_eq!(person.told, [""; 0]);
}

#[test]
fn a_wrong_answer_is_asked_for_again() {
    let script = vec![
        ("Title", Types("A new day")),
        ("Author", Takes("dmarlen")),
        ("Date", Types("5 February")),
        ("Date", Types("2019-02-30")),
        ("Date", Types("2019-02-12")),
        ("Issue number", Types("0")),
        ("Issue number", Types("197")),
        ("Issue number", Types("199")),
        ("Lists", Interrupts),
    ];
    let publication = TestPublication::new().draft(&good_draft());
    let mut person = Scripted::new(script);
    assert!(hold(&publication, &mut person, Answers::default()).is_err());
    person.assert_done();
    assert_eq!(
        person.refused,
        [
            "`5 February` is no date: write year, month and day, as in `2019-02-05`",
            "`2019-02-30` is no date: write year, month and day, as in `2019-02-05`",
            "`0` is no issue's number: write a whole number from 1",
            "a draft has the number 197 already",
        ]
    );
}

#[test]
fn an_empty_answer_ends_a_section_and_its_lack_is_told() {
    let script = [
        head(),
        vec![
            ("Bullet 1 of 3", Types("• Too short.")),
            ("Bullet 2 of 3", Types("")),
            ("Bullet 1 of 3", Types("")),
        ],
        vec![("Write the lead now", Says(false))],
    ]
    .concat();
    let mut person = Scripted::new(script);
    let answers = hold(&TestPublication::new(), &mut person, Answers::default()).expect("it is answered");
    person.assert_done();
    assert_eq!(answers.sections[0].bullets, ["Too short."]);
    assert_eq!(answers.lead.as_deref(), Some(""));
    for line in [
        "Politics and Security: 3 bullets of 8 to 20 words. An empty answer ends the section.",
        "2 words, wanted 8 to 20: kept as it is, `digest check` will ask for a change",
        "1 bullet, wanted 3: the rest can be written in the file",
        "0 bullets, wanted 3: the rest can be written in the file",
    ] {
        assert!(
            person.told.iter().any(|told| told == line),
            "{line:?} is not in {:?}",
            person.told
        );
    }
}

#[test]
fn without_an_editor_the_lead_is_left_for_the_file() {
    let script = [head(), bullets(), bullets()].concat();
    let mut person = Scripted::new(script);
    let answers = hold_with(
        &TestPublication::new(),
        &mut person,
        Answers::default(),
        Editing::NoEditor,
    )
    .expect("it is answered");
    assert_eq!(answers.lead.as_deref(), Some(""));
    assert_eq!(
        person.told.last().map(String::as_str),
        Some("neither VISUAL nor EDITOR is set: write the lead in the draft")
    );

    let script = [
        head(),
        bullets(),
        bullets(),
        vec![("Write", Says(true)), ("ed", FailsToEdit)],
    ]
    .concat();
    let mut person = Scripted::new(script);
    let answers = hold(&TestPublication::new(), &mut person, Answers::default()).expect("it is answered");
    assert_eq!(answers.lead.as_deref(), Some(""));
    assert!(
        person
            .told
            .contains(&"`ed` cannot be started: write the lead in the draft".to_owned()),
        "{:?}",
        person.told
    );
}

#[test]
fn a_new_author_is_asked_for_a_free_key() {
    let publication = TestPublication::new();
    let script = vec![
        ("Title", Types("A")),
        ("Author", Takes("someone else")),
        ("The author's name", Types("  Anna   Serik ")),
        ("Affiliation", Types("")),
        ("Remember Anna Serik in digest.yaml?", Says(true)),
        ("Under which key", Types("aserik")),
        ("Under which key", Types("2nd")),
        ("Under which key", Types("")),
        ("Date", Interrupts),
    ];
    let mut person = Scripted::new(script);
    assert!(hold(&publication, &mut person, Answers::default()).is_err());
    person.assert_done();
    assert_eq!(person.refused[0], "`aserik` is Aigerim Serik already");
    assert_eq!(
        kept(&publication).and_then(|kept| kept.authors),
        Some(vec![Credit::Key("aserik2".to_owned())])
    );
    assert_eq!(
        publication
            .open()
            .config
            .author("aserik2")
            .map(|author| author.name.clone())
            .as_deref(),
        Some("Anna Serik")
    );
}

#[test]
fn an_author_need_not_be_remembered() {
    let publication = TestPublication::new();
    let script = vec![
        ("Title", Types("A")),
        ("Author", Takes("someone else")),
        ("The author's name", Types("Anna Serik")),
        ("Affiliation", Types("Institute: the first")),
        ("Remember", Says(false)),
        ("Date", Interrupts),
    ];
    let mut person = Scripted::new(script);
    assert!(hold(&publication, &mut person, Answers::default()).is_err());
    let written = Author {
        name: "Anna Serik".to_owned(),
        affiliation: Some("Institute: the first".to_owned()),
    };
    let authors = kept(&publication).and_then(|kept| kept.authors);
    assert_eq!(authors, Some(vec![Credit::Written(written)]));
    assert!(
        publication
            .open()
            .config
            .authors
            .iter()
            .all(|(_, author)| author.name != "Anna Serik")
    );
}
