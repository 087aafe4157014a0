//! Editions, subscribers, and messages taken apart.

use std::sync::Arc;

use digest_cli::compose::{Composer, Unfillable};
use digest_cli::edition::{Edition, LinkStyle, ListHeaders, Piece, Place, Slotted};
use digest_cli::foundation::{Address, Key};
use digest_cli::message::{Attempt, Message};
use digest_cli::subscriber::Profile;

pub(super) const DATE: &str = "Tue, 05 Feb 2019 09:00:00 +0500";

pub(super) fn key() -> Key {
    Key::parse(&format!("k1:{}", "5a".repeat(32))).expect("a key")
}

pub(super) fn edition() -> Edition {
    Edition {
        publication: "eurasia-weekly.example.org".to_owned(),
        publication_title: "Eurasia Weekly".to_owned(),
        issue: "2019-02-05-caspian-crossroads".to_owned(),
        language: "en".to_owned(),
        from_name: "Eurasia Weekly".to_owned(),
        from_email: "bulletin@example.org".to_owned(),
        reply_to: None,
        envelope_sender: "bounces@example.org".to_owned(),
        bounce_delimiter: None,
        subject: Slotted::fixed("Caspian crossroads"),
        html: Slotted::fixed("<p>Hello</p>\n"),
        text: Slotted::fixed("Hello\n"),
        unsubscribe: LinkStyle {
            url: Some("https://news.example.org/u".to_owned()),
            mailto: Some("unsubscribe@example.org".to_owned()),
            one_click: false,
        },
        headers: ListHeaders::default(),
    }
}

pub(super) fn profile() -> Profile {
    Profile {
        email: "anna@example.com".to_owned(),
        name: "Anna".to_owned(),
        language: None,
        tags: vec!["politics".to_owned(), "energy".to_owned()],
        fields: [("city", "Almaty"), ("empty", "")]
            .map(|(key, value)| (key.to_owned(), value.to_owned()))
            .into(),
    }
}

pub(super) fn named(name: &str) -> Profile {
    Profile {
        name: name.to_owned(),
        ..profile()
    }
}

pub(super) fn fixed(text: &str) -> Piece {
    Piece::Fixed(text.to_owned())
}

pub(super) fn value(expression: &str, place: Place) -> Piece {
    Piece::Value {
        expression: expression.to_owned(),
        place,
        origin: "drafts/a.md:7".to_owned(),
    }
}

pub(super) fn statement(statement: &str) -> Piece {
    Piece::Statement {
        statement: statement.to_owned(),
        origin: "drafts/a.md:9".to_owned(),
    }
}

pub(super) fn slotted(pieces: impl Into<Vec<Piece>>) -> Slotted {
    Slotted {
        pieces: pieces.into(),
    }
}

pub(super) fn composer(edition: Edition) -> Composer {
    Composer::new(Arc::new(edition), key(), "live", DATE).expect("an edition that can be composed")
}

pub(super) fn try_compose(composer: &Composer, profile: &Profile) -> Result<Message, Unfillable> {
    let address = Address::parse(&profile.email).expect("an address");
    let attempt = Attempt { row: 1, number: 1 };
    composer.compose(
        attempt,
        &address.canonical(),
        address.written(),
        "weekly",
        profile,
    )
}

pub(super) fn compose(edition: Edition, profile: &Profile) -> Message {
    try_compose(&composer(edition), profile).expect("a copy that can be filled")
}

/// A message as its bytes say, without a mail library's kindness.
pub(super) struct Anatomy {
    /// Names and unfolded values, in order.
    pub(super) headers: Vec<(String, String)>,
    /// The text part, encoded.
    pub(super) text: String,
    /// The HTML part, encoded.
    pub(super) html: String,
}

impl Anatomy {
    pub(super) fn of(message: &Message) -> Self {
        let text = String::from_utf8(message.octets.to_vec()).expect("UTF-8");
        let (head, body) = text.split_once("\r\n\r\n").expect("a head and a body");
        let headers: Vec<(String, String)> = head
            .replace("\r\n ", " ")
            .split("\r\n")
            .map(|line| line.split_once(':').expect("a header"))
            .map(|(name, value)| (name.to_owned(), value.trim().to_owned()))
            .collect();
        let boundary = body.lines().next().expect("a boundary").to_owned();
        let parts: Vec<&str> = body
            .strip_prefix(&*format!("{boundary}\r\n"))
            .and_then(|rest| rest.strip_suffix(&*format!("\r\n{boundary}--\r\n")))
            .expect("boundaries around the body")
            .split(&*format!("\r\n{boundary}\r\n"))
            .collect();
        let [text, html] = parts[..] else {
            panic!("{} parts", parts.len());
        };
        Self {
            headers,
            text: part(text, "text/plain"),
            html: part(html, "text/html"),
        }
    }

    pub(super) fn header(&self, name: &str) -> &str {
        let mut values = self.headers.iter().filter(|(known, _)| known == name);
        let (_, value) = values.next().unwrap_or_else(|| panic!("no {name}"));
        assert!(values.next().is_none(), "two {name}");
        value
    }

    pub(super) fn names(&self) -> Vec<&str> {
        self.headers.iter().map(|(name, _)| name.as_str()).collect()
    }
}

fn part(part: &str, media_type: &str) -> String {
    let head = format!(
        "Content-Type: {media_type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    );
    part.strip_prefix(&*head).expect("the part's headers").to_owned()
}

/// Quoted-printable decoded by another library, with `\n` line ends.
pub(super) fn decoded(encoded: &str) -> String {
    let bytes =
        quoted_printable::decode(encoded, quoted_printable::ParseMode::Strict).expect("quoted-printable");
    String::from_utf8(bytes).expect("UTF-8").replace("\r\n", "\n")
}
