//! `digest render`

use digest_cli::foundation::ExitStatus;

use crate::support::{Program, good_draft};

const LIST: &str = "email,name\nanna@example.org,Anna <Kowalska>\nzoe@example.org,\n";
const DRAFT: &str = "drafts/a.md";

fn program() -> Program {
    Program::new()
        .file(DRAFT, good_draft())
        .file("subscribers/weekly.csv", LIST)
}

#[test]
fn the_parts_are_filled_for_a_subscriber() {
    let html = program()
        .run(["render", DRAFT, "--as", "anna@example.org"])
        .success()
        .stdout;
    assert!(html.contains("Dear Anna &lt;Kowalska&gt;,"), "{html}");
    let text = program()
        .run(["render", DRAFT, "--format", "text", "--as", "Anna@EXAMPLE.org"])
        .success()
        .stdout;
    assert!(text.contains("Dear Anna <Kowalska>,"), "{text}");
}

#[test]
fn nobody_in_particular_is_a_reader() {
    for arguments in [
        vec![],
        vec!["--as", "stranger@example.net"],
        vec!["--as", "zoe@example.org"],
    ] {
        let arguments = ["render", DRAFT, "--format", "text"].into_iter().chain(arguments);
        let text = program().run(arguments).success().stdout;
        assert!(text.contains("Dear reader,"), "{text}");
    }
}

#[test]
fn a_message_is_whole() {
    let ran = program()
        .run(["render", DRAFT, "--format", "eml", "--as", "anna@example.org"])
        .success();
    assert!(
        ran.stderr.starts_with("note: the publication has no key here"),
        "{}",
        ran.stderr
    );
    let message = mail_parser::MessageParser::default()
        .parse(ran.stdout.as_bytes())
        .expect("it is a message");
    assert_eq!(message.subject(), Some("Caspian crossroads"));
    let to = message.to().and_then(|to| to.first()).and_then(|to| to.address());
    assert_eq!(to, Some("anna@example.org"));
    assert!(
        message
            .body_text(0)
            .is_some_and(|text| text.contains("Dear Anna <Kowalska>,"))
    );
    assert!(
        message
            .body_html(0)
            .is_some_and(|html| html.contains("Dear Anna &lt;Kowalska&gt;,"))
    );
    assert!(
        ran.stdout.contains("Date: Tue, 05 Feb 2019 09:00:00 +0000\r\n"),
        "{}",
        ran.stdout
    );
}

#[test]
fn with_a_key_there_is_nothing_to_note() {
    let key = format!("k1:{}", "ab".repeat(32));
    let ran = program()
        .variable("DIGEST_KEY", &key)
        .run(["render", DRAFT, "--format", "eml"])
        .success();
    assert_eq!(ran.stderr, "");
    let bad = program()
        .variable("DIGEST_KEY", "secret")
        .run(["render", DRAFT, "--format", "eml"]);
    let bad = bad.expect(ExitStatus::CannotStart);
    assert!(bad.stderr.contains("`DIGEST_KEY` holds no key"), "{}", bad.stderr);
    assert!(!bad.stderr.contains("secret\n"), "{}", bad.stderr);
}

#[test]
fn a_file_takes_it_where_one_is_named() {
    let program = program();
    let ran = program.run(["render", DRAFT, "-o", "out/a.html"]).success();
    assert_eq!(
        (ran.stdout.as_str(), ran.stderr.as_str()),
        ("", "wrote out/a.html\n")
    );
    assert!(program.text("out/a.html").contains("Caspian crossroads"));
}

#[test]
fn a_slot_without_a_value_is_an_error() {
    let draft = good_draft().replace(
        "{{ subscriber.name | default(\"reader\") }}",
        "{{ subscriber.city }}",
    );
    let ran = Program::new()
        .file(DRAFT, draft)
        .run(["render", DRAFT])
        .expect(ExitStatus::CannotStart);
    assert!(
        ran.stderr
            .starts_with("error: the copy for `reader@example.org` cannot be filled: "),
        "{}",
        ran.stderr
    );
    assert!(
        ran.stderr.contains("hint: give the slot a default"),
        "{}",
        ran.stderr
    );
}

#[test]
fn a_draft_that_has_no_meaning_says_why() {
    let ran = Program::new()
        .file(DRAFT, "no front matter")
        .run(["render", DRAFT])
        .expect(ExitStatus::CannotStart);
    assert!(ran.stderr.contains("drafts/a.md:1:1"), "{}", ran.stderr);
    let ran = program()
        .run(["render", "drafts/aa.md"])
        .expect(ExitStatus::CannotStart);
    assert!(
        ran.stderr
            .starts_with("error: there is no draft `drafts/aa.md`\n"),
        "{}",
        ran.stderr
    );
}
