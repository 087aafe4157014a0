//! Good answers count for a day.

use std::fs;
use std::path::{Path, PathBuf};

use digest_cli::check::online::{AddressGuard, LinkProber, Pauses, Verdict};
use digest_cli::foundation::{Clock, replace};

use super::names_of;
use crate::support::web_server::{Act, WebServer, redirect, status};

const LINK: &str = "http://news.example.org/";

fn prober(server: &WebServer, at: &str, cache: &Path) -> LinkProber {
    LinkProber::new(
        AddressGuard::public_only().allowing(server.address()),
        Clock::fixed(at.parse().unwrap()),
        Some(cache.to_path_buf()),
    )
    .looking_up(names_of(server.address()))
    .pausing(Pauses::from_fn(|_| {}))
}

/// What is found at two times with the same file, and how many requests that took.
fn found_twice(
    first: &str,
    then: &str,
    act: impl Fn() -> Act + Send + Sync + 'static,
) -> (Verdict, Verdict, usize) {
    let folder = tempfile::tempdir().unwrap();
    let cache = folder.path().join(".digest/links.json");
    let server = WebServer::new(move |request| {
        if request.path == "/" {
            act()
        } else {
            status(200, &[])
        }
    });
    let found = |at: &str| prober(&server, at, &cache).probe([LINK]).remove(LINK).unwrap();
    let (before, after) = (found(first), found(then));
    (before, after, server.requests().len())
}

#[test]
fn a_good_answer_is_not_asked_for_again_within_a_day() {
    let (before, after, requests) = found_twice("2019-02-05T08:00:00Z", "2019-02-06T07:59:59Z", || {
        status(200, &[])
    });
    assert_eq!((before, after, requests), (Verdict::Answers, Verdict::Answers, 1));
    let moved = Verdict::Moved {
        to: "http://news.example.org/new#part".to_owned(),
    };
    let (before, after, requests) = found_twice("2019-02-05T08:00:00Z", "2019-02-06T07:59:59Z", || {
        redirect(301, "/new#part")
    });
    assert_eq!((before, after, requests), (moved.clone(), moved, 2));
}

#[test]
fn after_a_day_it_is_asked_for_again() {
    let (_, _, requests) = found_twice("2019-02-05T08:00:00Z", "2019-02-06T08:00:00Z", || {
        status(200, &[])
    });
    assert_eq!(requests, 2);
}

#[test]
fn an_answer_from_the_future_does_not_count() {
    let (_, _, requests) = found_twice("2019-02-05T08:00:00Z", "2019-02-05T07:59:59Z", || {
        status(200, &[])
    });
    assert_eq!(requests, 2);
}

#[test]
fn a_link_that_was_mended_is_well_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let cache = folder.path().join("links.json");
    let found = |code| {
        let server = WebServer::new(move |_| status(code, &[]));
        prober(&server, "2019-02-05T08:00:00Z", &cache)
            .probe([LINK])
            .remove(LINK)
            .unwrap()
    };
    assert!(found(404).is_broken());
    assert_eq!(found(200), Verdict::Answers);
}

#[test]
fn a_doubt_is_not_kept() {
    for code in [429, 500] {
        let (_, _, requests) = found_twice("2019-02-05T08:00:00Z", "2019-02-05T08:00:01Z", move || {
            status(code, &[])
        });
        assert!(requests >= 2, "{code}");
    }
}

#[test]
fn a_file_that_makes_no_sense_is_no_cache_and_is_written_anew() {
    for content in [
        "",
        "not json",
        "[]",
        r#"{"version":2,"links":{"http://news.example.org/":{"at":"2019-02-05T07:00:00Z"}}}"#,
        r#"{"version":1,"links":{"http://news.example.org/":{"at":"yesterday"}}}"#,
        r#"{"version":1,"links":{"http://news.example.org/":{"at":"2019-02-05T07:00:00Z","moved":"\u001b[31m"}}}"#,
    ] {
        let folder = tempfile::tempdir().unwrap();
        let cache = folder.path().join("links.json");
        replace(&cache, content.as_bytes()).unwrap();
        let server = WebServer::new(|_| status(200, &[]));
        let verdicts = prober(&server, "2019-02-05T08:00:00Z", &cache).probe([LINK]);
        assert_eq!(verdicts[LINK], Verdict::Answers);
        assert_eq!(server.requests().len(), 1, "{content}");
        assert!(
            fs::read_to_string(&cache)
                .unwrap()
                .contains("2019-02-05T08:00:00Z"),
            "{content}"
        );
    }
}

#[test]
fn a_cache_that_cannot_be_written_costs_nothing_but_time() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    replace(&file, b"in the way").unwrap();
    let server = WebServer::new(|_| status(200, &[]));
    let verdicts = prober(&server, "2019-02-05T08:00:00Z", &file.join("links.json")).probe([LINK]);
    assert_eq!(verdicts[LINK], Verdict::Answers);
}

#[test]
fn a_state_folder_that_is_made_for_it_stays_out_of_git() {
    let folder = tempfile::tempdir().unwrap();
    let cache: PathBuf = folder.path().join(".digest/links.json");
    let server = WebServer::new(|_| status(200, &[]));
    prober(&server, "2019-02-05T08:00:00Z", &cache).probe([LINK]);
    assert_eq!(
        fs::read_to_string(folder.path().join(".digest/.gitignore")).unwrap(),
        "*\n"
    );
    assert!(cache.exists());
}
