//! Slots in drafts: what survives layout, and what is refused.

use digest_cli::edition::{Piece, Slotted};

use super::bench::{Bench, copy, open};

/// The HTML of a lead, slots open.
fn html(lead: &str) -> String {
    open(&Bench::lead(lead).edition().html)
}

fn text(lead: &str) -> String {
    open(&Bench::lead(lead).edition().text)
}

#[track_caller]
fn holds(text: &str, part: &str) {
    assert!(text.contains(part), "no `{part}` in:\n{text}");
}

#[track_caller]
fn refused(lead: &str, told: &str) {
    let faults = Bench::lead(lead).faults();
    assert!(faults.contains(told), "no `{told}` in:\n{faults}");
}

#[test]
fn slots_survive_paragraphs_links_emphasis_tables_and_bare_addresses() {
    let html = html(concat!(
        "Dear **{{ subscriber.name }}**, see [your {{ subscriber.city }} page](https://example.org/?u={{ subscriber.email }}&x=1 \"For {{ subscriber.name }}\").\n\n",
        "| a | b |\n|---|---|\n| {{ subscriber.city | default(\"x\") }} | c |\n\n",
        "https://example.org/{{ subscriber.email }} \"quoted\""
    ));
    holds(&html, ">{{ subscriber.name }}@text</strong>");
    holds(
        &html,
        "href=\"https://example.org/?u={{ subscriber.email }}@url&amp;x=1\" title=\"For {{ subscriber.name }}@attribute\"",
    );
    holds(&html, ">your {{ subscriber.city }}@text page</a>");
    holds(&html, ">{{ subscriber.city | default(\"x\") }}@text</td>");
    holds(&html, "href=\"https://example.org/{{ subscriber.email }}@url\"");
    holds(&html, "\"quoted\"");
}

#[test]
fn titles_headings_subjects_and_preheaders_may_hold_slots() {
    let mut bench = Bench::lead("Text.");
    bench.title = "News for *{{ subscriber.city }}*".to_owned();
    bench.heading = "For {{ subscriber.name }}".to_owned();
    bench.preheader = Some("Hello {{ subscriber.name }} & all".to_owned());
    let edition = bench.edition();
    let html = open(&edition.html);
    holds(&html, "<title>News for {{ subscriber.city }}@text</title>");
    holds(&html, "<em>{{ subscriber.city }}@text</em></h1>");
    holds(&html, "For {{ subscriber.name }}@text</h2>");
    holds(&html, "Hello {{ subscriber.name }}@text &amp; all</div>");
    assert_eq!(open(&edition.subject), "News for {{ subscriber.city }}@plain");
    bench.subject = Some("*Not* Markdown, {{ subscriber.name }} of {{ publication.title }}".to_owned());
    assert_eq!(
        open(&bench.edition().subject),
        "*Not* Markdown, {{ subscriber.name }}@plain of Eurasia <Weekly>"
    );
}

#[test]
fn what_is_the_same_for_everyone_is_filled_in_and_is_no_markdown() {
    let html = html(
        "No. {{ issue.number }} of {{ publication.title }}: {{ \"*a* [b](c)\" }} {% if issue.number > 3 %}many{% endif %}",
    );
    holds(&html, "No. 197 of Eurasia &lt;Weekly&gt;: *a* [b](c) many");
    let html = self::html("https://example.org/{{ issue.id }}");
    holds(&html, "href=\"https://example.org/2019-02-05-caspian\"");
}

#[test]
fn tags_in_code_are_text() {
    let html = html(
        "Write `{{ subscriber.name }}` or\n\n```\n{% if unclosed\n{% raw %}{{ a }}{% endraw %}\n```\n\n    {% endif %}\n",
    );
    holds(&html, "{{ subscriber.name }}</code>");
    holds(&html, "{% if unclosed\n{% raw %}{{ a }}{% endraw %}\n");
    holds(&html, "{% endif %}\n</code>");
    holds(
        &self::html("{% raw %}{{ subscriber.name }}{% endraw %}"),
        ">{{ subscriber.name }}</p>",
    );
}

#[test]
fn tags_in_the_code_of_a_heading_are_text() {
    let mut bench = Bench::lead("Text.");
    bench.heading =
        "The `{{fn}}` helper, `{{`, and {{ subscriber.name }} of `{{ subscriber.name }}`".to_owned();
    let html = open(&bench.edition().html);
    holds(
        &html,
        "The {{fn}} helper, {{, and {{ subscriber.name }}@text of {{ subscriber.name }}</h2>",
    );
}

