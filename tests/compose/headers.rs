//! Header fields, and that nothing breaks out of them.

use std::sync::Arc;

use digest_cli::compose::{ComposeError, Composer};
use digest_cli::edition::{Edition, ListHeaders, Place, Slotted};
use digest_cli::foundation::{Address, Key};
use digest_cli::subscriber::Profile;
use mail_parser::MessageParser;
use proptest::prelude::*;

use super::fixture::{
    Anatomy, DATE, compose, composer, edition, fixed, key, named, profile, slotted, try_compose, value,
};

fn refusal(edition: Edition) -> ComposeError {
    Composer::new(Arc::new(edition), key(), "live", DATE).expect_err("a refusal")
}

fn to(name: &str) -> String {
    Anatomy::of(&compose(edition(), &named(name)))
        .header("To")
        .to_owned()
}

fn subject(text: &str) -> String {
    let edition = Edition {
        subject: Slotted::fixed(text),
        ..edition()
    };
    Anatomy::of(&compose(edition, &profile()))
        .header("Subject")
        .to_owned()
}

#[test]
fn headers_stand_in_one_order_each_once() {
    let mut edition = edition();
    edition.reply_to = Some("editors@example.org".to_owned());
    edition.unsubscribe.one_click = true;
    let anatomy = Anatomy::of(&compose(edition, &profile()));
    assert_eq!(
        anatomy.names(),
        [
            "Date",
            "From",
            "Reply-To",
            "To",
            "Subject",
            "Message-ID",
            "List-Id",
            "List-Unsubscribe",
            "List-Unsubscribe-Post",
            "List-Help",
            "List-Owner",
            "List-Post",
            "Feedback-ID",
            "Precedence",
            "MIME-Version",
            "Content-Type",
        ]
    );
    assert_eq!(anatomy.header("Date"), DATE);
    assert_eq!(anatomy.header("From"), "Eurasia Weekly <bulletin@example.org>");
    assert_eq!(anatomy.header("Reply-To"), "editors@example.org");
    assert_eq!(anatomy.header("To"), "Anna <anna@example.com>");
    assert_eq!(
        anatomy.header("List-Id"),
        "Eurasia Weekly <eurasia-weekly.example.org>"
    );
    assert_eq!(
        anatomy.header("List-Unsubscribe-Post"),
        "List-Unsubscribe=One-Click"
    );
}

#[test]
fn the_newsletters_headers_have_defaults_made_from_what_every_publication_says() {
    let anatomy = Anatomy::of(&compose(edition(), &profile()));
    assert_eq!(
        anatomy.header("List-Help"),
        "<mailto:bulletin@example.org?subject=help>"
    );
    assert_eq!(anatomy.header("List-Owner"), "<mailto:bulletin@example.org>");
    assert_eq!(anatomy.header("List-Post"), "NO");
    assert_eq!(anatomy.header("Precedence"), "bulk");
    let feedback: Vec<&str> = anatomy.header("Feedback-ID").split(':').collect();
    let [issue, publication, kind, sender] = feedback[..] else {
        panic!("{feedback:?}");
    };
    assert_eq!(
        (issue, publication, kind),
        (
            "2019-02-05-caspian-crossroads",
            "eurasia-weekly.example.org",
            "newsletter"
        )
    );
    assert!((5..=15).contains(&sender.len()), "{sender}");
}

#[test]
fn the_newsletters_headers_say_what_digest_yaml_says() {
    let mut edition = edition();
    edition.reply_to = Some("editors@example.org".to_owned());
    let owner = Anatomy::of(&compose(edition.clone(), &profile()));
    assert_eq!(owner.header("List-Owner"), "<mailto:editors@example.org>");
    edition.headers = ListHeaders {
        help: Some("https://news.example.org/help".to_owned()),
        owner: Some("o'neil@пример.example".to_owned()),
        archive: Some("https://news.example.org/issues?all".to_owned()),
        feedback_id: Some("eurasia".to_owned()),
    };
    let anatomy = Anatomy::of(&compose(edition.clone(), &profile()));
    assert_eq!(anatomy.header("List-Help"), "<https://news.example.org/help>");
    assert_eq!(
        anatomy.header("List-Owner"),
        "<mailto:o%27neil@xn--e1afmkfd.example>"
    );
    assert_eq!(
        anatomy.header("List-Archive"),
        "<https://news.example.org/issues?all>"
    );
    assert!(anatomy.header("Feedback-ID").ends_with(":newsletter:eurasia"));
    edition.headers.help = Some("help@example.org".to_owned());
    let anatomy = Anatomy::of(&compose(edition, &profile()));
    assert_eq!(anatomy.header("List-Help"), "<mailto:help@example.org>");
}

