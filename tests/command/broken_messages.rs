//! What is said of broken inputs, word for word.

use digest_cli::foundation::ExitStatus;

use crate::support::{HOUSE_STYLE, good_draft};

use super::broken_inputs::{Broken, DRAFT, LIST};

/// All that a command says of a publication with one broken file.
fn said(arguments: &str, path: &str, content: impl AsRef<[u8]>) -> String {
    let ran = Broken::new("", path, content).program().run(arguments.split(' '));
    assert_ne!(ran.status, ExitStatus::Success, "{}{}", ran.stdout, ran.stderr);
    format!("{}{}", ran.stdout, ran.stderr)
}

#[track_caller]
fn contains(said: &str, expected: &str) {
    assert!(said.contains(expected), "{expected:?} is missing in\n{said}");
}

fn with_lead(text: &str) -> String {
    good_draft().replace("## Politics", &format!("{text}\n\n## Politics"))
}

fn with_front(line: &str) -> String {
    good_draft().replacen("---\n", &format!("---\n{line}\n"), 1)
}

#[test]
fn of_front_matter_with_its_line_and_column() {
    let utf16: Vec<u8> = good_draft().encode_utf16().flat_map(u16::to_le_bytes).collect();
    let drafts: [(Vec<u8>, &str); 9] = [
        (
            utf16,
            "drafts/a.md:1:1: error: the file is UTF-16, not UTF-8 [draft-unreadable]",
        ),
        (
            b"\x89PNG\r\n\x1A\n\0\0".to_vec(),
            "drafts/a.md:1:1: error: the file is binary, not text [draft-unreadable]",
        ),
        (
            with_front("id: twice").into(),
            "drafts/a.md:3:1: error: the key `id` stands twice [front-matter-wrong-type]",
        ),
        (
            with_front("isue: 3").into(),
            "drafts/a.md:2:1: error: there is no key `isue` [front-matter-unknown-key]",
        ),
        (
            with_front("subject: &a [*a]").into(),
            "drafts/a.md:2:10: error: the front matter is not YAML: an anchor (`&name`): put the value in quotes if it begins with `&` [front-matter-unreadable]",
        ),
        (with_front("subject:\tcolon: inside").into(), "drafts/a.md:2:"),
        (
            with_front(&format!("subject: {}", "[".repeat(10_000))).into(),
            "the front matter is not YAML: lists and maps nested too deeply [front-matter-unreadable]",
        ),
        (
            with_front("subject: \"Hello\\r\\nBcc: x@example.org\"").into(),
            "drafts/a.md:2:10: error: `subject`: it holds a control character (U+000D) [front-matter-wrong-type]",
        ),
        (
            good_draft()
                .replace("date: 2019-02-05", "date: 2019-02-30")
                .into(),
            "drafts/a.md:4:7: error: `date`: `2019-02-30` is not a day of the calendar [front-matter-bad-date]",
        ),
    ];
    for (content, expected) in drafts {
        contains(&said("check --format line", DRAFT, content), expected);
    }
}

#[test]
fn of_what_is_written_with_its_line_and_column() {
    let drafts: [(String, &str); 7] = [
        (
            with_lead("{{ subscriber.name"),
            "drafts/a.md:12:1: error: `{{` begins here, and no `}}` ends it [slot-syntax]",
        ),
        (
            with_lead("{{ subscriber.shoe_size }}"),
            "drafts/a.md:12:4: error: no list of this issue has a column `shoe_size` [slot-unknown-field]",
        ),
        (
            with_lead("{{ subscriber.name | uper }}"),
            "drafts/a.md:12:1: error: there is no filter `uper` [tag-cannot-be-run]",
        ),
        (
            with_lead(&format!("{{{{ {}1 }}}}", "not ".repeat(10_000))),
            "drafts/a.md:12:1: error: a tag has at most 4,000 characters, texts in quotes not counted [slot-syntax]",
        ),
        (
            with_lead(&"> ".repeat(10_000)).replace("> \n", "> a\n"),
            "drafts/a.md:12:1: error: quotes, lists or emphasis are nested more than 100 deep [nested-too-deeply]",
        ),
        (
            with_lead("[a](javascript:alert)"),
            "drafts/a.md:12:5: error: a mail should not link to a `javascript:` address [link-target-unsafe]",
        ),
        (
            with_lead("<b>bold"),
            "drafts/a.md:12:1: error: a draft is Markdown: the HTML `<b>` would not reach the reader [html-in-draft]",
        ),
    ];
    for (content, expected) in drafts {
        contains(&said("check --format line", DRAFT, content), expected);
    }
}

