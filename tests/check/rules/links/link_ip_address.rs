//! The rule `link-ip-address`.

use crate::check::NOTHING;
use crate::check::in_lead::found_by;

fn found(text: &str) -> Vec<String> {
    found_by("link-ip-address", text)
}

#[test]
fn fires_at_numbers_however_they_are_written() {
    for host in [
        "203.0.113.7",
        "0xcb007107",
        "3405803783",
        "0313.0.0161.07",
        "[2001:db8::7]",
    ] {
        assert_eq!(
            found(&format!("See [it](http://{host}/map).")),
            [format!(
                "10:17 warning link-ip-address: the link leads to a host without a name, `{host}` -- write the host's name: filters distrust numbers"
            )]
        );
    }
}

#[test]
fn fires_as_an_error_where_no_reader_gets() {
    for host in [
        "192.168.1.20",
        "127.0.0.1",
        "0x7f.1",
        "[::1]",
        "10.0.0.1",
        "[fd00::1]",
    ] {
        assert_eq!(
            found(&format!("[it](http://{host}:8000/)")),
            [format!(
                "10:13 error link-ip-address: `{host}` leads into one's own network, where no reader gets -- write the address that the page has for \
                 everyone"
            )]
        );
    }
}

#[test]
fn quiet_for_names_with_numbers_in_them() {
    for url in [
        "https://1.example.org/",
        "https://203.0.113.7.example.org/",
        "https://example.org/203.0.113.7",
        "https://0xcafe.example.org",
    ] {
        assert_eq!(found(&format!("[it]({url})")), NOTHING, "{url}");
    }
}