#[test]
fn a_condition_around_blocks_leaves_nothing_behind() {
    let lead = "Before.\n\n{% if subscriber.tags %}\n\nTagged {{ subscriber.name }}.\n\n{% else %}\n\nPlain.\n\n{% endif %}\n\nAfter.";
    let edition = Bench::lead(lead).edition();
    let html = open(&edition.html);
    assert!(!html.contains("<p style=\"margin: 0 0 16px;\">{%"), "{html}");
    let with = copy(&edition.text, "Ana", &["x"]);
    holds(&with, "Before.\n\nTagged Ana.\n\nAfter.\n\n");
    let without = copy(&edition.text, "Ana", &[]);
    holds(&without, "Before.\n\nPlain.\n\nAfter.\n\n");
}

#[test]
fn a_condition_around_a_whole_bullet_takes_the_bullet_with_it() {
    let mut bench = Bench::lead("Text.");
    bench.bullets = vec![
        "{% if subscriber.tags %}Only some.{% endif %}".to_owned(),
        "All.".to_owned(),
    ];
    let edition = bench.edition();
    let html = copy(&edition.html, "Ana", &[]);
    assert_eq!(html.matches("<li").count(), 1, "{html}");
    assert_eq!(copy(&edition.html, "Ana", &["x"]).matches("<li").count(), 2);
    let text = copy(&edition.text, "Ana", &[]);
    holds(&text, "-------\n\n- All.\n");
    holds(&copy(&edition.text, "Ana", &["x"]), "- Only some.\n\n- All.\n");
}

#[test]
fn loops_over_a_subscribers_values_wait() {
    let edition =
        Bench::lead("Tags: {% for tag in subscriber.tags %}{{ loop.index }}. {{ tag }}; {% endfor %}done.")
            .edition();
    holds(
        &copy(&edition.html, "Ana", &["a", "b"]),
        "Tags: 1. a; 2. b; done.",
    );
}

#[test]
fn what_a_waiting_tag_needs_besides_comes_with_it() {
    let lead = concat!(
        "{% for list in publication.lists %}",
        "{% if list.name in subscriber.tags %}{{ list.title }}!{% elif issue.number in subscriber.tags %}number{% endif %}",
        "{% endfor %}."
    );
    let edition = Bench::lead(lead).edition();
    holds(
        &open(&edition.html),
        "{% set issue = {\"number\": 197} %}{% set list = {\"name\": \"weekly\"} %}{% if list.name in subscriber.tags %}",
    );
    holds(&copy(&edition.html, "Ana", &["weekly"]), ">Weekly bulletin!.<");
    holds(&copy(&edition.html, "Ana", &["other"]), ">.<");
}

#[test]
fn a_variable_set_for_a_subscriber_waits_wherever_it_is_set() {
    let lead = "{% set greeting = \"Hello\" %}{% if subscriber.tags %}{% set greeting = \"Salem, \" ~ subscriber.name %}{% endif %}{{ greeting }}!";
    let edition = Bench::lead(lead).edition();
    holds(&copy(&edition.html, "Ana", &[]), "Hello!");
    holds(&copy(&edition.html, "Ana", &["kk"]), "Salem, Ana!");
    let lead = "{% if subscriber.tags %}{% set word = \"a\" %}{% else %}{% set word = \"b\" %}{% endif %}{{ word }}.";
    let edition = Bench::lead(lead).edition();
    holds(
        &open(&edition.html),
        "{% set word = {}.word %}{% if subscriber.tags %}",
    );
    holds(&copy(&edition.html, "Ana", &[]), "b.");
}

#[test]
fn trimming_marks_are_done_at_stage_one() {
    let edition =
        Bench::lead("a   {{- subscriber.name -}}   b {%- if subscriber.tags -%} x {%- endif %} c").edition();
    holds(
        &open(&edition.html),
        ">a{{ subscriber.name }}@textb{% if subscriber.tags %}x{% endif %} c</p>",
    );
}

#[test]
fn comments_take_their_tags_with_them() {
    let html = html(
        "Text. <!-- {{ subscriber.name }} -->\n\n<!-- {% if subscriber.x %}y{% endif %} -->\n\n{# {{ subscriber.city }} #}More.",
    );
    assert!(!html.contains("subscriber"), "{html}");
    holds(&html, "More.");
}

