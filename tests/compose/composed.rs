//! The bytes of a whole message.

use digest_cli::edition::{Edition, LinkStyle, Place, Slotted};
use digest_cli::foundation::Address;
use digest_cli::message::Attempt;
use digest_cli::subscriber::Profile;

use super::fixture::{
    Anatomy, compose, composer, decoded, edition, fixed, named, profile, slotted, statement, try_compose,
    value,
};

#[test]
fn a_message_is_the_same_in_every_byte_each_time() {
    let first = compose(edition(), &profile());
    let second = compose(edition(), &profile());
    assert_eq!(first, second);
}

#[test]
fn a_small_message_reads_as_expected() {
    let mut edition = edition();
    edition.subject = slotted([fixed("For "), value("subscriber.name", Place::Text)]);
    edition.text = slotted([
        fixed("Dear "),
        value("subscriber.name", Place::Text),
        fixed(",\n.\nFrom here\nto = there"),
    ]);
    edition.html = slotted([
        fixed("<p>"),
        value("subscriber.name", Place::HtmlText),
        fixed("</p>\n"),
    ]);
    let message = compose(edition, &named("Анна & Co"));
    let boundary = "=_kzohe3o3abcdefgh";
    let text = String::from_utf8(message.octets.to_vec()).expect("ASCII");
    let start = text.find("\r\n\r\n").expect("an empty line") + 4;
    let shown = text[start..].replace(&text[start + 2..start + 28], boundary);
    assert_eq!(
        shown,
        format!(
            "--{boundary}\r\n\
            Content-Type: text/plain; charset=utf-8\r\n\
            Content-Transfer-Encoding: quoted-printable\r\n\r\n\
            Dear=20=\r\n\
            =D0=90=D0=BD=D0=BD=D0=B0 & Co=\r\n\
            ,\r\n\
            =2E\r\n\
            =46rom here\r\n\
            to =3D there\r\n\r\n\
            --{boundary}\r\n\
            Content-Type: text/html; charset=utf-8\r\n\
            Content-Transfer-Encoding: quoted-printable\r\n\r\n\
            <p>=\r\n\
            =D0=90=D0=BD=D0=BD=D0=B0 &amp; Co=\r\n\
            </p>\r\n\r\n\
            --{boundary}--\r\n"
        )
    );
}

#[test]
fn the_envelope_is_independent_of_the_headers() {
    let composer = composer(edition());
    let profile = Profile {
        email: "shown@example.com".to_owned(),
        ..profile()
    };
    let mail_to = "Real.One@пример.example";
    let canonical = Address::parse(mail_to).expect("an address").canonical();
    let attempt = Attempt { row: 7, number: 2 };
    let message = composer
        .compose(attempt, &canonical, mail_to, "weekly", &profile)
        .expect("a copy");
    assert_eq!(message.attempt, attempt);
    assert_eq!(message.envelope.sender.wire(), "bounces@example.org");
    assert_eq!(message.envelope.recipient.wire(), "Real.One@xn--e1afmkfd.example");
}

#[test]
fn a_copy_to_no_address_cannot_be_made() {
    let composer = composer(edition());
    let canonical = Address::parse("a@example.com").expect("an address").canonical();
    let attempt = Attempt { row: 1, number: 1 };
    for hostile in [
        "a@example.com\r\nRCPT TO:<b@example.com>",
        "\"a\r\n\"@example.com",
        "a@example.com> SIZE=1",
        "",
        "a@b",
    ] {
        let refused = composer.compose(attempt, &canonical, hostile, "weekly", &profile());
        let reason = refused.expect_err("a refusal").reason;
        assert!(reason.starts_with("no mail can be sent to `"), "{reason}");
    }
}

#[test]
fn a_slot_without_a_value_leaves_no_message() {
    for edition in [
        Edition {
            subject: slotted([value("subscriber.zip", Place::Text)]),
            ..edition()
        },
        Edition {
            html: slotted([value("subscriber.zip", Place::HtmlText)]),
            ..edition()
        },
    ] {
        let refused = try_compose(&composer(edition), &profile());
        assert_eq!(
            refused.expect_err("a refusal").reason,
            "drafts/a.md:7: `{{ subscriber.zip }}`: no value"
        );
    }
}

#[test]
fn both_parts_carry_the_copys_own_link() {
    let mut edition = edition();
    edition.html = slotted([
        fixed("<a href=\""),
        value("links.unsubscribe", Place::Link),
        fixed("\">"),
    ]);
    edition.text = slotted([value("links.unsubscribe", Place::Text)]);
    let anatomy = Anatomy::of(&compose(edition.clone(), &profile()));
    let link = decoded(&anatomy.text).trim_end().to_owned();
    assert!(link.starts_with("https://news.example.org/u/k1."), "{link}");
    assert_eq!(decoded(&anatomy.html).trim_end(), format!("<a href=\"{link}\">"));
    assert!(anatomy.header("List-Unsubscribe").contains(&format!("<{link}>")));

    edition.unsubscribe = LinkStyle {
        url: None,
        ..edition.unsubscribe
    };
    let anatomy = Anatomy::of(&compose(edition, &profile()));
    let link = decoded(&anatomy.text).trim_end().to_owned();
    assert!(
        link.starts_with("mailto:unsubscribe@example.org?subject=unsubscribe%20k1."),
        "{link}"
    );
}

#[test]
fn a_part_that_is_empty_for_someone_is_still_a_part() {
    let mut edition = edition();
    edition.text = slotted([statement("if subscriber.zip"), fixed("x"), statement("endif")]);
    edition.html = Slotted::default();
    let anatomy = Anatomy::of(&compose(edition, &profile()));
    assert_eq!((&*anatomy.text, &*anatomy.html), ("", ""));
}

#[test]
fn segments_of_every_length_end_before_the_margin() {
    for length in 60..160 {
        for unit in ["x", "é", ".", "From ", " ", "=", "x."] {
            let text: String = unit.repeat(length).chars().take(length).collect();
            let mut edition = edition();
            edition.text = slotted([
                fixed(&text),
                value("subscriber.name", Place::Text),
                fixed(&text),
                fixed("\n"),
            ]);
            let anatomy = Anatomy::of(&compose(edition, &named("N")));
            assert_eq!(decoded(&anatomy.text), format!("{text}N{text}\n"));
            for line in anatomy.text.split("\r\n") {
                assert!(line.len() <= 76, "{line}");
                assert!(!line.starts_with('.') && !line.starts_with("From "), "{line}");
                assert!(!line.ends_with(' '), "{line:?}");
            }
        }
    }
}

#[test]
fn one_composer_serves_several_threads() {
    let composer = composer(edition());
    let messages: Vec<_> = std::thread::scope(|scope| {
        let handles: Vec<_> = (0..4)
            .map(|_| scope.spawn(|| try_compose(&composer, &profile())))
            .collect();
        handles
            .into_iter()
            .map(|handle| handle.join().expect("a thread"))
            .collect()
    });
    assert!(messages.windows(2).all(|pair| pair[0] == pair[1]));
}