#[test]
fn nothing_about_the_issue_adds_a_field_to_feedback_id() {
    let mut edition = edition();
    edition.issue = format!("a:b\r\nBcc: ü{}", "x".repeat(300));
    let anatomy = Anatomy::of(&compose(edition, &profile()));
    let feedback = anatomy.header("Feedback-ID");
    assert_eq!(feedback.split(':').count(), 4, "{feedback}");
    assert!(feedback.starts_with("a-b--Bcc---xxx"), "{feedback}");
}

#[test]
fn a_name_is_atoms_a_quoted_string_or_encoded_words() {
    assert_eq!(to(""), "anna@example.com");
    assert_eq!(to("Anna Serik"), "Anna Serik <anna@example.com>");
    assert_eq!(to("Serik, Anna"), "\"Serik, Anna\" <anna@example.com>");
    assert_eq!(
        to("A \"B\" \\ <c>"),
        "\"A \\\"B\\\" \\\\ <c>\" <anna@example.com>"
    );
    assert_eq!(to("Zoë"), "=?utf-8?Q?Zo=C3=AB?= <anna@example.com>");
    assert_eq!(to("Анна"), "=?utf-8?B?0JDQvdC90LA=?= <anna@example.com>");
    assert_eq!(
        to("=?utf-8?Q?boss?="),
        "=?utf-8?B?PT91dGYtOD9RP2Jvc3M/PQ==?= <anna@example.com>"
    );
    assert_eq!(
        to("A\r\nBcc: b@example.com"),
        "\"A Bcc: b@example.com\" <anna@example.com>"
    );
}

#[test]
fn a_subject_is_plain_where_it_can_be_and_encoded_whole_where_not() {
    assert_eq!(subject("Caspian  crossroads "), "Caspian crossroads");
    assert_eq!(subject("A\u{85}B\u{2028}C\0\tD"), "A B C D");
    assert_eq!(
        subject("Über uns und über euch"),
        "=?utf-8?Q?=C3=9Cber_uns_und_=C3=BCber_euch?="
    );
    assert_eq!(subject("=?utf-8?Q?x?= y"), "=?utf-8?B?PT91dGYtOD9RP3g/PSB5?=");
}

#[test]
fn a_long_plain_subject_is_folded_between_words() {
    let long = "a word or two ".repeat(20);
    let edition = Edition {
        subject: Slotted::fixed(&long),
        ..edition()
    };
    let message = compose(edition, &profile());
    let text = String::from_utf8(message.octets.to_vec()).expect("ASCII");
    assert_eq!(text.lines().find(|line| !is_short_or_one_word(line)), None);
    assert_eq!(Anatomy::of(&message).header("Subject"), long.trim_end());
}

#[test]
fn a_subject_holds_the_readers_name_and_the_mark_of_a_test() {
    let edition = Edition {
        subject: slotted([fixed("For "), value("subscriber.name", Place::Text)]),
        ..edition()
    };
    let marked = composer(edition).marked_as_test().expect("a composer");
    let message = try_compose(&marked, &named("Анна")).expect("a copy");
    let octets = message.octets.to_vec();
    let parsed = MessageParser::default().parse(&octets).expect("a message");
    assert_eq!(parsed.subject(), Some("[test] For Анна"));
}

#[test]
fn a_message_id_is_one_copys_own_and_the_same_at_every_attempt() {
    let id = |scope: &str, key: Key, email: &str, issue: &str| {
        let edition = Edition {
            issue: issue.to_owned(),
            ..edition()
        };
        let composer = Composer::new(Arc::new(edition), key, scope, DATE).expect("a composer");
        let profile = Profile {
            email: email.to_owned(),
            ..profile()
        };
        try_compose(&composer, &profile).expect("a copy").id
    };
    let first = id("live", key(), "anna@example.com", "a");
    assert_eq!(first, id("live", key(), "Anna@EXAMPLE.com", "a"));
    let (left, right) = first.split_once('@').expect("two sides");
    assert_eq!((left.len(), right), (32, "example.org"));
    let other = Key::parse(&format!("k1:{}", "77".repeat(32))).expect("a key");
    for different in [
        id("test/1", key(), "anna@example.com", "a"),
        id("live", key(), "boris@example.com", "a"),
        id("live", key(), "anna@example.com", "b"),
        id("live", other, "anna@example.com", "a"),
    ] {
        assert_ne!(first, different);
    }
    let message = compose(edition(), &profile());
    assert_eq!(
        Anatomy::of(&message).header("Message-ID"),
        format!("<{}>", message.id)
    );
}

