//! Each host is asked gently.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Barrier, Mutex};
use std::thread;
use std::time::Duration;

use digest_cli::check::online::{Doubt, Pauses, Verdict};

use super::prober;
use crate::support::web_server::{Act, WebServer, redirect, status};

/// Pauses that only note themselves.
fn noted() -> (Pauses, Arc<Mutex<Vec<Duration>>>) {
    let notes: Arc<Mutex<Vec<Duration>>> = Arc::default();
    let taken = notes.clone();
    (
        Pauses::from_fn(move |length| notes.lock().unwrap().push(length)),
        taken,
    )
}

#[test]
fn a_page_that_is_linked_twice_is_asked_for_once() {
    let server = WebServer::new(|_| status(200, &[]));
    let links = [
        "http://a.example.org",
        "http://a.example.org/",
        "http://A.example.org:80/#x",
        "http://a.example.org/#y",
    ];
    let verdicts = prober(&server).probe(links);
    assert_eq!(server.asked(), ["HEAD /"]);
    assert_eq!(verdicts.len(), 4);
    assert!(links.iter().all(|link| verdicts[*link] == Verdict::Answers));
}

#[test]
fn between_two_requests_to_a_host_there_is_a_pause() {
    let server = WebServer::new(|_| status(200, &[]));
    let (pauses, taken) = noted();
    let prober = prober(&server).pausing(pauses);
    prober.probe([
        "http://a.example.org/1",
        "http://a.example.org/2",
        "http://a.example.org/3",
        "http://b.example.org/",
    ]);
    assert_eq!(*taken.lock().unwrap(), [Duration::from_millis(500); 2]);
}

#[test]
fn requests_that_redirects_bring_to_a_host_are_counted_with_its_own() {
    let server = WebServer::new(|request| match request.host.as_str() {
        "all.example.org" => status(200, &[]),
        _ => redirect(302, "http://all.example.org/"),
    });
    let (pauses, taken) = noted();
    let prober = prober(&server).pausing(pauses);
    prober.probe([
        "http://a.example.org/",
        "http://b.example.org/",
        "http://c.example.org/",
        "http://all.example.org/x",
    ]);
    assert_eq!(taken.lock().unwrap().len(), 3);
}

#[test]
fn a_host_is_asked_one_thing_at_a_time() {
    let inside = Arc::new(AtomicUsize::new(0));
    let most = Arc::new(AtomicUsize::new(0));
    let (now, peak) = (inside.clone(), most.clone());
    let server = WebServer::new(move |request| {
        if request.host != "all.example.org" {
            return redirect(302, "http://all.example.org/");
        }
        peak.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
        for _ in 0..1000 {
            thread::yield_now();
        }
        now.fetch_sub(1, Ordering::SeqCst);
        status(200, &[])
    });
    let links: Vec<String> = (0..16)
        .map(|number| format!("http://host{number}.example.org/"))
        .collect();
    let verdicts = prober(&server).probe(&links);
    assert!(verdicts.values().all(|verdict| *verdict == Verdict::Answers));
    assert_eq!(most.load(Ordering::SeqCst), 1);
}

#[test]
fn hosts_are_asked_side_by_side() {
    // Nobody is answered before all eight have asked.
    let all = Arc::new(Barrier::new(8));
    let server = WebServer::new(move |_| {
        all.wait();
        status(200, &[])
    });
    let links: Vec<String> = (0..8)
        .map(|number| format!("http://host{number}.example.org/"))
        .collect();
    let verdicts = prober(&server).probe(&links);
    assert!(
        verdicts.values().all(|verdict| *verdict == Verdict::Answers),
        "{verdicts:?}"
    );
}

#[test]
fn a_host_that_has_enough_of_us_is_left_alone_and_others_are_not() {
    let server = WebServer::new(|request| match request.host.as_str() {
        "a.example.org" => status(429, &["Retry-After: 1"]),
        _ => status(200, &[]),
    });
    let verdicts = prober(&server).probe([
        "http://a.example.org/1",
        "http://a.example.org/2",
        "http://b.example.org/",
    ]);
    assert_eq!(
        verdicts["http://a.example.org/1"],
        Verdict::Unknown(Doubt::Status(429))
    );
    assert_eq!(verdicts["http://a.example.org/2"], Verdict::Unknown(Doubt::Busy));
    assert_eq!(verdicts["http://b.example.org/"], Verdict::Answers);
    assert_eq!(server.requests().len(), 2);
}

#[test]
fn a_host_that_is_silent_twice_is_not_asked_any_more() {
    let server = WebServer::new(|_| Act::Silence);
    let prober = prober(&server).waiting(Duration::from_millis(100));
    let verdicts = prober.probe([
        "http://a.example.org/1",
        "http://a.example.org/2",
        "http://a.example.org/3",
    ]);
    let doubts: Vec<&Verdict> = verdicts.values().collect();
    let [timeout, silent] = [Doubt::Timeout, Doubt::Silent].map(Verdict::Unknown);
    assert_eq!(doubts, [&timeout, &timeout, &silent]);
}

#[test]
fn each_link_is_told_of_when_it_was_probed() {
    let told: Arc<Mutex<Vec<String>>> = Arc::default();
    let notes = told.clone();
    let server = WebServer::new(|_| status(200, &[]));
    let prober = prober(&server).telling(move |probed| {
        let line = format!("{}/{} {} {}", probed.done, probed.of, probed.link, probed.verdict);
        notes.lock().unwrap().push(line);
    });
    prober.probe(["http://a.example.org/1#x", "http://a.example.org/2"]);
    assert_eq!(
        *told.lock().unwrap(),
        [
            "1/2 http://a.example.org/1 answers",
            "2/2 http://a.example.org/2 answers"
        ]
    );
}
