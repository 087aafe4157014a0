//! What arrives is what the plain way gives, for every text and every reader.

use digest_cli::compose::{Links, Token, UnsubscribeLinks, plain};
use digest_cli::edition::{Edition, Piece, Place, Slotted};
use digest_cli::foundation::Address;
use digest_cli::message::Message;
use digest_cli::subscriber::Profile;
use mail_parser::{MessageParser, PartType};
use proptest::prelude::*;

use super::fixture::{
    Anatomy, composer, decoded, edition, fixed, key, slotted, statement, try_compose, value,
};

/// A document as the test means it: its pieces, and what they come to, are made from this by two ways that share nothing.
#[derive(Debug, Clone)]
enum Node {
    Fixed(String),
    Field(&'static str, Place),
    If(Question, Vec<Node>, Vec<Node>),
    /// With an `elif`.
    IfElse([Question; 2], [Vec<Node>; 3]),
    EachTag(Vec<Node>),
    Paragraph(Vec<Node>, usize),
}

/// What a condition asks of a field: in words that need no template, or in such that do.
#[derive(Debug, Clone, Copy)]
enum Question {
    Has(&'static str),
    Lacks(&'static str),
    IsDefined(&'static str),
    HasTags,
}

impl Question {
    fn written(self) -> String {
        match self {
            Self::Has(name) => format!("subscriber.{name}"),
            Self::Lacks(name) => format!("not subscriber.{name}"),
            Self::IsDefined(name) => format!("subscriber.{name} is defined"),
            Self::HasTags => "subscriber.tags".to_owned(),
        }
    }

    fn answer(self, reader: &Profile) -> bool {
        match self {
            Self::Has(name) | Self::IsDefined(name) => field(reader, name).is_some(),
            Self::Lacks(name) => field(reader, name).is_none(),
            Self::HasTags => !reader.tags.is_empty(),
        }
    }
}

const FIELDS: &[&str] = &["name", "city", "email", "note"];

fn pieces(nodes: &[Node]) -> Vec<Piece> {
    nodes.iter().flat_map(node_pieces).collect()
}

fn node_pieces(node: &Node) -> Vec<Piece> {
    match node {
        Node::Fixed(text) => vec![fixed(text)],
        Node::Field(name, place) => vec![value(
            &format!("subscriber.{name} | default('nobody & \"co\"')"),
            *place,
        )],
        Node::If(question, then, otherwise) => [
            vec![statement(&format!("if {}", question.written()))],
            pieces(then),
            vec![statement("else")],
            pieces(otherwise),
            vec![statement("endif")],
        ]
        .concat(),
        Node::IfElse([first, second], [then, instead, otherwise]) => [
            vec![statement(&format!(" if {} ", first.written()))],
            pieces(then),
            vec![statement(&format!("elif {}", second.written()))],
            pieces(instead),
            vec![statement(" else ")],
            pieces(otherwise),
            vec![statement("endif ")],
        ]
        .concat(),
        Node::EachTag(body) => [
            vec![statement("for tag in subscriber.tags")],
            pieces(body),
            vec![value("tag", Place::HtmlText), statement("endfor")],
        ]
        .concat(),
        Node::Paragraph(content, width) => vec![Piece::Paragraph {
            content: slotted(pieces(content)),
            first_indent: "  ".to_owned(),
            indent: "    ".to_owned(),
            width: *width,
        }],
    }
}

/// What a document comes to for a reader, paragraphs unwrapped.
fn meant(nodes: &[Node], reader: &Profile) -> String {
    nodes
        .iter()
        .map(|node| match node {
            Node::Fixed(text) => text.clone(),
            Node::Field(name, place) => escaped(field(reader, name).unwrap_or("nobody & \"co\""), *place),
            Node::If(question, then, _) if question.answer(reader) => meant(then, reader),
            Node::If(_, _, otherwise) => meant(otherwise, reader),
            Node::IfElse(questions, bodies) => {
                let first = questions.iter().position(|question| question.answer(reader));
                meant(&bodies[first.unwrap_or(2)], reader)
            }
            Node::EachTag(body) => reader
                .tags
                .iter()
                .map(|tag| meant(body, reader) + &escaped(tag, Place::HtmlText))
                .collect(),
            Node::Paragraph(content, _) => meant(content, reader),
        })
        .collect()
}

fn field<'a>(reader: &'a Profile, name: &str) -> Option<&'a str> {
    let value = match name {
        "name" => &reader.name,
        "email" => &reader.email,
        other => reader.fields.get(other)?,
    };
    (!value.trim().is_empty()).then_some(value)
}

fn escaped(value: &str, place: Place) -> String {
    if place == Place::UrlPart {
        return value
            .bytes()
            .map(|b| match b {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                    char::from(b).to_string()
                }
                _ => format!("%{b:02X}"),
            })
            .collect();
    }
    let line = value.replace(
        |c: char| c.is_control() || c == '\u{2028}' || c == '\u{2029}',
        " ",
    );
    let text = line
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    match place {
        Place::Text => line,
        Place::HtmlText => text,
        _ => text.replace('"', "&quot;").replace('\'', "&#39;"),
    }
}

/// A few letters of each of many scripts, one script at a time or several mixed.
fn every_script() -> impl Strategy<Value = String> {
    let letters = [
        'a', 'ß', 'ğ', 'α', 'ж', 'қ', 'Ա', 'ა', 'ש', 'ع', 'پ', 'ܐ', 'ހ', 'अ', 'ক', 'ਕ', 'ક', 'ଓ', 'க', 'క',
        'ಕ', 'ക', 'ක', 'ก', 'ກ', 'ཀ', 'က', 'ក', 'ᠮ', 'አ', 'Ꭰ', 'ᐁ', 'ᚠ', 'ⴰ', 'ꯀ', 'あ', 'ア', '漢', 'ㄅ',
        '한', 'ꀀ', '𐌰', '𐎀', '𓀀', '𝒜', '𞤀', '\u{301}', '\u{5b0}', '\u{94d}', '\u{200d}',
    ];
    proptest::collection::vec((proptest::sample::select(letters.to_vec()), 1_usize..40), 0..12).prop_map(
        |runs| {
            runs.into_iter()
                .map(|(letter, times)| String::from(letter).repeat(times) + " ")
                .collect()
        },
    )
}

fn written() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("\n".to_owned()),
        Just("\n\n.\nFrom me\n..\n".to_owned()),
        Just(" \t \n".to_owned()),
        Just("\r\n".to_owned()),
        Just("{{ subscriber.name }}{% raw %}{#".to_owned()),
        Just("=20=\n--=_x--\n".to_owned()),
        Just("<p class=\"a\">Қазақстан &amp; Азия</p>".to_owned()),
        Just("你好，世界。これは長い文章です。".to_owned()),
        Just("مرحبا بالعالم שלום".to_owned()),
        Just("👩‍👩‍👧‍👦 🇰🇿 ".to_owned()),
        every_script(),
        "[a-zA-Z .,=]{0,90}",
        "\\PC{0,30}",
        (0_usize..300).prop_map(|n| "x".repeat(n)),
    ];
    proptest::collection::vec(piece, 0..5).prop_map(|pieces| pieces.concat())
}

fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("\r\n.\r\nMAIL FROM:<eve@example.com>\r\n".to_owned()),
        Just("\0\u{2028}\u{85}\u{1b}".to_owned()),
        Just("{{ 7 * 7 }}{% endif %}".to_owned()),
        Just("\"><script>alert('x')</script>&amp;".to_owned()),
        Just("=?utf-8?Q?x?= =3D=\r\n".to_owned()),
        Just("\u{202e}\u{200f}".to_owned()),
        Just("From . ".to_owned()),
        every_script(),
        "[a-z ]{0,40}",
        "\\PC{0,20}",
        (0_usize..5000).prop_map(|n| "w".repeat(n)),
    ];
    proptest::collection::vec(piece, 0..4).prop_map(|pieces| pieces.concat())
}

fn place() -> impl Strategy<Value = Place> {
    prop_oneof![
        Just(Place::HtmlText),
        Just(Place::HtmlAttribute),
        Just(Place::UrlPart),
        Just(Place::Link),
        Just(Place::Text),
    ]
}

fn question() -> impl Strategy<Value = Question> {
    let name = || proptest::sample::select(FIELDS);
    prop_oneof![
        3 => name().prop_map(Question::Has),
        1 => name().prop_map(Question::Lacks),
        1 => name().prop_map(Question::IsDefined),
        1 => Just(Question::HasTags),
    ]
}

fn document() -> impl Strategy<Value = Vec<Node>> {
    let leaf = prop_oneof![
        3 => written().prop_map(Node::Fixed),
        2 => (proptest::sample::select(FIELDS), place()).prop_map(|(name, place)| Node::Field(name, place)),
    ];
    let node = leaf.prop_recursive(3, 16, 4, |inner| {
        let body = || proptest::collection::vec(inner.clone(), 0..4);
        prop_oneof![
            (question(), body(), body())
                .prop_map(|(question, then, otherwise)| Node::If(question, then, otherwise)),
            ([question(), question()], [body(), body(), body()])
                .prop_map(|(questions, bodies)| Node::IfElse(questions, bodies)),
            body().prop_map(Node::EachTag),
            (body(), 10_usize..80).prop_map(|(content, width)| Node::Paragraph(content, width)),
        ]
    });
    proptest::collection::vec(node, 0..6)
}

