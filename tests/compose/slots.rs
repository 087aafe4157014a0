//! What slots see, how values are escaped, and when a copy cannot be filled.

use std::sync::Arc;

use digest_cli::compose::{ComposeError, Composer, Links, plain};
use digest_cli::edition::{Edition, Piece, Place, Slotted};
use digest_cli::subscriber::Profile;

use super::fixture::{DATE, edition, fixed, key, named, profile, slotted, statement, value};

fn links() -> Links {
    Links {
        url: Some("https://news.example.org/u?a=1&b=2".to_owned()),
        mailto: Some("mailto:leave@example.org".to_owned()),
    }
}

fn filled(pieces: impl Into<Vec<Piece>>, profile: &Profile) -> String {
    plain(&slotted(pieces), profile, &links()).expect("a text that can be filled")
}

fn text(expression: &str) -> String {
    filled([value(expression, Place::Text)], &profile())
}

fn refusal(pieces: impl Into<Vec<Piece>>) -> String {
    plain(&slotted(pieces), &profile(), &links())
        .expect_err("a text that cannot be filled")
        .reason
}

fn composes(edition: Edition) -> Result<Composer, ComposeError> {
    Composer::new(Arc::new(edition), key(), "live", DATE)
}

#[test]
fn slots_see_the_subscriber_and_the_links() {
    assert_eq!(text("subscriber.email"), "anna@example.com");
    assert_eq!(text("subscriber.name"), "Anna");
    assert_eq!(text("subscriber.city"), "Almaty");
    assert_eq!(text("subscriber['city']"), "Almaty");
    assert_eq!(text("subscriber.tags | join(', ')"), "politics, energy");
    assert_eq!(text("'energy' in subscriber.tags"), "True");
    assert_eq!(text("links.unsubscribe"), "https://news.example.org/u?a=1&b=2");
}

#[test]
fn what_is_missing_or_empty_takes_its_default() {
    for missing in ["subscriber.empty", "subscriber.unheard_of", "subscriber.language"] {
        assert_eq!(text(&format!("{missing} | default(\"reader\")")), "reader");
    }
    let greeting = [value("subscriber.name | default('reader')", Place::Text)];
    assert_eq!(filled(greeting.clone(), &named("")), "reader");
    assert_eq!(filled(greeting, &named(" ")), "reader");
}

#[test]
fn what_is_missing_without_default_names_its_tag_and_line() {
    for missing in ["subscriber.zip", "subscriber.empty", "subscriber.zip.zap"] {
        assert_eq!(
            refusal([
                fixed("a\nb"),
                value("subscriber.name", Place::Text),
                value(missing, Place::HtmlText)
            ]),
            format!("drafts/a.md:7: `{{{{ {missing} }}}}`: no value")
        );
    }
}

#[test]
fn a_filter_does_not_make_a_missing_value_a_silent_nothing() {
    assert!(refusal([value("subscriber.zip | upper", Place::Text)]).ends_with(": no value"));
    assert!(refusal([value("subscriber.zip | trim", Place::Text)]).ends_with(": no value"));
}

#[test]
fn a_condition_may_ask_for_what_is_missing() {
    let pieces = [
        statement("if subscriber.zip"),
        fixed("zip"),
        statement("elif subscriber.empty"),
        fixed("empty"),
        statement("else"),
        fixed("neither"),
        statement("endif"),
    ];
    assert_eq!(filled(pieces, &profile()), "neither");
    assert_eq!(text("'vip' if 'vip' in subscriber.tags"), "");
}

#[test]
fn lists_tables_and_none_are_no_text() {
    for (expression, reason) in [
        ("subscriber.tags", "not text; `join` makes a list into text"),
        ("subscriber", "not text; `join` makes a list into text"),
        ("none", "no value"),
    ] {
        assert_eq!(
            refusal([value(expression, Place::Text)]),
            format!("drafts/a.md:7: `{{{{ {expression} }}}}`: {reason}")
        );
    }
}

#[test]
fn a_value_is_escaped_for_its_place() {
    let hostile = named("<b a=\"1\" c='2'>&\r\n\0é/?");
    let at = |place| filled([value("subscriber.name", place)], &hostile);
    assert_eq!(at(Place::Text), "<b a=\"1\" c='2'>&   é/?");
    assert_eq!(at(Place::HtmlText), "&lt;b a=\"1\" c='2'&gt;&amp;   é/?");
    assert_eq!(
        at(Place::HtmlAttribute),
        "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;   é/?"
    );
    assert_eq!(
        at(Place::UrlPart),
        "%3Cb%20a%3D%221%22%20c%3D%272%27%3E%26%0D%0A%00%C3%A9%2F%3F"
    );
    assert_eq!(
        filled([value("links.unsubscribe", Place::Link)], &hostile),
        "https://news.example.org/u?a=1&amp;b=2"
    );
}

#[test]
fn no_filter_lets_a_value_in_unescaped_or_twice_escaped() {
    for filter in ["safe", "escape", "e", "upper | safe"] {
        let expression = format!("subscriber.name | {filter}");
        assert_eq!(
            filled([value(&expression, Place::HtmlText)], &named("<X&>")),
            "&lt;X&amp;&gt;",
            "{filter}"
        );
    }
}

#[test]
fn fixed_text_is_never_taken_for_a_tag() {
    let text = "{{ subscriber.name }} {% if x %} {# note #} {{ }} %} }} __fixed[0]\n\n";
    assert_eq!(filled([fixed(text)], &profile()), text);
}