#[test]
fn list_unsubscribe_holds_both_ways_and_post_only_on_the_operators_word() {
    let anatomy = Anatomy::of(&compose(edition(), &profile()));
    let line = anatomy.header("List-Unsubscribe");
    let (url, mailto) = line.split_once(", ").expect("two ways");
    assert!(
        url.starts_with("<https://news.example.org/u/k1.") && url.ends_with('>'),
        "{url}"
    );
    assert!(
        mailto.starts_with("<mailto:unsubscribe@example.org?subject=unsubscribe%20k1.")
            && mailto.ends_with('>'),
        "{mailto}"
    );
    assert!(!anatomy.names().contains(&"List-Unsubscribe-Post"));

    let mut by_mail_only = edition();
    by_mail_only.unsubscribe.url = None;
    by_mail_only.unsubscribe.one_click = true;
    let anatomy = Anatomy::of(&compose(by_mail_only, &profile()));
    assert!(anatomy.header("List-Unsubscribe").starts_with("<mailto:"));
    assert!(!anatomy.names().contains(&"List-Unsubscribe-Post"));

    let mut without = edition();
    without.unsubscribe = digest_cli::edition::LinkStyle::default();
    let anatomy = Anatomy::of(&compose(without, &profile()));
    assert!(!anatomy.names().contains(&"List-Unsubscribe"));
}

#[test]
fn a_token_goes_into_the_path_of_a_url_with_a_query() {
    let mut edition = edition();
    edition.unsubscribe.url = Some("https://news.example.org/ü <x>/?a=1#b".to_owned());
    let anatomy = Anatomy::of(&compose(edition, &profile()));
    let line = anatomy.header("List-Unsubscribe");
    assert!(
        line.starts_with("<https://news.example.org/%C3%BC%20%3Cx%3E/k1."),
        "{line}"
    );
    assert!(line.contains("?a=1#b>, <mailto:"), "{line}");
}

#[test]
fn an_address_with_letters_outside_ascii_stands_in_to_as_it_is() {
    let profile = Profile {
        email: "анна@пример.example".to_owned(),
        ..named("Анна")
    };
    let message = compose(edition(), &profile);
    assert!(message.envelope.needs_smtputf8());
    assert_eq!(
        Anatomy::of(&message).header("To"),
        "=?utf-8?B?0JDQvdC90LA=?= <анна@xn--e1afmkfd.example>"
    );
}

#[test]
fn what_cannot_stand_in_a_header_is_refused_for_the_whole_edition() {
    let with = |change: fn(&mut Edition)| {
        let mut edition = edition();
        change(&mut edition);
        refusal(edition)
    };
    let from = with(|e| e.from_email = "a@example.org\r\nBcc: b@example.com".to_owned());
    assert!(matches!(from, ComposeError::Address { role: "from", .. }));
    let reply = with(|e| e.reply_to = Some("nobody".to_owned()));
    assert!(matches!(reply, ComposeError::Address { role: "reply_to", .. }));
    let bounce = with(|e| e.envelope_sender = "<>".to_owned());
    assert!(matches!(bounce, ComposeError::Address { role: "bounce", .. }));
    let leave = with(|e| e.unsubscribe.mailto = Some("x y@example.org".to_owned()));
    assert!(matches!(
        leave,
        ComposeError::Address {
            role: "unsubscribe",
            ..
        }
    ));
    let owner = with(|e| e.headers.owner = Some("nobody".to_owned()));
    assert!(matches!(owner, ComposeError::Address { role: "owner", .. }));
    let help = with(|e| e.headers.help = Some("a@example.org>, <b@example.org".to_owned()));
    assert!(matches!(help, ComposeError::Address { role: "help", .. }));
    let archive = with(|e| e.headers.archive = Some(format!("https://example.org/{}", "a".repeat(1000))));
    assert!(matches!(
        archive,
        ComposeError::LongAddress {
            role: "archive",
            octets: 1020
        }
    ));
    let utf8 = with(|e| e.from_email = "ü@example.org".to_owned());
    assert!(matches!(utf8, ComposeError::Smtputf8 { role: "from", .. }));
    let id = with(|e| e.publication = "a>\r\nBcc: b".to_owned());
    assert!(matches!(id, ComposeError::PublicationId(_)));
    let long = with(|e| e.unsubscribe.url = Some(format!("https://example.org/{}", "u".repeat(1000))));
    assert_eq!(long, ComposeError::LongLink(1020));
    let date = Composer::new(Arc::new(edition()), key(), "live", "now\r\nBcc: b");
    assert!(matches!(date, Err(ComposeError::Date(_))));
}

