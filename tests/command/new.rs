//! `digest new` where nobody can be asked.

use digest_cli::foundation::{ExitStatus, Terminal};

use crate::support::{Program, TestPublication, good_draft};

const PATH: &str = "drafts/2019-02-05-a-new-day.md";

#[test]
fn everything_can_be_given_by_flags() {
    let program = Program::new().file("drafts/a.md", good_draft());
    let ran = program
        .run([
            "new",
            "A new day",
            "--author",
            "aserik",
            "--author",
            "dmarlen",
            "--date",
            "2019-02-12",
            "--issue",
            "200",
            "--list",
            "monthly",
            "--subject",
            "Today: a new day",
        ])
        .success();
    assert_eq!(ran.stdout, "drafts/2019-02-12-a-new-day.md\n");
    assert_eq!(
        program.text("drafts/2019-02-12-a-new-day.md"),
        "---\n\
         id: 2019-02-12-a-new-day\n\
         issue: 200\n\
         date: 2019-02-12\n\
         author: [aserik, dmarlen]\n\
         lists: [monthly]\n\
         status: draft\n\
         subject: \"Today: a new day\"\n\
         ---\n\
         # A new day\n\
         \n\
         <!-- the lead: 20 to 60 words -->\n\
         \n\
         ## Politics and Security\n\
         \n\
         <!-- 3 bullets of 8 to 20 words -->\n\
         \n\
         ## Society and Culture\n\
         \n\
         <!-- 3 bullets of 8 to 20 words -->\n\
         \n\
         ## Letters\n\
         \n\
         <!-- 5 to 40 words; optional -->\n"
    );
    assert!(
        ran.stderr.starts_with("what `digest check` still wants:\n"),
        "{}",
        ran.stderr
    );
}

#[test]
fn what_has_a_default_need_not_be_given() {
    let program = Program::new().file("drafts/a.md", good_draft());
    program.run(["new", "A new day", "--author", "aserik"]).success();
    let text = program.text(PATH);
    assert!(
        text.contains("\nissue: 198\ndate: 2019-02-05\nauthor: aserik\nlists: [weekly, monthly]\n"),
        "{text}"
    );
}

#[test]
fn a_missing_answer_is_an_error_that_names_what_to_give() {
    let ran = Program::new().run(["new"]).expect(ExitStatus::CannotStart);
    assert!(
        ran.stderr.contains("hint: give it: `digest new \"The title\"`\n"),
        "{}",
        ran.stderr
    );
    let ran = Program::new()
        .run(["new", "A title"])
        .expect(ExitStatus::CannotStart);
    assert!(
        ran.stderr.contains("`--author aserik` and `--author dmarlen`"),
        "{}",
        ran.stderr
    );
    let at_a_terminal = Terminal {
        input: true,
        output: true,
        error: true,
        width: None,
    };
    let ran = Program::new()
        .terminal(at_a_terminal)
        .run(["new", "--no-input"])
        .expect(ExitStatus::CannotStart);
    assert!(ran.stderr.contains("digest new \"The title\""), "{}", ran.stderr);
    assert!(
        ran.files.iter().all(|file| !file.starts_with("drafts/")),
        "{:?}",
        ran.files
    );
}

#[test]
fn authors_and_lists_that_nobody_knows_are_told_with_the_nearest() {
    let ran = Program::new()
        .run(["new", "A", "--author", "asreik"])
        .expect(ExitStatus::CannotStart);
    assert!(
        ran.stderr
            .starts_with("error: digest.yaml has no author `asreik`\nhint: did you mean `aserik`?\n"),
        "{}",
        ran.stderr
    );
    let ran = Program::new()
        .run(["new", "A", "--author", "aserik", "--list", "daily"])
        .expect(ExitStatus::CannotStart);
    assert!(
        ran.stderr.starts_with("error: digest.yaml has no list `daily`\n"),
        "{}",
        ran.stderr
    );
    let ran = Program::new()
        .file("drafts/a.md", good_draft())
        .run(["new", "A", "--author", "aserik", "--issue", "197"]);
    assert!(
        ran.stderr
            .starts_with("error: a draft has the number 197 already\nhint: the next one is `--issue 198`\n"),
        "{}",
        ran.stderr
    );
}

