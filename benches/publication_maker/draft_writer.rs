//! One draft, written at random.

use jiff::civil::Date;

use super::prose::Prose;
use super::wrapped::wrapped;

/// The sections, as digest.yaml has them.
const SECTIONS: [&str; 3] = [
    "Politics, Foreign Affairs, and Security",
    "Economy, Finance, and Energy",
    "Society and Culture",
];
/// How many items each of them has.
const ITEMS: usize = 10;
/// An item has at least so many words.
const ITEM_WORDS: usize = 32;
/// The last paragraph of every lead.
const CLOSING: &str = "We will be back in a week. Until then, **thank you for reading**, \
    {{ subscriber.name | default(\"reader\", true) }}; letters reach us at [the editors' desk](mailto:editors@example.org).\n";

/// Writes a draft of about so many bytes that keeps to the house style.
pub(super) fn write_draft(issue: u64, date: Date, bytes: usize) -> String {
    let mut prose = Prose::new(issue, date);
    // Some people's editors wrap what they type.
    let writer = if issue.is_multiple_of(2) {
        wrapped
    } else {
        unwrapped
    };
    let sections: String = SECTIONS
        .iter()
        .map(|heading| section(heading, &mut prose, writer))
        .collect();
    let mut draft = [
        head(issue, date, &mut prose),
        writer("", &prose.paragraph(4)),
        "\n".to_owned(),
        list(&mut prose, writer),
        "\n".to_owned(),
        writer("> ", &prose.sentences(2)),
    ]
    .concat();
    while draft.len() + sections.len() < bytes {
        draft += "\n";
        draft += &writer("", &prose.paragraph(3));
    }
    format!("{draft}\n{CLOSING}{sections}")
}

fn head(issue: u64, date: Date, prose: &mut Prose) -> String {
    let title = prose.title();
    let opening = prose.opening();
    format!(
        "---\n\
         id: {date}-issue\n\
         issue: {issue}\n\
         date: {date}\n\
         author: desk\n\
         lists: [weekly]\n\
         status: ready\n\
         ---\n\
         \n\
         # {title}\n\
         \n\
         Dear {{{{ subscriber.name | default(\"reader\", true) }}}},\n\
         \n\
         {opening}\n\
         \n\
         {{% if subscriber.city %}}Greetings to {{{{ subscriber.city }}}}, where some of you read us.{{% endif %}} *Here is the week.*\n\
         \n"
    )
}

fn list(prose: &mut Prose, writer: fn(&str, &str) -> String) -> String {
    let entries = (1..=3).map(|number| writer(&format!("{number}. "), &prose.sentences(1)));
    entries.collect()
}

fn section(heading: &str, prose: &mut Prose, writer: fn(&str, &str) -> String) -> String {
    let items: String = (0..ITEMS)
        .map(|_| writer("- ", &prose.item(ITEM_WORDS)))
        .collect();
    format!("\n## {heading}\n\n{items}")
}

/// A paragraph on one line, behind a marker.
fn unwrapped(marker: &str, text: &str) -> String {
    format!("{marker}{text}\n")
}
