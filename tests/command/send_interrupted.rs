//! Ctrl-C during `digest send`: the real program, and real signals.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, ChildStderr, Command, Stdio};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use crate::support::{ISSUE, Newsroom, SmtpServer, Step, readers};

const READERS: usize = 30;

/// A send whose server withholds its answer to one final dot.
pub(super) struct Held {
    /// The first to be dropped: a server that still withholds its answer could not be stopped.
    go_on: Sender<()>,
    newsroom: Newsroom,
    pub(super) child: Child,
    stderr: BufReader<ChildStderr>,
}

impl Held {
    pub(super) fn start() -> Self {
        let (at_dot, dots) = channel();
        let (go_on, told) = channel::<()>();
        let newsroom = Newsroom::of_readers(READERS, withholding(at_dot, told));
        let mut child = newsroom
            .process(["send", ISSUE, "--yes", "--new-ledger"])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let stderr = BufReader::new(child.stderr.take().expect("a pipe"));
        // A send that ends before must not be waited for.
        dots.recv_timeout(Duration::from_mins(1))
            .expect("the send comes to its tenth copy");
        Self {
            go_on,
            newsroom,
            child,
            stderr,
        }
    }

    fn interrupt(&self) {
        let sent = Command::new("sh")
            .args(["-c", &format!("kill -INT {}", self.child.id())])
            .status();
        assert!(sent.expect("a shell").success());
    }

    /// Reads on until a line that begins so.
    fn read_to(&mut self, start: &str) -> String {
        let mut line = String::new();
        while self.stderr.read_line(&mut line).expect("the program says UTF-8") > 0 {
            if line.starts_with(start) {
                return line;
            }
            line.clear();
        }
        panic!("the program never said `{start}`");
    }

    /// Waits for the end: the status, and what else was said on both streams.
    fn end(&mut self) -> (Option<i32>, String, String) {
        let (mut out, mut err) = (String::new(), String::new());
        let status = self.child.wait().expect("it ends");
        let stdout = self.child.stdout.as_mut().expect("a pipe");
        stdout.read_to_string(&mut out).expect("UTF-8");
        self.stderr.read_to_string(&mut err).expect("UTF-8");
        (status.code(), out, err)
    }
}

fn withholding(at_dot: Sender<()>, told: Receiver<()>) -> SmtpServer {
    let (at_dot, told) = (Mutex::new(at_dot), Mutex::new(told));
    SmtpServer::new(move |moment| {
        if moment.step == Step::Dot && moment.time == 10 {
            let _ = at_dot.lock().expect("not poisoned").send(());
            let _ = told.lock().expect("not poisoned").recv();
        }
        None
    })
}

#[test]
fn the_first_ctrl_c_waits_for_answers_and_says_how_to_go_on() {
    let mut held = Held::start();
    held.interrupt();
    let said = held.read_to("stopping");
    assert!(said.contains("awaited"), "{said}");
    held.go_on.send(()).expect("the server waits");
    let (status, out, err) = held.end();
    assert_eq!(status, Some(75), "{err}");
    assert!(err.contains("digest send drafts/a.md"), "{err}");
    assert!(out.contains("accepted"), "{out}");
    assert_eq!(held.newsroom.number_in("in_doubt"), 0);
    assert_eq!(held.newsroom.number_in("accepted"), held.newsroom.taken().len());
    assert!(held.newsroom.taken().len() < READERS);

    held.newsroom.send([]).success();
    assert_eq!(held.newsroom.taken(), readers(READERS).collect::<Vec<_>>());
}

#[test]
fn the_second_ctrl_c_stops_at_once_and_names_those_in_doubt() {
    let mut held = Held::start();
    held.interrupt();
    held.read_to("stopping");
    held.interrupt();
    let (status, out, err) = held.end();
    assert_eq!(status, Some(75), "{err}");
    let doubtful: Vec<String> = held
        .newsroom
        .states()
        .into_iter()
        .filter(|(_, state)| state == "in_doubt")
        .map(|(address, _)| address)
        .collect();
    assert!((1..=4).contains(&doubtful.len()), "{doubtful:?}");
    for address in &doubtful {
        assert!(out.contains(address), "{address}: {out}");
    }
    assert!(out.contains("digest resolve drafts/a.md"), "{out}");
    held.go_on.send(()).expect("the server waits");
}