#[test]
fn somebody_new_is_written_out() {
    let program = Program::new();
    program
        .run([
            "new",
            "A new day",
            "--author",
            "Zoë O'Brien",
            "--affiliation",
            "Here, there",
        ])
        .success();
    let text = program.text(PATH);
    assert!(
        text.contains("author: { name: \"Zoë O'Brien\", affiliation: \"Here, there\" }\n"),
        "{text}"
    );
    let ran = program.run(["check", "--format", "line"]);
    assert!(!ran.stdout.contains("byline"), "{}", ran.stdout);
}

#[test]
fn nothing_is_overwritten() {
    let program = Program::new().file(PATH, "mine");
    let arguments = ["new", "A new day", "--author", "aserik"];
    assert_eq!(
        program.run(arguments).success().stdout,
        "drafts/2019-02-05-a-new-day-2.md\n"
    );
    assert_eq!(
        program.run(arguments).success().stdout,
        "drafts/2019-02-05-a-new-day-3.md\n"
    );
    assert_eq!(program.text(PATH), "mine");
    assert!(
        program
            .text("drafts/2019-02-05-a-new-day-3.md")
            .contains("id: 2019-02-05-a-new-day-3\n")
    );
}

#[test]
fn a_title_in_any_script_makes_a_file_name() {
    let program = Program::new();
    for (title, stem) in [
        ("Каспийский перекрёсток", "2019-02-05-kaspiiskii-perekriostok"),
        ("../../etc/passwd", "2019-02-05-etc-passwd"),
        ("«…»", "2019-02-05-issue"),
        ("It's *new*", "2019-02-05-its-new"),
    ] {
        let ran = program.run(["new", title, "--author", "aserik"]).success();
        assert_eq!(ran.stdout, format!("drafts/{stem}.md\n"), "{title}");
    }
}

#[test]
fn lead_and_sections_can_come_from_a_file() {
    let good = good_draft();
    let (_, body) = good.split_once("---\n# ").expect("front matter ends there");
    let program = Program::new().file("body.md", format!("# {body}"));
    let ran = program
        .run([
            "new", "--from", "body.md", "--author", "aserik", "--list", "weekly",
        ])
        .success();
    assert_eq!(ran.stdout, "drafts/2019-02-05-caspian-crossroads.md\n");
    assert_eq!(ran.stderr, "`digest check` finds nothing to mend\n");
    let text = program.text("drafts/2019-02-05-caspian-crossroads.md");
    assert!(text.ends_with(&format!("# {body}")), "{text}");
}

#[test]
fn a_lead_alone_leaves_the_sections_open() {
    let program = Program::new().file(
        "lead.md",
        "\u{feff}Only a lead.\r\n\r\nTwo paragraphs [1].\r\n\r\n[1]: https://example.org\r\n",
    );
    program
        .run(["new", "A new day", "--from", "lead.md", "--author", "aserik"])
        .success();
    let text = program.text(PATH);
    let lead = "# A new day\n\nOnly a lead.\n\nTwo paragraphs [1].\n\n[1]: https://example.org\n\n## Politics and Security\n\n<!-- 3 bullets";
    assert!(text.contains(lead), "{text}");
}

