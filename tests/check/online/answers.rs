//! What a server's answer says of the link.

use std::io::Write;
use std::net::TcpListener;
use std::sync::Mutex;
use std::sync::mpsc::channel;
use std::time::Duration;

use digest_cli::check::online::{AddressGuard, Doubt, LinkProber, Pauses, Verdict};
use digest_cli::foundation::Clock;

use super::{names_of, prober, verdict};
use crate::support::web_server::{Act, WebServer, status};

const LINK: &str = "http://news.example.org/page";

/// The verdict on [`LINK`] where every request is answered with this status.
fn answered(code: u16) -> Verdict {
    let server = WebServer::new(move |_| status(code, &[]));
    verdict(&prober(&server), LINK)
}

#[test]
fn a_page_that_is_there_answers() {
    for code in [200, 204, 206] {
        assert_eq!(answered(code), Verdict::Answers, "{code}");
    }
}

#[test]
fn a_page_that_is_not_there_is_gone() {
    for code in [404, 410] {
        let gone = Verdict::Gone {
            status: code,
            at: LINK.to_owned(),
        };
        assert_eq!(answered(code), gone);
    }
}

#[test]
fn what_may_be_otherwise_for_readers_is_unknown() {
    for code in [304, 400, 401, 403, 405, 406, 429, 451, 500, 502, 503, 504, 999] {
        assert_eq!(answered(code), Verdict::Unknown(Doubt::Status(code)));
    }
}

#[test]
fn a_page_is_asked_for_by_its_head_and_by_whoever_asks() {
    let server = WebServer::new(|_| status(200, &["Set-Cookie: seen=1"]));
    let prober = prober(&server);
    prober.probe([LINK, "http://news.example.org/other?a=b#part"]);
    assert_eq!(server.asked(), ["HEAD /other?a=b", "HEAD /page"]);
    for request in server.requests() {
        let head = request.head.join("\n").to_lowercase();
        let version = env!("CARGO_PKG_VERSION");
        assert!(
            head.contains(&format!("user-agent: digest/{version} (link check")),
            "{head}"
        );
        assert!(head.contains("host: news.example.org"), "{head}");
        for unwanted in ["cookie", "authorization", "referer"] {
            assert!(!head.contains(unwanted), "{head}");
        }
    }
}

#[test]
fn a_head_that_is_refused_is_asked_for_again_with_get() {
    for refusal in [400, 403, 404, 405, 500, 501] {
        let server = WebServer::new(move |request| match request.method.as_str() {
            "HEAD" => status(refusal, &[]),
            _ => status(200, &[]),
        });
        assert_eq!(verdict(&prober(&server), LINK), Verdict::Answers, "{refusal}");
        assert_eq!(server.asked(), ["HEAD /page", "GET /page"]);
    }
}

#[test]
fn a_server_that_hangs_up_on_head_is_asked_again_with_get() {
    let server = WebServer::new(|request| match request.method.as_str() {
        "HEAD" => Act::Send(Vec::new()),
        _ => status(200, &[]),
    });
    assert_eq!(verdict(&prober(&server), LINK), Verdict::Answers);
}

#[test]
fn a_server_that_wants_to_be_left_alone_is_not_asked_twice() {
    for code in [401, 429, 503] {
        let server = WebServer::new(move |_| status(code, &[]));
        verdict(&prober(&server), LINK);
        assert_eq!(server.asked(), ["HEAD /page"], "{code}");
    }
}

#[test]
fn a_body_without_end_is_not_read() {
    const WHOLE: usize = 256 << 20;
    let (written, total) = channel();
    let written = Mutex::new(written);
    let server = WebServer::new(move |request| {
        if request.method == "HEAD" {
            return status(405, &[]);
        }
        let written = written.lock().unwrap().clone();
        Act::Write(Box::new(move |stream| {
            let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {WHOLE}\r\n\r\n");
            stream.write_all(head.as_bytes()).unwrap();
            let piece = vec![b'a'; 1 << 16];
            let pieces = (0..WHOLE / piece.len()).take_while(|_| stream.write_all(&piece).is_ok());
            written.send(pieces.count() * piece.len()).unwrap();
        }))
    });
    assert_eq!(verdict(&prober(&server), LINK), Verdict::Answers);
    assert!(total.recv().unwrap() < WHOLE);
}

#[test]
fn a_head_without_end_is_given_up() {
    let server = WebServer::new(|_| {
        Act::Write(Box::new(|stream| {
            let line = b"HTTP/1.1 200 OK\r\n";
            let mut sent = stream.write_all(line);
            while sent.is_ok() {
                sent = stream.write_all(b"X-Again: and again and again\r\n");
            }
        }))
    });
    let verdict = verdict(&prober(&server), LINK);
    assert!(matches!(verdict, Verdict::Unknown(Doubt::Lost(_))), "{verdict:?}");
}

#[test]
fn what_is_no_http_is_unknown() {
    let server = WebServer::new(|_| Act::Send(b"220 relay.example.org ESMTP\r\n".to_vec()));
    let verdict = verdict(&prober(&server), LINK);
    assert!(matches!(verdict, Verdict::Unknown(Doubt::Lost(_))), "{verdict:?}");
}

#[test]
fn a_server_that_never_answers_is_unknown() {
    let server = WebServer::new(|_| Act::Silence);
    let prober = prober(&server).waiting(Duration::from_millis(100));
    assert_eq!(verdict(&prober, LINK), Verdict::Unknown(Doubt::Timeout));
}

#[test]
fn a_port_that_nobody_listens_on_is_unknown() {
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let prober = LinkProber::new(
        AddressGuard::public_only().allowing(closed),
        Clock::system(),
        None,
    )
    .looking_up(names_of(closed))
    .pausing(Pauses::from_fn(|_| {}));
    let refused = Doubt::Lost("the connection was refused".to_owned());
    assert_eq!(verdict(&prober, LINK), Verdict::Unknown(refused));
}

#[test]
fn a_link_with_a_password_in_it_is_not_asked() {
    let server = WebServer::new(|_| status(200, &[]));
    let prober = prober(&server);
    for link in [
        "http://me@news.example.org/",
        "http://me:secret@news.example.org/",
    ] {
        assert_eq!(verdict(&prober, link), Verdict::Unknown(Doubt::Userinfo));
    }
    assert!(server.requests().is_empty());
}

#[test]
fn what_is_no_link_of_the_web_has_no_verdict() {
    let server = WebServer::new(|_| status(200, &[]));
    let verdicts = prober(&server).probe([
        "mailto:a@example.org",
        "ftp://example.org/",
        "page",
        "http://",
        "#top",
        "",
    ]);
    assert!(verdicts.is_empty(), "{verdicts:?}");
}
