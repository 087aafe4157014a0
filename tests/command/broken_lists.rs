//! Lists of subscribers as they come out of other programs, and out of hostile hands.

use super::broken_inputs::{Broken, GOOD_LIST, LIST, many};

fn csv(name: &str, content: impl AsRef<[u8]>) -> Broken {
    Broken::new(name, LIST, content)
}

/// Files that are no UTF-8 table.
pub(super) fn encodings() -> Vec<Broken> {
    let text = "email,name\nann@example.org,Анна\nivan@example.org,Иван Иванов\n";
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let (windows_1251, ..) = encoding_rs::WINDOWS_1251.encode(text);
    vec![
        csv("UTF-16 with its mark", [vec![0xFF, 0xFE], utf16.clone()].concat()),
        csv("UTF-16 without a mark", utf16),
        csv("Windows-1251", windows_1251),
        csv(
            "UTF-8 with one other byte",
            b"email,name\nann@example.org,Ren\xE9e\n",
        ),
        csv(
            "a spreadsheet",
            b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0xl/workbook.xml",
        ),
        csv("an old spreadsheet", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0\0\0"),
        csv("every byte there is", (0..=255).collect::<Vec<u8>>()),
        csv(
            "a page",
            "<!DOCTYPE html>\n<html><body>Please log in</body></html>\n",
        ),
        csv("JSON", "[{\"email\": \"ann@example.org\"}]\n"),
    ]
}

/// Headers and columns.
pub(super) fn tables() -> Vec<Broken> {
    let columns = |count: usize| many(count, |n| format!(",c{n}"));
    vec![
        csv("nothing", ""),
        csv("only line ends", "\n\r\n\n"),
        csv("only a header", "email,name\n"),
        csv("only a header, not ended", "email,name"),
        csv("no header", "ann@example.org,Ann\nbob@example.org,Bob\n"),
        csv("no email column", "name,town\nAnn,Almaty\n"),
        csv(
            "two email columns",
            "email,email\nann@example.org,bob@example.org\n",
        ),
        csv("two columns of a name", "email,town,town\nann@example.org,a,b\n"),
        csv("a column without a name", "email,,name\nann@example.org,a,b\n"),
        csv(
            "a column with an odd name",
            "email,{{ name }}\nann@example.org,a\n",
        ),
        csv(
            "a column with an escape",
            "email,\u{1b}[31mred\nann@example.org,a\n",
        ),
        csv(
            "a header with a line end",
            "email,\"na\nme\"\nann@example.org,a\n",
        ),
        csv(
            "10,000 columns",
            format!(
                "email{}\nann@example.org{}\n",
                columns(10_000),
                ",x".repeat(10_000)
            ),
        ),
        csv(
            "10,000 cells too many",
            format!("email,name\nann@example.org{}\n", ",x".repeat(10_000)),
        ),
        csv(
            "a header of 1 MB",
            format!("email,{}\nann@example.org,a\n", "n".repeat(1_000_000)),
        ),
        csv("semicolons", "email;name\nann@example.org;Ann\nbad;Bob\n"),
        csv("delimiters of two kinds", "email;name\nann@example.org,Ann\n"),
    ]
}

/// Rows that do not fit.
pub(super) fn rows() -> Vec<Broken> {
    vec![
        csv("too few cells", "email,name,town\nann@example.org\n"),
        csv("too many cells", "email,name\nann@example.org,Ann,Almaty,7\n"),
        csv(
            "a quote that is never closed",
            "email,name\nann@example.org,\"Ann\nbob@example.org,Bob\n",
        ),
        csv(
            "a quote that is never closed in 100 kB",
            format!(
                "email,name\nann@example.org,\"Ann\n{}",
                "bob@example.org,Bob\n".repeat(5_000)
            ),
        ),
        csv(
            "quotes astray",
            "email,name\nann@example.org,A\"n\"n\n\"bob\"@example.org,Bob\n",
        ),
        csv(
            "a cell of 1 MB",
            format!("email,name\nann@example.org,{}\n", "n".repeat(1_000_000)),
        ),
        csv(
            "an address of 1 MB",
            format!("email,name\n{}@example.org,Ann\n", "a".repeat(1_000_000)),
        ),
        csv(
            "a line of 1 MB of commas",
            format!("email,name\n{}\n", ",".repeat(1_000_000)),
        ),
        csv(
            "10,000 bad rows",
            format!("email,name\n{}", "nobody,Nobody\n".repeat(10_000)),
        ),
        csv(
            "one address 10,000 times",
            format!("email,name\n{}", "ann@example.org,Ann\n".repeat(10_000)),
        ),
        csv("empty cells", "email,name\n,\n,Ann\n\" \",Bob\n"),
        csv(
            "line ends of old Macs",
            "email,name\rann@example.org,Ann\rbad,Bob\r",
        ),
        csv("NUL in a name", "email,name\nann@example.org,A\0nn\n"),
        csv(
            "a half character at the end",
            [GOOD_LIST.as_bytes(), &"c@example.org,Қ".as_bytes()[..15]].concat(),
        ),
    ]
}

/// Rows whose cells would like to be something else.
#[expect(clippy::too_many_lines, reason = "a table of cases")]
pub(super) fn values() -> Vec<Broken> {
    let rows = [
        (
            "a header in a name",
            "ann@example.org,\"Ann\r\nBcc: x@example.org\",en,,",
        ),
        (
            "a command in an address",
            "\"ann@example.org>\r\nRCPT TO:<x@example.org\",Ann,en,,",
        ),
        (
            "an address with a display name",
            "Ann Lee <ann@example.org>,Ann,en,,",
        ),
        (
            "two addresses in a cell",
            "\"ann@example.org, bob@example.org\",Ann,en,,",
        ),
        ("an address without a domain", "ann@,Ann,en,,"),
        ("an address of two at-signs", "ann@b@example.org,Ann,en,,"),
        ("an address of a machine", "ann@[127.0.0.1],Ann,en,,"),
        (
            "an address with a quoted part",
            "\"\"\"a b\"\"@example.org\",Ann,en,,",
        ),
        ("a local part beyond ASCII", "әнуар@example.org,Ann,en,,"),
        ("a domain beyond ASCII", "ann@пример.example,Ann,en,,"),
        ("a domain that cannot be", "ann@-.-,Ann,en,,"),
        (
            "a domain of one label of 100 letters",
            "ann@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example,Ann,en,,",
        ),
        (
            "a formula",
            "ann@example.org,\"=HYPERLINK(\"\"https://example.org\"\")\",en,,",
        ),
        ("a formula for an address", "=1+1,Ann,en,,"),
        (
            "markup in a name",
            "ann@example.org,<script>alert(1)</script>,en,,",
        ),
        (
            "a tag in a name",
            "ann@example.org,{{ links.unsubscribe }}{% if %},en,,",
        ),
        ("an escape in a name", "ann@example.org,\u{1b}[2JAnn\u{7},en,,"),
        ("an escape in an address", "\u{1b}[2Jann@example.org,Ann,en,,"),
        (
            "right-to-left marks in a name",
            "ann@example.org,\u{202E}nnA,en,,",
        ),
        ("a status that is not there", "ann@example.org,Ann,en,,actve"),
        (
            "a language that is not there",
            "ann@example.org,Ann,\"english, I think\",,",
        ),
        (
            "tags of every kind",
            "ann@example.org,Ann,en,\";;, ;a b;<>\",active",
        ),
    ];
    rows.iter()
        .map(|(name, row)| {
            csv(
                name,
                format!("email,name,language,tags,status\n{row}\nbob@example.org,Bob,en,,active\n"),
            )
        })
        .collect()
}

/// Lists in YAML beside the one in CSV, so that the list has two files; and alone, under a name of their own.
pub(super) fn yaml() -> Vec<Broken> {
    let texts = [
        ("nothing", String::new()),
        ("a word", "subscribers\n".to_owned()),
        ("a mapping", "ann@example.org: Ann\n".to_owned()),
        ("a list of words", "- ann@example.org\n- bad\n".to_owned()),
        ("a list of lists", "- [ann@example.org, Ann]\n".to_owned()),
        ("no email", "- { name: Ann }\n".to_owned()),
        (
            "wrong kinds",
            "- { email: [ann@example.org], name: { a: b }, tags: 7, status: [] }\n".to_owned(),
        ),
        (
            "a key twice",
            "- { email: ann@example.org, email: bob@example.org }\n".to_owned(),
        ),
        ("cut off", "- { email: ann@example.org, name: \"An".to_owned()),
        ("tabs", "-\temail: a\n\t name: b\n".to_owned()),
        (
            "a line end in a name",
            "- { email: ann@example.org, name: \"Ann\\r\\nBcc: x@example.org\" }\n".to_owned(),
        ),
        (
            "an alias bomb",
            format!(
                "- &a0 [x]\n{}",
                many(40, |n| format!("- &a{} [*a{n}, *a{n}, *a{n}]\n", n + 1))
            ),
        ),
        ("brackets 100,000 deep", "[".repeat(100_000)),
        ("1 MB of one letter", "x".repeat(1_000_000)),
        ("binary", "\u{1}\u{2}\u{3}".to_owned()),
    ];
    let alone = texts
        .iter()
        .map(|(name, text)| Broken::new(format!("YAML: {name}"), "subscribers/monthly.yaml", text));
    alone
        .chain([Broken::new(
            "a second file for a list",
            "subscribers/weekly.yaml",
            "- { email: ann@example.org }\n",
        )])
        .collect()
}
