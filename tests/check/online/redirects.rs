//! Redirects, followed by hand.

use digest_cli::check::online::{Doubt, Verdict};

use super::{prober, verdict};
use crate::support::web_server::{Act, WebServer, redirect, status};

const LINK: &str = "http://news.example.org/0";

/// A server on which each of these paths redirects so, and any other answers 200.
fn server(redirects: &'static [(&str, u16, &str)]) -> WebServer {
    WebServer::new(|request| {
        let found = redirects.iter().find(|(path, ..)| *path == request.path);
        found.map_or_else(|| status(200, &[]), |(_, code, to)| redirect(*code, to))
    })
}

fn moved(to: &str) -> Verdict {
    Verdict::Moved { to: to.to_owned() }
}

#[test]
fn a_temporary_redirect_to_a_page_answers() {
    for code in [302, 303, 307] {
        let server = WebServer::new(move |request| match request.path.as_str() {
            "/0" => redirect(code, "/1"),
            _ => status(200, &[]),
        });
        assert_eq!(verdict(&prober(&server), LINK), Verdict::Answers);
        assert_eq!(server.asked(), ["HEAD /0", "HEAD /1"]);
    }
}

#[test]
fn a_permanent_redirect_tells_the_new_address() {
    for code in [301, 308] {
        let server = WebServer::new(move |request| match request.path.as_str() {
            "/0" => redirect(code, "http://www.example.org/new#part"),
            _ => status(200, &[]),
        });
        assert_eq!(
            verdict(&prober(&server), LINK),
            moved("http://www.example.org/new#part")
        );
    }
}

#[test]
fn the_new_address_is_where_the_permanent_part_of_the_way_ends() {
    let server = server(&[
        ("/0", 301, "/1"),
        ("/1", 308, "/2"),
        ("/2", 302, "/3"),
        ("/3", 301, "/4"),
    ]);
    assert_eq!(
        verdict(&prober(&server), LINK),
        moved("http://news.example.org/2")
    );
    assert_eq!(server.asked().len(), 5);
}

#[test]
fn a_permanent_redirect_behind_a_temporary_one_is_not_the_links() {
    let server = server(&[("/0", 302, "/1"), ("/1", 301, "/2")]);
    assert_eq!(verdict(&prober(&server), LINK), Verdict::Answers);
}

#[test]
fn a_redirect_to_a_page_that_is_gone_is_gone_and_tells_where() {
    let server = WebServer::new(|request| match request.path.as_str() {
        "/0" => redirect(301, "/1"),
        _ => status(404, &[]),
    });
    let gone = Verdict::Gone {
        status: 404,
        at: "http://news.example.org/1".to_owned(),
    };
    assert_eq!(verdict(&prober(&server), LINK), gone);
}

#[test]
fn a_redirect_to_a_host_that_does_not_exist_names_it() {
    let server = server(&[("/0", 302, "http://gone.example.net/")]);
    let host = "gone.example.net".to_owned();
    assert_eq!(verdict(&prober(&server), LINK), Verdict::NoSuchHost { host });
}

#[test]
fn five_redirects_are_followed_and_six_are_not() {
    let five = server(&[
        ("/0", 302, "/1"),
        ("/1", 302, "/2"),
        ("/2", 302, "/3"),
        ("/3", 302, "/4"),
        ("/4", 302, "/5"),
    ]);
    assert_eq!(verdict(&prober(&five), LINK), Verdict::Answers);
    let six = server(&[
        ("/0", 302, "/1"),
        ("/1", 302, "/2"),
        ("/2", 302, "/3"),
        ("/3", 302, "/4"),
        ("/4", 302, "/5"),
        ("/5", 302, "/6"),
    ]);
    assert_eq!(verdict(&prober(&six), LINK), Verdict::Unknown(Doubt::Redirects));
}

#[test]
fn a_loop_ends() {
    let server = server(&[("/0", 301, "/1"), ("/1", 301, "/0")]);
    assert_eq!(
        verdict(&prober(&server), LINK),
        Verdict::Unknown(Doubt::Redirects)
    );
    assert_eq!(server.asked().len(), 6);
}

#[test]
fn a_redirect_to_nowhere_is_unknown() {
    for location in [
        "",
        "http://",
        "http://[::1",
        "mailto:a@example.org",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "//:80",
    ] {
        let server = WebServer::new(move |_| redirect(302, location));
        let doubt = Doubt::Location(location.to_owned());
        assert_eq!(verdict(&prober(&server), LINK), Verdict::Unknown(doubt));
    }
    let server = WebServer::new(|_| status(302, &[]));
    let doubt = Doubt::Location(String::new());
    assert_eq!(verdict(&prober(&server), LINK), Verdict::Unknown(doubt));
}

#[test]
fn a_redirect_whose_address_is_no_utf8_does_not_end_the_run() {
    let server = WebServer::new(|request| match request.path.as_str() {
        "/0" => Act::Send(b"HTTP/1.1 302 Found\r\nLocation: /caf\xe9\r\nContent-Length: 0\r\n\r\n".to_vec()),
        _ => status(200, &[]),
    });
    assert_eq!(verdict(&prober(&server), LINK), Verdict::Answers);
}

#[test]
fn a_redirect_to_an_address_with_a_password_is_not_followed() {
    let server = server(&[("/0", 302, "http://me:secret@www.example.org/")]);
    assert_eq!(verdict(&prober(&server), LINK), Verdict::Unknown(Doubt::Userinfo));
    assert_eq!(server.asked(), ["HEAD /0"]);
}