/// Pieces that have broken header writers before.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("\r\nBcc: eve@example.com\r\n".to_owned()),
        Just("\r\n\r\n.\r\n".to_owned()),
        Just("\0\u{7f}\u{1b}[31m".to_owned()),
        Just("\u{2028}\u{2029}\u{85}\u{b}\u{c}".to_owned()),
        Just("\", <eve@example.com>, \"".to_owned()),
        Just("\\\\\"".to_owned()),
        Just("=?utf-8?Q?=0D=0ABcc:_eve?=".to_owned()),
        Just("\u{202e}\u{200f}שלום مرحبا\u{202c}".to_owned()),
        Just("👩‍👩‍👧‍👦🇰🇿".to_owned()),
        Just("(comment) ;:@[]".to_owned()),
        Just(" \t ".to_owned()),
        "[a-z]{0,90}",
        "\\PC{0,20}",
        (0_usize..5000).prop_map(|n| "w".repeat(n)),
        (0_usize..500).prop_map(|n| "Ж".repeat(n)),
    ];
    proptest::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

/// Whether a header's line is no longer than it must be: a link is not broken.
fn is_short_or_one_word(line: &str) -> bool {
    let words = line.trim_start().split(' ').filter(|word| !word.ends_with(':'));
    line.len() <= 78 || words.count() == 1
}

/// What a reader should see of a text in a header.
fn on_one_line(text: &str) -> String {
    let spaced: String = text
        .chars()
        .map(|c| {
            let breaks = c.is_control() || c == '\u{2028}' || c == '\u{2029}';
            if breaks { ' ' } else { c }
        })
        .collect();
    spaced
        .split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn hostile_names_titles_and_subjects_stay_in_their_headers(
        name in hostile(), title in hostile(), from in hostile(), opening in hostile(),
    ) {
        let edition = Edition {
            publication_title: title.clone(),
            from_name: from.clone(),
            subject: slotted([fixed(&opening), value("subscriber.name | default('')", Place::Text)]),
            ..edition()
        };
        let message = compose(edition, &named(&name));
        let octets = message.octets.to_vec();
        prop_assert!(octets.is_ascii());
        let head = octets.windows(4).position(|w| w == b"\r\n\r\n").expect("a head");
        let head = std::str::from_utf8(&octets[..head]).expect("ASCII");
        for line in head.split("\r\n") {
            prop_assert!(is_short_or_one_word(line), "{:?}", line);
            prop_assert!(!line.trim().is_empty());
            prop_assert!(!line.contains(|c: char| c.is_control()), "{:?}", line);
        }
        prop_assert_eq!(
            Anatomy::of(&message).names().join(" "),
            "Date From To Subject Message-ID List-Id List-Unsubscribe List-Help List-Owner List-Post Feedback-ID Precedence MIME-Version Content-Type"
        );
        let parsed = MessageParser::default().parse(&octets).expect("a message");
        let shown = |text: &str| Some(on_one_line(text)).filter(|text| !text.is_empty());
        let to = parsed.to().and_then(|to| to.first()).expect("a recipient");
        prop_assert_eq!(to.address(), Some("anna@example.com"));
        prop_assert_eq!(to.name().map(str::to_owned), shown(&name));
        let sender = parsed.from().and_then(|from| from.first()).expect("a sender");
        prop_assert_eq!(sender.address(), Some("bulletin@example.org"));
        prop_assert_eq!(sender.name().map(str::to_owned), shown(&from));
        let name = if name.trim().is_empty() { "" } else { &name };
        prop_assert_eq!(parsed.subject().unwrap_or_default(), on_one_line(&format!("{opening}{name}")));
    }

    #[test]
    fn hostile_addresses_are_refused_or_stay_addresses(local in hostile(), domain in hostile()) {
        let written = format!("{local}@{domain}.example");
        if let Ok(address) = Address::parse(&written) {
            let wire = address.wire();
            prop_assert!(!wire.contains(|c: char| c.is_control() || c.is_whitespace() || "<>,;\"".contains(c)));
        }
    }
}
