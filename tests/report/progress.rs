//! How far a send has come, where there is no terminal.

use std::io::{self, Write};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use digest_cli::foundation::{Clock, Environment, Interrupt, Terminal};
use digest_cli::report::{ColorWhen, Console, Headway, Progress, Streams, Verbosity};

#[derive(Clone, Default)]
struct Told(Arc<Mutex<Vec<u8>>>);

impl Told {
    fn lines(&self) -> Vec<String> {
        let bytes = self.0.lock().expect("nobody panicked").clone();
        String::from_utf8(bytes)
            .expect("it is UTF-8")
            .lines()
            .map(str::to_owned)
            .collect()
    }
}

impl Write for Told {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("nobody panicked").write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn console(verbosity: Verbosity) -> (Console, Told) {
    let told = Told::default();
    let streams = Streams {
        input: Box::new(io::empty()),
        out: Box::new(io::sink()),
        err: Box::new(told.clone()),
    };
    let mut console = Console::new(streams, Terminal::default());
    let environment = Environment {
        variables: [].into(),
        directory: ".".into(),
        terminal: Terminal::default(),
        clock: Clock::fixed("2019-02-05T09:00:00Z".parse().expect("a time")),
        interrupt: Interrupt::new(),
    };
    console.set_up(ColorWhen::Auto, verbosity, &environment);
    (console, told)
}

async fn send(verbosity: Verbosity) -> Vec<String> {
    let (mut console, told) = console(verbosity);
    let mut progress = Progress::start(1200, &console);
    for second in 1..=25 {
        tokio::time::advance(Duration::from_secs(1)).await;
        let headway = Headway {
            accepted: second * 40,
            refused: 1,
            deferred: 2,
            in_flight: 4,
            waits_for_relay: false,
        };
        progress.update(headway, &mut console);
    }
    progress.finish(&mut console);
    told.lines()
}

#[tokio::test(start_paused = true)]
async fn lines_come_at_intervals_with_rate_and_time_left() {
    assert_eq!(
        send(Verbosity::Normal).await,
        [
            "401 of 1,200 · 40/s · 4 in flight · 1 refused · 2 deferred · 20 s left",
            "801 of 1,200 · 40/s · 4 in flight · 1 refused · 2 deferred · 10 s left",
            "1,001 of 1,200 · 40/s · 1 refused · 2 deferred",
        ]
    );
}

#[tokio::test(start_paused = true)]
async fn where_only_deferred_copies_are_left_no_time_is_foretold() {
    let (mut console, told) = console(Verbosity::Normal);
    let mut progress = Progress::start(20, &console);
    for _ in 0..20 {
        tokio::time::advance(Duration::from_secs(1)).await;
        let headway = Headway {
            accepted: 18,
            deferred: 2,
            ..Headway::default()
        };
        progress.update(headway, &mut console);
    }
    assert_eq!(
        told.lines().last().map(String::as_str),
        Some("18 of 20 · 0.9/s · 2 deferred, to be tried again")
    );
}

#[tokio::test(start_paused = true)]
async fn while_no_connection_stands_nothing_is_in_flight() {
    let (mut console, told) = console(Verbosity::Normal);
    let mut progress = Progress::start(20, &console);
    tokio::time::advance(Duration::from_secs(10)).await;
    let headway = Headway {
        in_flight: 8,
        waits_for_relay: true,
        ..Headway::default()
    };
    progress.update(headway, &mut console);
    progress.finish(&mut console);
    assert_eq!(told.lines(), ["0 of 20 · waiting for the relay", "0 of 20"]);
}

#[tokio::test(start_paused = true)]
async fn where_nothing_is_to_be_sent_for_now_no_relay_is_waited_for() {
    let (mut console, told) = console(Verbosity::Normal);
    let mut progress = Progress::start(20, &console);
    tokio::time::advance(Duration::from_secs(10)).await;
    let headway = Headway {
        deferred: 20,
        waits_for_relay: true,
        ..Headway::default()
    };
    progress.update(headway, &mut console);
    assert_eq!(told.lines(), ["0 of 20 · 20 deferred, to be tried again"]);
}

#[tokio::test(start_paused = true)]
async fn quiet_tells_nothing() {
    assert_eq!(send(Verbosity::Quiet).await, [""; 0]);
}
