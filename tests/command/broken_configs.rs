//! Files digest.yaml that say what cannot be meant.

use crate::support::HOUSE_STYLE;

use super::broken_inputs::{Broken, many};

fn config(name: &str, content: impl AsRef<[u8]>) -> Broken {
    Broken::new(name, "digest.yaml", content)
}

/// What is no YAML, or no map of keys.
pub(super) fn texts() -> Vec<Broken> {
    let bomb = many(40, |n| format!("a{}: &a{0} [*a{n}, *a{n}, *a{n}]\n", n + 1));
    let utf16: Vec<u8> = HOUSE_STYLE.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let (windows_1251, ..) = encoding_rs::WINDOWS_1251.encode("title: Еженедельник\n");
    vec![
        config("nothing", ""),
        config("a comment", "# to be written\n"),
        config("a word", "newsletter\n"),
        config("a list", "- id\n- title\n"),
        config("null", "~\n"),
        config("two documents", format!("{HOUSE_STYLE}---\n{HOUSE_STYLE}")),
        config("every key twice", format!("{HOUSE_STYLE}{HOUSE_STYLE}")),
        config("an alias bomb", format!("a0: &a0 x\n{bomb}{HOUSE_STYLE}")),
        config("an alias to itself", "id: &a { b: *a }\n"),
        config("an anchor that is not there", "id: *gone\n"),
        config("a merge key", "base: &b { id: a }\n<<: *b\n"),
        config("a tag of its own", "id: !!python/object:os.system ls\n"),
        config("tabs", "id: a.example.org\n\ttitle: b\n"),
        config("brackets 100,000 deep", "[".repeat(100_000)),
        config("mappings 100,000 deep", "a: {".repeat(100_000)),
        config("1 MB of one letter", "x".repeat(1_000_000)),
        config("1 MB of keys", many(60_000, |n| format!("key{n}: {n}\n"))),
        config(
            "1 MB of authors",
            format!(
                "{HOUSE_STYLE}more:\n{}",
                many(30_000, |n| format!("  a{n}: {{ name: A{n} }}\n"))
            ),
        ),
        config(
            "a value of 1 MB",
            format!("{HOUSE_STYLE}homepage: {}\n", "h".repeat(1_000_000)),
        ),
        config(
            "a key of 1 MB",
            format!("{HOUSE_STYLE}{}: 1\n", "k".repeat(1_000_000)),
        ),
        config("UTF-16", utf16),
        config("Windows-1251", windows_1251),
        config("binary", (0..=255).collect::<Vec<u8>>()),
        config("NUL", HOUSE_STYLE.replace("Weekly", "Week\0ly")),
        config(
            "a directive of another YAML",
            format!("%YAML 9.9\n---\n{HOUSE_STYLE}"),
        ),
        config(
            "Windows line ends and a byte order mark, half of it",
            format!("\u{FEFF}{}", HOUSE_STYLE[..300].replace('\n', "\r\n")),
        ),
    ]
}

/// A good file in which one line says something else.
pub(super) fn values() -> Vec<Broken> {
    let changes = [
        ("id: weekly.example.org", "id: \"a\\r\\nBcc: x@example.org\""),
        ("id: weekly.example.org", "id: [weekly]"),
        ("id: weekly.example.org", "id: ../../etc"),
        (
            "title: Our Weekly",
            "title: \"Our\\r\\nBcc: x@example.org\\r\\n\\r\\nWeekly\"",
        ),
        ("title: Our Weekly", "title: { a: b }"),
        ("title: Our Weekly", "title: ''"),
        ("title: Our Weekly", "title: \"\\e[2J\""),
        (
            "email: weekly@example.org",
            "email: \"weekly@example.org\\r\\nRCPT TO:<x@example.org>\"",
        ),
        ("email: weekly@example.org", "email: weekly"),
        ("email: weekly@example.org", "email: weekly@example.org>"),
        ("email: weekly@example.org", "email: a@b@example.org"),
        ("email: weekly@example.org", "email: [weekly@example.org]"),
        ("name: Our Weekly,", "name: \"Our\\nWeekly\","),
        ("title: Our Weekly", "titel: Our Weekly"),
        ("words: 20..60", "words: 60..20"),
        ("words: 20..60", "words: many"),
        ("words: 20..60", "words: -1"),
        ("words: 20..60", "words: 99999999999999999999"),
        ("byline: required", "byline: perhaps"),
        ("bullets: 3", "bullets: [3]"),
        ("kind: prose", "kind: poem"),
        ("id: society", "id: politics"),
        ("Society and Culture", "Politics and Security"),
        ("  lead:", "  leed:"),
        ("lists:", "list:"),
        ("  monthly:", "  ../monthly:"),
        ("  monthly:", "  \"a\\nb\":"),
        ("  aserik:", "  aserik: {}\n  aserik:"),
        ("name: Aigerim Serik", "name: 3"),
        ("name: Aigerim Serik", "nam: Aigerim Serik"),
    ];
    changes
        .iter()
        .map(|(right, wrong)| config(&format!("{wrong:?}"), HOUSE_STYLE.replacen(right, wrong, 1)))
        .collect()
}

/// A good file with one line more.
pub(super) fn lines() -> Vec<Broken> {
    let more = [
        "relay: { url: \"ftp://example.org\" }",
        "relay: { url: \"smtp://\" }",
        "relay: { url: \"smtps://bulletin:secret@smtp.example.org\" }",
        "relay: { url: \"smtps://smtp.example.org:99999\" }",
        "relay: { url: \"smtps://smtp.example.org\", password: hunter2 }",
        "relay: { url: \"smtps://smtp.example.org\", rate: fast }",
        "relay: { url: \"smtps://smtp.example.org\", rate: 0/s }",
        "relay: { url: \"smtps://smtp.example.org\", connections: 0 }",
        "relay: { url: \"smtps://smtp.example.org\", connections: 100000000 }",
        "relay: { url: \"smtps://smtp.example.org\", retry: [soon] }",
        "unsubscribe: { url: \"javascript:alert(1)\" }",
        "unsubscribe: { mailto: nobody }",
        "unsubscribe: { one_click: perhaps }",
        "late_joiners: 14",
        "late_joiners: 99999999999999999999d",
        "ledger: [a]",
        "language: english-and-french",
        "homepage: not an address",
        "homepage: \"https://example.org/\\r\\nx\"",
        "postal_address: [1, 2]",
        "check: { fail_on: never }",
        "check: { rules: { no-such-rule: off } }",
        "check: { rules: [lead-length] }",
        "\"\\e[31m\": red",
        "\"\": empty",
    ];
    more.iter()
        .map(|line| config(line, format!("{HOUSE_STYLE}{line}\n")))
        .collect()
}