#[test]
fn a_whole_draft_is_no_body() {
    let program = Program::new().file("body.md", good_draft());
    let ran = program
        .run(["new", "A", "--author", "aserik", "--from", "body.md"])
        .expect(ExitStatus::CannotStart);
    assert!(
        ran.stderr
            .starts_with("error: `body.md` has front matter: it is a draft already\n"),
        "{}",
        ran.stderr
    );
    let program = Program::new().file("body.md", "Before.\n\n# Title\n\nAfter.\n");
    let ran = program
        .run(["new", "A", "--author", "aserik", "--from", "body.md"])
        .expect(ExitStatus::CannotStart);
    assert!(
        ran.stderr
            .starts_with("error: `body.md`: text stands before the title on line 3\n"),
        "{}",
        ran.stderr
    );
    let ran = program
        .run(["new", "A", "--author", "aserik", "--from", "none.md"])
        .expect(ExitStatus::CannotStart);
    assert!(
        ran.stderr.starts_with("error: `none.md` cannot be read: "),
        "{}",
        ran.stderr
    );
}

#[test]
fn the_publication_may_have_its_own_template() {
    let arguments = ["new", "A new day", "--author", "aserik"];
    let own = "---\nid: {{ front.id }}\ndate: {{ front.date }}\n---\n# {{ title }}\n\nDear {% raw %}{{ subscriber.name }}{% endraw %},\n";
    let program = Program::new().file("templates/draft.md", own);
    program.run(arguments).success();
    assert_eq!(
        program.text(PATH),
        "---\nid: 2019-02-05-a-new-day\ndate: 2019-02-05\n---\n# A new day\n\nDear {{ subscriber.name }},\n"
    );
    let ran = Program::new()
        .file("templates/draft.md", "{% for %}")
        .run(arguments)
        .expect(ExitStatus::CannotStart);
    assert!(
        ran.stderr.starts_with("error: `templates/draft.md` line 1: "),
        "{}",
        ran.stderr
    );
    let ran = Program::new()
        .file("templates/draft.md", "# {{ title }}\n")
        .run(arguments)
        .expect(ExitStatus::CannotStart);
    assert!(
        ran.stderr
            .contains("makes a draft that does not say `id: 2019-02-05-a-new-day`"),
        "{}",
        ran.stderr
    );
}

#[test]
fn kept_answers_can_be_finished_without_a_terminal() {
    let program = Program::new()
        .file(
            ".digest/new/ANSWERS.yaml",
            "title: A new day\nauthors: [aserik]\nsections:\n- id: politics\n  bullets: [One.]\n",
        )
        .file(
            ".digest/new/LEAD.md",
            "<!-- digest new: the lead. -->\n\nHalf a lead.\n",
        );
    program.run(["new", "--continue", "--list", "weekly"]).success();
    let text = program.text(PATH);
    assert!(
        text.contains("# A new day\n\nHalf a lead.\n\n## Politics and Security\n\n- One.\n\n## Society"),
        "{text}"
    );
    assert!(!program.path(".digest/new/ANSWERS.yaml").exists());
    let ran = program.run(["new", "--continue"]).expect(ExitStatus::CannotStart);
    assert!(
        ran.stderr.starts_with("error: there is nothing to go on with"),
        "{}",
        ran.stderr
    );
}

#[test]
fn answers_kept_for_a_person_are_not_touched_by_a_script() {
    let program = Program::new().file(".digest/new/ANSWERS.yaml", "title: Mine\n");
    program.run(["new", "A new day", "--author", "aserik"]).success();
    assert_eq!(program.text(".digest/new/ANSWERS.yaml"), "title: Mine\n");
    program
        .run(["new", "Another", "--author", "aserik", "--discard"])
        .success();
    assert!(!program.path(".digest/new/ANSWERS.yaml").exists());
}

#[test]
fn a_newsletter_without_bylines_needs_no_author() {
    let config =
        "id: weekly.example.org\ntitle: Our Weekly\nfrom: { name: Our Weekly, email: weekly@example.org }\n";
    let program = Program::of(TestPublication::with_config(config));
    program.run(["new", "A new day"]).success();
    assert_eq!(
        program.text(PATH),
        "---\nid: 2019-02-05-a-new-day\nissue: 1\ndate: 2019-02-05\nlists: []\nstatus: draft\n---\n# A new day\n\n<!-- the lead -->\n"
    );
}