#[test]
fn of_the_configuration_with_what_to_write() {
    let files: [(String, &str, &str); 7] = [
        (String::new(), "`id` is missing", "write `id: weekly.example.org`"),
        (
            HOUSE_STYLE.replace("title: Our", "titel: Our"),
            "--> digest.yaml:2:1",
            "did you mean `title`?",
        ),
        (
            HOUSE_STYLE.replace("words: 20..60", "words: 60..20"),
            "`60..20` is an empty range: the smaller number goes first",
            "--> digest.yaml:8:18",
        ),
        (
            HOUSE_STYLE.replace("email: weekly@", "email: \"a\\r\\nRCPT TO:<x>\" } #"),
            "--> digest.yaml:3:34",
            "`from.email`",
        ),
        (
            format!("{HOUSE_STYLE}{HOUSE_STYLE}"),
            "the key `id` stands twice",
            "keep one of them; the first is on line 1",
        ),
        (
            format!("{HOUSE_STYLE}---\nid: b\n"),
            "a second document: one file holds one",
            "--> digest.yaml:17:1",
        ),
        (
            HOUSE_STYLE[..116].to_owned(),
            "a value is missing here",
            "--> digest.yaml:5:13",
        ),
    ];
    for (content, message, hint) in files {
        let said = said("check", "digest.yaml", content);
        contains(&said, message);
        contains(&said, hint);
        contains(&said, "error: `digest.yaml` has ");
    }
}

#[test]
fn of_addresses_in_the_configuration_with_what_to_write() {
    let files = [
        (
            format!("{HOUSE_STYLE}homepage: not an address\n"),
            "it does not begin with `https://`",
            "write it as `https://example.org/page`",
        ),
        (
            format!("{HOUSE_STYLE}homepage: example.org/a\n"),
            "it does not begin with `https://`",
            "write `https://example.org/a`",
        ),
        (
            format!("{HOUSE_STYLE}relay: {{ url: \"smtps://b:secret@smtp.example.org\" }}\n"),
            "a password has no place in this file",
            "smtps://b:******@smtp.example.org",
        ),
        (
            format!("{HOUSE_STYLE}relay: {{ url: \"smtp://\" }}\n"),
            "`relay.url`: it names no host",
            "--> digest.yaml:16:15",
        ),
        (
            (0..1_000).map(|_| "[").collect(),
            "lists and maps nested too deeply",
            "--> digest.yaml:1:",
        ),
    ];
    for (content, message, hint) in files {
        let said = said("check", "digest.yaml", content);
        contains(&said, message);
        contains(&said, hint);
        contains(&said, "error: `digest.yaml` has ");
    }
    let keys = super::broken_inputs::many(2_000, |n| format!("key{n}: 1\n"));
    contains(
        &said("check", "digest.yaml", keys),
        "… and 1,953 more\nerror: `digest.yaml` has 2,003 mistakes\n",
    );
}

#[test]
fn of_a_folder_where_digest_yaml_should_be() {
    let program = crate::support::Program::in_empty_folder().file("digest.yaml/a", "");
    let ran = program.run(["check"]);
    assert_eq!(ran.status, ExitStatus::CannotStart);
    contains(&ran.stderr, "digest.yaml");
}