#[test]
fn blocks_that_tear_elements_apart_are_refused_with_their_lines() {
    refused(
        "Text.\n\n{% if subscriber.tags %}\n- a\n- b\n{% endif %}\n",
        "drafts/x.md:9: `endif` stands in another element than its `if subscriber.tags` on line 6",
    );
    refused(
        "a {% if subscriber.tags %}b\n\nc{% endif %} d",
        "drafts/x.md:6: `endif` stands in another element",
    );
    refused(
        "*a {% if subscriber.tags %}b* c{% endif %}",
        "stands in another element",
    );
}

#[test]
fn blocks_that_do_not_nest_are_refused_with_their_lines() {
    refused(
        "a\n\n{% if subscriber.tags %}b",
        "drafts/x.md:6: `if` is never ended by `endif`",
    );
    refused(
        "a {% endif %}",
        "drafts/x.md:4: `endif` ends nothing that was begun here",
    );
    refused(
        "{% for a in subscriber.tags %}{% endif %}",
        "`endif` stands where `endfor` should",
    );
    refused("a {% else %}", "`else` stands in no `if`");
    refused(
        "a\n{{ subscriber.name",
        "drafts/x.md:5: `{{` opens a tag that is never closed",
    );
}

#[test]
fn what_cannot_wait_is_refused_with_its_line() {
    for tag in [
        "{% include subscriber.t %}",
        "{% filter replace(\"a\", subscriber.x) %}a{% endfilter %}",
        "{% set x %}{{ subscriber.x }}{% endset %}{% if subscriber.y %}{% set z %}a{% endset %}{% endif %}",
        "{% do subscriber.x %}",
        "{% autoescape subscriber.x %}a{% endautoescape %}",
        "{% for a in subscriber.tags recursive %}a{% endfor %}",
        "{% macro m(a=subscriber.name) %}a{% endmacro %}",
        "{% call(a) links.b() %}a{% endcall %}",
    ] {
        refused(&format!("a\n\n{tag}"), "drafts/x.md:6: `");
        refused(&format!("a\n\n{tag}"), "cannot wait for a subscriber's values");
    }
    refused(
        "{% set subscriber = 1 %}",
        "drafts/x.md:4: `subscriber` is the program's own name",
    );
    refused(
        "{% for links in issue.lists %}a{% endfor %}",
        "`links` is the program's own name",
    );
    refused(
        "{% for t in subscriber.tags %}{% break %}{% endfor %}",
        "`break` cannot wait",
    );
    refused(
        "{% set x = subscriber.a %}{% for x in issue.lists %}{{ x }}{% endfor %}",
        "`x` already holds a subscriber's value",
    );
    refused(
        "{% for l in issue.lists %}{% set y = l in subscriber.tags %}{% endfor %}{{ y }}",
        "`y` is set inside a `for` and used outside it",
    );
    refused(
        "{{ y }}{% set y = subscriber.name %}",
        "`y` holds a subscriber's value, and is used before it is set",
    );
    refused(
        "{% for l in issue.lists %}{{ loop.index ~ subscriber.name }}{% endfor %}",
        "`loop` cannot be carried along",
    );
    refused(
        "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(subscriber.name) }}",
        "`m` cannot be carried along",
    );
}

#[test]
fn filters_around_finished_slots_are_refused() {
    refused(
        "{% filter upper %}Dear {{ subscriber.name }}{% endfilter %}",
        "drafts/x.md:4: `subscriber.name`",
    );
    refused(
        "{% set x %}{{ subscriber.name }}{% endset %}a",
        "`subscriber.name` stands where readers never see it",
    );
}

#[test]
fn mistakes_in_tags_are_told_with_their_line() {
    refused("a\n\n{{ issue.nmae }}", "drafts/x.md:6: undefined value");
    refused("a\n\n{{ isue }}", "drafts/x.md:6: undefined value");
    refused(
        "a\n\n{% if issue.number = 3 %}{% endif %}",
        "drafts/x.md:6: syntax error",
    );
    refused("{% for x in range(100000000) %}a{% endfor %}", "drafts/x.md:4: ");
}

#[test]
fn a_slot_may_not_choose_where_a_link_leads() {
    let host = "would supply the scheme or host of an address";
    refused(
        "[a]({{ subscriber.url }})",
        &format!("drafts/x.md:4: `subscriber.url` {host}"),
    );
    refused("[a](https://{{ subscriber.host }}/)", host);
    refused("[a](https://example.org{{ subscriber.path }})", host);
    refused("[a](https:{{ subscriber.path }})", host);
    refused("[a]({{ links.unsubscribe or subscriber.url }})", host);
    refused("{{ subscriber.name }}@example.org", host);
    holds(
        &html("[leave]({{ links.unsubscribe }})"),
        "href=\"{{ links.unsubscribe }}@link\"",
    );
    holds(
        &html("[a](mailto:a@example.org?subject={{ subscriber.name }})"),
        "?subject={{ subscriber.name }}@url\"",
    );
    holds(
        &html("[a](https://example.org/{% if subscriber.tags %}a{% else %}b{% endif %})"),
        "href=\"https://example.org/{% if subscriber.tags %}a{% else %}b{% endif %}\"",
    );
}