#[test]
fn statements_repeat_and_bind() {
    let pieces = [
        statement("set greeting = subscriber.name ~ '!'"),
        statement("for tag in subscriber.tags"),
        fixed("- "),
        value("tag", Place::Text),
        statement("if not loop.last"),
        fixed("\n"),
        statement("endif"),
        statement("endfor"),
        value("greeting", Place::Text),
    ];
    assert_eq!(filled(pieces, &profile()), "- politics\n- energyAnna!");
}

#[test]
fn what_was_set_within_a_condition_or_a_paragraph_is_known_behind_it() {
    let bind = [
        statement("if subscriber.city"),
        statement("set town = subscriber.city"),
        statement("endif"),
    ];
    let ask = [
        statement("if town"),
        value("town", Place::Text),
        statement("else"),
        fixed("nowhere"),
        statement("endif"),
    ];
    let in_order = [&bind[..], &[fixed(": ")], &ask].concat();
    assert_eq!(filled(in_order, &profile()), ": Almaty");
    let paragraph = |content: &[Piece]| Piece::Paragraph {
        content: slotted(content),
        first_indent: String::new(),
        indent: String::new(),
        width: 72,
    };
    let in_paragraphs = [paragraph(&bind), paragraph(&ask)];
    assert_eq!(filled(in_paragraphs, &profile()), "Almaty");
}

#[test]
fn a_paragraph_is_filled_and_then_wrapped() {
    let paragraph = Piece::Paragraph {
        content: slotted([
            fixed("Dear "),
            value("subscriber.name", Place::Text),
            fixed(", there is much to say about the Caspian this week."),
        ]),
        first_indent: "- ".to_owned(),
        indent: "  ".to_owned(),
        width: 24,
    };
    assert_eq!(
        filled(
            [fixed("\n"), paragraph.clone(), fixed("\n")],
            &named("Anna Maria Longname")
        ),
        "\n- Dear Anna Maria\n  Longname, there is\n  much to say about the\n  Caspian this week.\n"
    );
    assert!(
        filled([paragraph], &named("B"))
            .lines()
            .all(|line| line.len() <= 24)
    );
}

#[test]
fn a_link_in_a_paragraph_stays_whole() {
    let url = "https://news.example.org/a-long-path/with-dashes/and/slashes?and=a&query=too";
    let paragraph = Piece::Paragraph {
        content: slotted([
            fixed("Read, "),
            value("subscriber.name", Place::Text),
            fixed(&format!(", at {url} or not.")),
        ]),
        first_indent: String::new(),
        indent: String::new(),
        width: 30,
    };
    assert_eq!(
        filled([paragraph], &profile()),
        format!("Read, Anna, at\n{url}\nor not.")
    );
}

#[test]
fn a_paragraph_in_a_script_without_spaces_wraps() {
    let paragraph = Piece::Paragraph {
        content: slotted([value("subscriber.name", Place::Text)]),
        first_indent: String::new(),
        indent: String::new(),
        width: 10,
    };
    assert_eq!(filled([paragraph], &named("東京都千代田区")), "東京都千代\n田区");
}

#[test]
fn a_loop_without_end_in_sight_runs_out_of_fuel() {
    let mut pieces: Vec<Piece> = (0..4).map(|_| statement("for i in range(9999)")).collect();
    pieces.push(fixed("x"));
    pieces.extend((0..4).map(|_| statement("endfor")));
    let reason = refusal(pieces);
    assert!(reason.ends_with("takes too long to fill"), "{reason}");
}

#[test]
fn an_edition_whose_tags_make_no_sense_is_refused_with_the_tag() {
    let refused = |pieces: Vec<Piece>| {
        composes(Edition {
            text: slotted(pieces),
            ..edition()
        })
        .expect_err("a refusal")
        .to_string()
    };
    let broken = refused(vec![fixed("\n\n"), value("subscriber.", Place::Text)]);
    assert!(
        broken.starts_with("drafts/a.md:7: `{{ subscriber. }}`: "),
        "{broken}"
    );
    let escaping = refused(vec![value("a }}{{ b", Place::Text)]);
    assert!(
        escaping.starts_with("drafts/a.md:7: `{{ a }}{{ b }}`: "),
        "{escaping}"
    );
    let open = refused(vec![
        value("subscriber.name", Place::Text),
        statement("if subscriber.name"),
    ]);
    assert!(
        open.starts_with("drafts/a.md:9: `{% if subscriber.name %}`: "),
        "{open}"
    );
}

#[test]
fn statements_that_capture_or_fetch_are_refused() {
    for tag in [
        "set x",
        "filter upper",
        "include 'x'",
        "macro f()",
        "raw",
        "if x %}{% raw",
    ] {
        let refused = composes(Edition {
            html: slotted([statement(tag)]),
            ..edition()
        });
        assert_eq!(
            refused.err(),
            Some(ComposeError::Statement {
                origin: "drafts/a.md:9".to_owned(),
                tag: format!("{{% {tag} %}}"),
            })
        );
    }
}

#[test]
fn links_that_an_edition_does_not_have_are_missing() {
    let text = slotted([value("links.unsubscribe | default('none')", Place::Text)]);
    assert_eq!(plain(&text, &profile(), &Links::default()).as_deref(), Ok("none"));
}

#[test]
fn an_empty_text_stays_empty() {
    assert_eq!(
        plain(&Slotted::default(), &profile(), &links()).as_deref(),
        Ok("")
    );
}