fn reader() -> impl Strategy<Value = Profile> {
    let address = prop_oneof![
        4 => Just("anna@example.com".to_owned()),
        1 => Just("o'neil+x&y@пример.example".to_owned()),
        1 => Just("анна@example.com".to_owned()),
    ];
    (
        address,
        hostile(),
        hostile(),
        proptest::collection::vec(hostile(), 0..3),
    )
        .prop_map(|(email, name, city, tags)| Profile {
            email,
            name,
            language: None,
            tags,
            fields: [("city".to_owned(), city)].into(),
        })
}

/// Text as it is once line ends are `\n` and the last line is ended.
fn as_read(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    if text.is_empty() || text.ends_with('\n') {
        text
    } else {
        text + "\n"
    }
}

fn visible(text: &str) -> String {
    text.chars().filter(|c| !" \t\r\n".contains(*c)).collect()
}

/// What RFC 5322, RFC 2045 and RFC 5321 ask of the bytes.
fn assert_well_formed(message: &Message, anatomy: &Anatomy) -> Result<(), TestCaseError> {
    let octets = message.octets.to_vec();
    prop_assert!(octets.ends_with(b"\r\n"));
    prop_assert!(message.envelope.needs_smtputf8() || octets.is_ascii());
    let text = std::str::from_utf8(&octets).expect("UTF-8");
    for line in text.split("\r\n") {
        prop_assert!(line.len() <= 998);
        prop_assert!(!line.contains(['\r', '\n', '\0']), "{:?}", line);
        prop_assert!(!line.starts_with('.'), "{:?}", line);
    }
    for line in anatomy.text.split("\r\n").chain(anatomy.html.split("\r\n")) {
        prop_assert!(line.len() <= 76, "{:?}", line);
        prop_assert!(!line.ends_with([' ', '\t']), "{:?}", line);
        prop_assert!(!line.starts_with("From "), "{:?}", line);
    }
    Ok(())
}

fn assert_same_bodies(message: &Message, text: &str, html: &str) -> Result<(), TestCaseError> {
    let anatomy = Anatomy::of(message);
    assert_well_formed(message, &anatomy)?;
    prop_assert_eq!(&decoded(&anatomy.text), &as_read(text));
    prop_assert_eq!(&decoded(&anatomy.html), &as_read(html));
    let octets = message.octets.to_vec();
    let parsed = MessageParser::default().parse(&octets).expect("a message");
    let bodies: Vec<&str> = parsed
        .parts
        .iter()
        .filter_map(|part| match &part.body {
            PartType::Text(body) | PartType::Html(body) => Some(body.as_ref()),
            _ => None,
        })
        .collect();
    prop_assert_eq!(bodies.len(), 2);
    prop_assert_eq!(as_read(bodies[0]), as_read(text));
    prop_assert_eq!(as_read(bodies[1]), as_read(html));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_arrives_is_what_the_plain_way_gives(text in document(), html in document(), reader in reader()) {
        let edition = Edition { text: slotted(pieces(&text)), html: slotted(pieces(&html)), ..edition() };
        let token = Token::for_reader(&key(), "weekly", &Address::parse(&reader.email).expect("an address").canonical());
        let links = UnsubscribeLinks::new(&edition.unsubscribe).expect("links").with(&token);
        let fill = |slotted: &Slotted| plain(slotted, &reader, &links).expect("a text that can be filled");
        let (plain_text, plain_html) = (fill(&edition.text), fill(&edition.html));
        prop_assert_eq!(visible(&plain_text), visible(&meant(&text, &reader)));
        prop_assert_eq!(visible(&plain_html), visible(&meant(&html, &reader)));

        let composer = composer(edition);
        let message = try_compose(&composer, &reader).expect("a copy");
        assert_same_bodies(&message, &plain_text, &plain_html)?;
        prop_assert_eq!(message, try_compose(&composer, &reader).expect("a copy"));
    }

    #[test]
    fn without_paragraphs_the_plain_way_changes_no_letter(document in document(), reader in reader()) {
        let flat: Vec<Node> = document.into_iter().filter(|node| !has_paragraph(node)).collect();
        let filled = plain(&slotted(pieces(&flat)), &reader, &Links::default());
        prop_assert_eq!(filled.expect("a text that can be filled"), meant(&flat, &reader));
    }
}

fn has_paragraph(node: &Node) -> bool {
    match node {
        Node::Fixed(_) | Node::Field(..) => false,
        Node::If(_, then, otherwise) => then.iter().chain(otherwise).any(has_paragraph),
        Node::IfElse(_, bodies) => bodies.iter().flatten().any(has_paragraph),
        Node::EachTag(body) => body.iter().any(has_paragraph),
        Node::Paragraph(..) => true,
    }
}