#[test]
fn links_that_lead_nowhere_are_refused_with_their_line() {
    refused(
        "a\n\n[x](javascript:alert)",
        "drafts/x.md:6: a mail should not link to a `javascript:` address",
    );
    refused(
        "a\n\n[x](page.html)",
        "drafts/x.md:6: `page.html` is no whole address",
    );
    refused("[x](#top)", "is no whole address");
    refused(
        "![x](data:image/png;base64,AA)",
        "a picture cannot be shown from a `data:` address",
    );
    refused("![x](map.png)", "`map.png` is no whole address");
}

#[test]
fn html_in_drafts_is_refused_not_dropped() {
    refused(
        "a\n\n<div>text</div>",
        "drafts/x.md:6: a draft is Markdown: the HTML `<div>text</div>`",
    );
    refused("a <b>c</b>", "the HTML `<b>`");
    refused(
        "<a href=\"{{ subscriber.x }}\">a</a>",
        "the HTML `<a href=\"{{ subscriber.x }}\">`",
    );
}

#[test]
fn one_faulty_part_does_not_hide_another() {
    let mut bench = Bench::lead("[x](a.html)");
    bench.bullets = vec!["{{ subscriber.name".to_owned(), "{% set links = 1 %}".to_owned()];
    let faults = bench.faults();
    assert_eq!(faults.lines().count(), 3, "{faults}");
    holds(&faults, "drafts/x.md:8: `{{` opens a tag");
    holds(&faults, "drafts/x.md:9: `links` is");
}

#[test]
fn a_paragraph_with_slots_is_wrapped_when_it_is_filled() {
    let edition = Bench::lead(
        "> Dear {{ subscriber.name }}, look at [this](https://example.org/a?b={{ subscriber.email }}).",
    )
    .edition();
    let paragraph = edition.text.pieces.iter().find_map(|piece| match piece {
        Piece::Paragraph {
            content,
            first_indent,
            indent,
            width,
        } => Some((content, first_indent, indent, width)),
        _ => None,
    });
    let (content, first, indent, width) = paragraph.unwrap();
    assert_eq!(
        open(content),
        "Dear {{ subscriber.name }}@plain, look at this [1]."
    );
    assert_eq!((first.as_str(), indent.as_str(), *width), ("> ", "> ", 72));
    holds(
        &open(&edition.text),
        "[1] https://example.org/a?b={{ subscriber.email }}@url\n",
    );
}

#[test]
fn a_link_that_not_everyone_sees_has_no_note_that_everyone_sees() {
    let text = text(
        "{% if subscriber.tags %}\n\n[Offer](https://example.org/secret)\n\n{% endif %}\n\n[All](https://example.org/all) [again](https://example.org/all)",
    );
    holds(&text, "Offer <https://example.org/secret>");
    holds(&text, "All [1] again [1]");
    assert_eq!(text.matches("https://example.org/secret").count(), 1);
    assert_eq!(text.matches("https://example.org/all").count(), 1);
}

#[test]
fn equal_issues_give_equal_bytes() {
    let bench = Bench::lead(
        "Dear {{ subscriber.name }}, {% for l in publication.lists %}{% if l.name in subscriber.tags %}a{% endif %}{% endfor %}",
    );
    let (one, other) = (bench.edition(), bench.edition());
    assert_eq!(one.to_frozen_json(), other.to_frozen_json());
    assert_eq!(one.hash(), other.hash());
    assert_eq!(one.hash().len(), 64);
    let thawed: digest_cli::edition::Edition = serde_json::from_str(&one.to_frozen_json()).unwrap();
    assert_eq!(thawed, one);
    assert_ne!(Bench::lead("Other.").edition().hash(), one.hash());
}

#[test]
fn origins_name_the_file_and_line() {
    let edition = Bench::lead("a\n\nDear {{ subscriber.name }}").edition();
    let origin = |slotted: &Slotted| {
        slotted.pieces.iter().find_map(|piece| match piece {
            Piece::Value { origin, .. } => Some(origin.clone()),
            _ => None,
        })
    };
    assert_eq!(origin(&edition.html).as_deref(), Some("drafts/x.md:6"));
}
