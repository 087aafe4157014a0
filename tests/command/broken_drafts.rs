//! Drafts that nobody would want to be sent.

use crate::support::good_draft;

use super::broken_inputs::{Broken, DRAFT, many};

fn draft(name: &str, content: impl AsRef<[u8]>) -> Broken {
    Broken::new(name, DRAFT, content)
}

/// A good draft with more in its lead.
fn with_lead(more: &str) -> String {
    good_draft().replace("## Politics", &format!("{more}\n\n## Politics"))
}

/// A good draft with another front matter.
fn with_front(front: &str) -> String {
    let good = good_draft();
    let body = good
        .split_once("---\n# ")
        .map(|(_, body)| body)
        .unwrap_or_default();
    format!("{front}# {body}")
}

/// Files that are no UTF-8, or hardly.
pub(super) fn encodings() -> Vec<Broken> {
    let text = good_draft();
    let utf16 = |order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect::<Vec<_>>();
    let marked = |mark: [u8; 2], bytes: Vec<u8>| [mark.to_vec(), bytes].concat();
    let russian = text.replace("Caspian", "Каспий");
    let (windows_1251, ..) = encoding_rs::WINDOWS_1251.encode(&russian);
    let (koi8, ..) = encoding_rs::KOI8_R.encode(&russian);
    let (shift_jis, ..) = encoding_rs::SHIFT_JIS.encode("# 表紙\n\n本文です。\n");
    vec![
        draft(
            "UTF-16 LE with its mark",
            marked([0xFF, 0xFE], utf16(u16::to_le_bytes)),
        ),
        draft(
            "UTF-16 BE with its mark",
            marked([0xFE, 0xFF], utf16(u16::to_be_bytes)),
        ),
        draft("UTF-16 LE without a mark", utf16(u16::to_le_bytes)),
        draft("Windows-1251", windows_1251),
        draft("KOI8-R", koi8),
        draft("Shift JIS", shift_jis),
        draft("UTF-8 cut inside a character", &"Қ".as_bytes()[..1]),
        draft("overlong UTF-8", b"# T\n\n\xC0\xAF\n"),
        draft("a surrogate in UTF-8", b"# T\n\n\xED\xA0\x80\n"),
        draft("a picture", b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x01"),
        draft(
            "a Word document",
            b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0word/document.xml",
        ),
        draft("every byte there is", (0..=255).collect::<Vec<u8>>()),
        draft("one NUL", text.replace("widened", "wid\0ened")),
        draft("nothing", ""),
        draft("only a byte order mark", "\u{FEFF}"),
        draft("only line ends", "\r\n\r\r\n\n"),
        draft("two byte order marks", format!("\u{FEFF}\u{FEFF}{text}")),
        draft(
            "line ends of three kinds",
            text.replace(". ", ".\r").replace("\n- ", "\r\n- "),
        ),
    ]
}

/// What may stand at a draft's head.
pub(super) fn front_matters() -> Vec<Broken> {
    let bomb = many(30, |n| format!("a{}: &a{0} [*a{n}, *a{n}]\n", n + 1));
    let fronts = [
        ("none", String::new()),
        ("never closed", "---\nid: a\n".to_owned()),
        ("empty", "---\n---\n".to_owned()),
        ("a list", "---\n- id\n- date\n---\n".to_owned()),
        ("a word", "---\nword\n---\n".to_owned()),
        ("tabs", "---\nid:\ta\n\tdate: 2019-02-05\n---\n".to_owned()),
        ("a key twice", "---\nid: a\nid: b\ndate: 2019-02-05\n---\n".to_owned()),
        ("an alias bomb", format!("---\na0: &a0 x\n{bomb}id: a\n---\n")),
        ("an alias to itself", "---\nid: &a [*a]\n---\n".to_owned()),
        ("an anchor that is not there", "---\nid: *gone\n---\n".to_owned()),
        ("brackets 10,000 deep", format!("---\nid: {}\n---\n", "[".repeat(10_000))),
        ("mappings 5,000 deep", format!("---\n{}x\n---\n", "a: {".repeat(5_000))),
        ("an id that leaves the folder", "---\nid: ../../etc/passwd\ndate: 2019-02-05\nlists: [weekly]\n---\n".to_owned()),
        ("an id of two lines", "---\nid: \"a\\r\\nBcc: x@example.org\"\ndate: 2019-02-05\nlists: [weekly]\n---\n".to_owned()),
        ("an empty id", "---\nid: ''\ndate: 2019-02-05\nlists: [weekly]\n---\n".to_owned()),
        ("an id of 100,000 letters", format!("---\nid: {}\ndate: 2019-02-05\nlists: [weekly]\n---\n", "a".repeat(100_000))),
        ("an issue of 10^30", "---\nid: a\nissue: 1000000000000000000000000000000\ndate: 2019-02-05\n---\n".to_owned()),
        ("an issue below nought", "---\nid: a\nissue: -1\ndate: 2019-02-05\n---\n".to_owned()),
        ("a day that never was", "---\nid: a\ndate: 2019-02-30\n---\n".to_owned()),
        ("a year of six digits", "---\nid: a\ndate: 123456-01-01\n---\n".to_owned()),
        ("wrong kinds everywhere", "---\nid: [a]\nissue: {}\ndate: [1]\nauthor: 3\nlists: x\nstatus: [ready]\nsubject: {a: b}\n---\n".to_owned()),
        ("a list with a path", "---\nid: a\ndate: 2019-02-05\nlists: [../weekly]\n---\n".to_owned()),
        ("a subject of two lines", "---\nid: a\ndate: 2019-02-05\nauthor: aserik\nlists: [weekly]\nsubject: \"Hello\\r\\nBcc: x@example.org\"\n---\n".to_owned()),
        ("a subject with a tag that is not closed", "---\nid: a\ndate: 2019-02-05\nauthor: aserik\nlists: [weekly]\nsubject: \"{{ subscriber.name\"\n---\n".to_owned()),
        ("a subject of 100,000 letters", format!("---\nid: a\ndate: 2019-02-05\nauthor: aserik\nlists: [weekly]\nsubject: {}\n---\n", "ә".repeat(100_000))),
        ("a binary value", "---\nid: !!binary aGVsbG8=\n---\n".to_owned()),
        ("a tag of its own", "---\n!!python/object:os.system\nid: a\n---\n".to_owned()),
        ("two documents", "---\nid: a\n...\n---\nid: b\n---\n".to_owned()),
        ("a control character", "---\nid: a\u{1b}[31mred\n---\n".to_owned()),
        ("an unknown key with an escape", "---\n\"\\e[31mx\": 1\nid: a\n---\n".to_owned()),
        ("an unknown key of 1 MB", format!("---\n{}: 1\nid: a\n---\n", "k".repeat(1_000_000))),
        ("a thousand unknown keys", format!("---\n{}---\n", many(1_000, |n| format!("k{n}: 1\n")))),
    ];
    fronts
        .iter()
        .map(|(name, front)| draft(&format!("front matter: {name}"), with_front(front)))
        .collect()
}

/// Marks within marks within marks.
pub(super) fn nested() -> Vec<Broken> {
    let deep = 10_000;
    let texts = [
        ("quotes", "> ".repeat(deep) + "a"),
        ("lists", "- ".repeat(deep) + "a"),
        ("quotes and lists", "> - ".repeat(deep) + "a"),
        ("brackets", "[".repeat(deep) + "a" + &"]".repeat(deep)),
        ("links", "[".repeat(deep) + "a" + &"](b)".repeat(deep)),
        ("images", "![".repeat(deep) + "a" + &"](b)".repeat(deep)),
        ("emphasis", "*a _b ".repeat(deep) + &"b_ a* ".repeat(deep)),
        ("stars", "*".repeat(deep)),
        ("elements", "<div>".repeat(deep)),
        ("elements inside a line", "a <b>".repeat(deep)),
        ("tags", "{{".repeat(deep)),
        ("conditions", "{% if a %}".repeat(deep)),
        (
            "parentheses in a tag",
            format!("{{{{ {}1{} }}}}", "(".repeat(deep), ")".repeat(deep)),
        ),
        (
            "lists in a tag",
            format!("{{{{ {}{} }}}}", "[".repeat(deep), "]".repeat(deep)),
        ),
        ("nots in a tag", format!("{{{{ {}true }}}}", "not ".repeat(deep))),
        (
            "filters in a tag",
            format!("{{{{ subscriber.name{} }}}}", "|upper".repeat(deep)),
        ),
        (
            "parentheses in a subscriber's tag",
            format!(
                "{{{{ {}subscriber.name{} }}}}",
                "(".repeat(deep),
                ")".repeat(deep)
            ),
        ),
        ("indented items", many(500, |n| "  ".repeat(n) + "- a\n")),
    ];
    texts
        .iter()
        .map(|(name, text)| draft(&format!("many {name}"), with_lead(text)))
        .collect()
}

/// Much of one thing.
pub(super) fn endless() -> Vec<Broken> {
    let texts = [
        ("a line of 1 MB", "word ".repeat(200_000)),
        ("a word of 1 MB", "w".repeat(1_000_000)),
        ("a line of 1 MB without spaces, in Kazakh", "ұ".repeat(500_000)),
        ("1 MB of joined emoji", "👩\u{200d}".repeat(140_000)),
        (
            "1 MB of combining marks",
            format!("a{}", "\u{301}".repeat(500_000)),
        ),
        (
            "5,000 footnotes",
            many(5_000, |n| format!("a[^{n}]\n\n[^{n}]: b\n\n")),
        ),
        (
            "5,000 links",
            many(5_000, |n| format!("[a](https://example.org/{n})\n")),
        ),
        (
            "5,000 definitions",
            many(5_000, |n| {
                format!("[a{n}]\n\n[a{n}]: https://example.org/{n}\n\n")
            }),
        ),
        ("5,000 headings", many(5_000, |n| format!("### {n}\n\n"))),
        ("1,000 slots", "{{ subscriber.name }} ".repeat(1_000)),
        (
            "500 conditions",
            "{% if subscriber.name %}a{% endif %} ".repeat(500),
        ),
        (
            "a table of 500 columns",
            format!(
                "{}|\n{}|\n{}|\n",
                "| a ".repeat(500),
                "|---".repeat(500),
                "| b ".repeat(500)
            ),
        ),
        (
            "an address of 100,000 letters",
            format!("[a](https://example.org/{})", "a".repeat(100_000)),
        ),
        ("5,000 backticks", "`a ``b ".repeat(2_500)),
        ("5,000 typed bullets", "• typed\n".repeat(5_000)),
        (
            "5,000 unknown sections",
            many(5_000, |n| format!("## Section {n}\n\n- a\n\n")),
        ),
    ];
    texts
        .iter()
        .map(|(name, text)| draft(name, with_lead(text)))
        .collect()
}

/// Markdown and HTML that go wrong.
pub(super) fn marks() -> Vec<Broken> {
    let texts = [
        ("a fence that is never closed", "```rust\nlet a = 1;"),
        ("a comment that is never closed", "<!-- a note to self"),
        ("a script that is never closed", "<script>alert(1)"),
        ("a style that is never closed", "<style>p { color: red"),
        ("an element that is never closed", "<a href=\"https://example.org"),
        ("CDATA that is never closed", "<![CDATA[ a"),
        ("a processing instruction", "<?php echo 1;"),
        ("a link that is never closed", "[a](https://example.org"),
        ("a footnote without its text", "a[^nowhere]"),
        (
            "footnotes that name each other",
            "a[^1]\n\n[^1]: b[^2]\n[^2]: c[^1]",
        ),
        ("table tags astray", "</td></tr></table></body></html>"),
        ("an address that runs a script", "[a](javascript:alert(1))"),
        ("an address of no form", "[a](https://[::1)"),
        ("typed bullets", "• one\n• two"),
        ("right-to-left marks", "\u{202E}txt.exe\u{202C}"),
        ("line and paragraph separators", "a\u{2028}b\u{2029}c\u{85}d"),
        ("an escape sequence", "a\u{1b}[2Jb\u{7}c\u{9b}d"),
        ("private characters", "\u{E091}a\u{F8FF}\u{10FFFD}"),
    ];
    texts
        .iter()
        .map(|(name, text)| draft(name, with_lead(text)))
        .collect()
}

/// Tags that cannot be filled.
#[expect(clippy::too_many_lines, reason = "a table of cases")]
pub(super) fn tags() -> Vec<Broken> {
    let texts = [
        ("a tag that is never closed", "{{ subscriber.name"),
        ("a block that is never closed", "{% if subscriber.name %}a"),
        ("an end without a block", "{% endif %}"),
        ("an else without an if", "{% else %}"),
        ("a filter that is not there", "{{ subscriber.name | uper }}"),
        ("a function that is not there", "{{ now() }}"),
        ("a variable that is not there", "{{ isue.title }}"),
        ("a field that is not there", "{{ subscriber.shoe_size }}"),
        ("arithmetic with text", "{{ subscriber.name + 1 }}"),
        ("division by nought", "{{ 1 / 0 }}"),
        ("a power without an end", "{{ 10 ** 1000000 }}"),
        ("text without an end", "{{ \"a\" * 1000000000 }}"),
        (
            "a loop without an end",
            "{% for i in range(100000000) %}a{% endfor %}",
        ),
        (
            "a loop in a loop",
            "{% for i in range(9999) %}{% for j in range(9999) %}{% endfor %}{% endfor %}",
        ),
        (
            "a loop for each subscriber",
            "{% for i in range(10000) %}{{ subscriber.name }}{% endfor %}",
        ),
        (
            "a loop without an end for each subscriber",
            "{% if subscriber.name %}{% for i in range(9999) %}{% for j in range(9999) %}x{% endfor %}{% endfor %}{% endif %}",
        ),
        (
            "a macro that calls itself",
            "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
        ),
        ("an include of itself", "{% include \"draft\" %}"),
        ("an include of a file", "{% include \"/etc/passwd\" %}"),
        ("an extended file", "{% extends \"issue.html\" %}"),
        ("an import", "{% import \"issue.html\" as a %}"),
        ("a set that is never ended", "{% set a %}b"),
        ("raw that is never ended", "{% raw %}a"),
        ("the program's own name", "{{ __later(1) }}"),
        ("a slot for a link's host", "[a](https://{{ subscriber.name }}/)"),
        ("a slot for a link's scheme", "[a]({{ subscriber.name }}:x)"),
        (
            "a slot between table tags",
            "<table>{{ subscriber.name }}<tr><td>a</td></tr></table>",
        ),
        (
            "a slot in a script",
            "<script>var a = '{{ subscriber.name }}'</script>",
        ),
        ("a quote that is never closed in a tag", "{{ \"a }}"),
        ("an emoji in a tag", "{{ 👩 }}"),
        ("nothing in a tag", "{{ }} {% %}"),
    ];
    let slots = texts.iter().map(|(name, text)| draft(name, with_lead(text)));
    let splits = draft(
        "a block that spans sections",
        good_draft()
            .replace("Four", "{% if subscriber.name %}Four")
            .replace("## Society", "{% endif %}\n\n## Society"),
    );
    slots.chain([splits]).collect()
}

/// Drafts that lack a part, or have one too many.
pub(super) fn parts() -> Vec<Broken> {
    let good = good_draft();
    vec![
        draft("no title", good.replace("# Caspian crossroads", "")),
        draft("an empty title", good.replace("# Caspian crossroads", "#")),
        draft(
            "a title of two lines in code",
            good.replace("# Caspian crossroads", "# `a\u{b}b`"),
        ),
        draft(
            "a title of a slot alone",
            good.replace("# Caspian crossroads", "# {{ subscriber.name }}"),
        ),
        draft(
            "a title of 100,000 words",
            good.replace("# Caspian crossroads", &format!("# {}", "word ".repeat(100_000))),
        ),
        draft(
            "twenty titles",
            good.replace("# Caspian crossroads", &"# Title\n".repeat(20)),
        ),
        draft(
            "every section twice",
            format!(
                "{good}\n{}",
                good.split_once("## ")
                    .map(|(_, rest)| format!("## {rest}"))
                    .unwrap_or_default()
            ),
        ),
        draft(
            "sections turned about",
            good.replace("Politics and Security", "X")
                .replace("Society and Culture", "Politics and Security")
                .replace("## X", "## Society and Culture"),
        ),
    ]
}