#[test]
fn of_lists_with_the_line() {
    let lists: [(&[u8], &str); 8] = [
        (
            b"",
            "subscribers/weekly.csv:1:1: error: `subscribers/weekly.csv` is empty",
        ),
        (
            b"name\nAnn\n",
            "subscribers/weekly.csv:1:1: error: there is no column `email` [list-unreadable]",
        ),
        (
            b"PK\x03\x04\x14\0\x06\0",
            "is a spreadsheet, not CSV [list-unreadable]",
        ),
        (
            b"email,town,Town\n",
            "subscribers/weekly.csv:1:1: error: columns 2 and 3 are both named",
        ),
        (
            b"email,name\nann@example.org\n",
            "subscribers/weekly.csv:2:1: warning: `ann@example.org` cannot be used: the row has 1 cell, the first row 2: write `,` for an empty one too [list-bad-row]",
        ),
        (
            b"email,name\nann@example.org,\"Ann\n",
            "subscribers/weekly.csv:2:1: warning: `ann@example.org` cannot be used: a quotation mark opens a cell and none closes it [list-bad-row]",
        ),
        (
            b"email,name\n\"a@example.org>\r\nRCPT TO:<b@example.org\",A\n",
            "subscribers/weekly.csv:2:1: warning: `a@example.org> RCPT TO:<b@example.org` cannot be used: the address holds a control character (U+000A) [list-bad-row]",
        ),
        (
            b"email,status\nann@example.org,actve\n",
            "`actve` is no status: did you mean `active`? [list-bad-row]",
        ),
    ];
    for (content, expected) in lists {
        contains(&said("check --format line", LIST, content), expected);
    }
    let monthly = "subscribers/monthly.yaml";
    contains(
        &said(
            "check --format line",
            monthly,
            "- { email: a@example.org }\n- { email: \"b",
        ),
        "subscribers/monthly.yaml:2:1: error: a quote that is never closed [list-unreadable]",
    );
    contains(
        &said("check --format line", monthly, "-\temail: a\n\t name: b\n"),
        "a tab where only spaces may indent [list-unreadable]",
    );
    contains(
        &said("subscribers check", "subscribers/weekly.yaml", "[]"),
        "the list `weekly` has two files, `subscribers/weekly.csv` and `subscribers/weekly.yaml`",
    );
    contains(
        &said("send drafts/a.md --sandbox --yes", LIST, "email,name\n"),
        "error: there are no subscribers in subscribers/weekly.csv\nhint: if a list was cut short, restore it",
    );
}

#[test]
fn of_templates_with_the_line() {
    for (content, expected) in [
        (
            "\n{{ isue.title }}",
            "templates/issue.html:2:1: error: undefined value: `isue` is undefined",
        ),
        (
            "{% for i in range(9999) %}{% for j in range(9999) %}{% endfor %}{% endfor %}",
            "templates/issue.html:1:1: error: this takes too long: is there a loop without an end?",
        ),
        (
            "{{ 'a' * 100000000 }}",
            "error: invalid operation: a value is longer than 16 MiB",
        ),
        (
            " \n",
            "templates/issue.html:1:1: error: the template makes an empty page",
        ),
        (
            "<a href=\"https://{{ subscriber.name }}/\">a</a>",
            "templates/issue.html:1:18: error: `subscriber.name` would supply the scheme or host of an address",
        ),
    ] {
        contains(
            &said("check --format line", "templates/issue.html", content),
            expected,
        );
    }
    contains(
        &said(
            "check --format line",
            "templates/issue.html",
            "<div>".repeat(10_000),
        ),
        "templates/issue.html:1:1: error: elements are nested more than 200 deep",
    );
}

#[test]
fn of_a_slot_that_nobody_has_a_value_for() {
    let draft = with_lead("{{ subscriber.name + 1 }}");
    let said = said("send drafts/a.md --sandbox --yes", DRAFT, draft);
    contains(
        &said,
        "error[copy-cannot-be-filled]: a copy cannot be filled: `{{ subscriber.name + 1 }}`",
    );
    contains(&said, "hint: ");
}
