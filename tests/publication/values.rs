//! Single values.

use std::time::Duration;

use digest_cli::publication::value;

use super::given::told_with;

#[test]
fn a_duration_is_a_number_and_a_unit() {
    assert_eq!(value::duration("30s"), Ok(Duration::from_secs(30)));
    assert_eq!(value::duration("10m"), Ok(Duration::from_mins(10)));
    assert_eq!(value::duration("12h"), Ok(Duration::from_hours(12)));
    assert_eq!(value::duration("0d"), Ok(Duration::ZERO));
    for wrong in ["", "d", "14", "1.5h", "-1d", "1w", "14 days", "３d", "1д"] {
        assert!(value::duration(wrong).is_err(), "{wrong}");
    }
    let long = value::duration("99999999999999999999d").unwrap_err();
    assert_eq!(long.message, "`99999999999999999999d` is longer than ten years");
}

#[test]
fn a_language_tag_is_given_back_in_its_usual_case() {
    for (written, usual) in [
        ("en", "en"),
        ("EN-us", "en-US"),
        ("kk-cyrl-kz", "kk-Cyrl-KZ"),
        ("zh-hant", "zh-Hant"),
        ("es-419", "es-419"),
        ("en-x-US", "en-x-us"),
        ("sl-1994", "sl-1994"),
    ] {
        assert_eq!(value::language(written).as_deref(), Ok(usual));
    }
    for wrong in ["", "e", "english", "en-", "-en", "12", "en us", "қаз"] {
        assert!(value::language(wrong).is_err(), "{wrong}");
    }
    let underscore = value::language("pt_BR").unwrap_err();
    assert_eq!(underscore.hint.as_deref(), Some("write `pt-BR`, with a hyphen"));
}

#[test]
fn an_id_is_dotted_labels_of_at_most_255_octets() {
    assert_eq!(
        value::list_id("a_b.Example-1.org").as_deref(),
        Ok("a_b.Example-1.org")
    );
    for wrong in ["", "weekly", ".a", "a..b", "a.b.", "a b.c", "a<b.c", "ә.example"] {
        assert!(value::list_id(wrong).is_err(), "{wrong}");
    }
    let longest = format!("{}.b", "a".repeat(253));
    assert!(value::list_id(&longest).is_ok());
    assert!(value::list_id(&format!("{longest}b")).is_err());
}

#[test]
fn a_list_is_named_as_a_file_can_be() {
    assert_eq!(value::name("weekly_2-A").as_deref(), Ok("weekly_2-A"));
    for wrong in [
        "",
        ".",
        "..",
        "../x",
        "a/b",
        "a.csv",
        "a b",
        "CON:",
        &"a".repeat(65),
    ] {
        assert!(value::name(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn a_recipient_domain_is_one_that_mail_can_go_to() {
    assert_eq!(value::domain("Gmail.COM").as_deref(), Ok("gmail.com"));
    assert_eq!(
        value::domain("почта.example").as_deref(),
        Ok("xn--80a1acny.example")
    );
    for wrong in ["", "gmail", "x@gmail.com", "a b.com", "192.0.2.1"] {
        assert!(value::domain(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn a_web_address_is_http_or_https() {
    let plain = value::web_address("http://example.org:8080/a?b#c").unwrap();
    assert!(!plain.secure && !plain.loopback);
    assert!(value::web_address("HTTPS://[::1]/").unwrap().loopback);
    assert!(value::web_address("https://әлем.example/қ").unwrap().secure);
    for wrong in [
        "example.org",
        "ftp://example.org",
        "https://",
        "https://a b.org",
        "https://example.org/\"x",
        "https://ann:pw@example.org",
        "https://example.org:port",
        "javascript:alert(1)",
        "//example.org",
    ] {
        assert!(value::web_address(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn an_unsubscribe_address_can_carry_a_token_in_its_path() {
    let fault = |url: &str| {
        let told = told_with(&format!("unsubscribe: {{ url: \"{url}\" }}\n"));
        told.first()
            .map(|told| told.split(" | ").next().unwrap()["4:21 `unsubscribe.url`: ".len()..].to_owned())
    };
    assert_eq!(fault("https://news.example.org/u/"), None);
    assert_eq!(fault("http://127.0.0.1:8025/u"), None);
    assert_eq!(
        fault("http://news.example.org/u").as_deref(),
        Some("`http://news.example.org/u` is not https")
    );
    let slash = fault("https://news.example.org/u?t=").unwrap();
    assert_eq!(slash, "`https://news.example.org/u?t=` holds a `?` or `#`");
    let letters = fault("https://news.example.org/қ").unwrap();
    assert_eq!(
        letters,
        "`https://news.example.org/қ` holds letters that a header cannot carry"
    );
    assert_eq!(
        fault(&format!("https://e.org/{}", "a".repeat(500))).as_deref(),
        Some("it is longer than 500 characters")
    );
}
