//! How far a send has come: a bar on a terminal, lines at intervals elsewhere, nothing where it should be quiet.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use tokio::time::Instant;

use crate::foundation::grouped;

use super::{Console, Pace, Verbosity, time_span};

/// How often a line is printed where there is no terminal: often enough to see that it lives, seldom enough for a log.
const BETWEEN_LINES: Duration = Duration::from_secs(10);

/// How far it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Headway {
    /// Copies that the relay took.
    pub accepted: usize,
    /// Copies that it finally refused.
    pub refused: usize,
    /// Copies that wait for another try.
    pub deferred: usize,
    /// Copies that were drawn and are not settled.
    pub in_flight: usize,
    /// No connection to the relay stands: what was drawn, if anything, waits for one.
    pub waits_for_relay: bool,
}

impl Headway {
    /// Copies that are done with.
    pub fn done(self) -> usize {
        self.accepted + self.refused
    }
}

/// Draws how far a send has come, on standard error.
#[derive(Debug)]
pub struct Progress {
    total: usize,
    started: Instant,
    pace: Pace,
    headway: Headway,
    drawing: Drawing,
}

#[derive(Debug)]
enum Drawing {
    Bar(ProgressBar),
    Lines { next: Duration },
    Nothing,
}

impl Progress {
    /// Begins: `total` copies are to be sent.
    pub fn start(total: usize, console: &Console) -> Self {
        let drawing = if console.verbosity() == Verbosity::Quiet {
            Drawing::Nothing
        } else if console.terminal().error {
            Drawing::Bar(bar(total, console.colors_err()))
        } else {
            Drawing::Lines { next: BETWEEN_LINES }
        };
        Self {
            total,
            started: Instant::now(),
            pace: Pace::new(),
            headway: Headway::default(),
            drawing,
        }
    }

    /// It has come this far. May be called for every copy: it draws only when there is something new to see.
    pub fn update(&mut self, headway: Headway, console: &mut Console) {
        self.headway = headway;
        let at = self.started.elapsed();
        self.pace.record(at, headway.done());
        match &mut self.drawing {
            Drawing::Bar(bar) => {
                bar.set_position(headway.done() as u64);
                bar.set_message(remarks(headway, &self.pace, self.total));
            }
            Drawing::Lines { next } if at >= *next => {
                *next = at + BETWEEN_LINES;
                console.tell(line(headway, &self.pace, self.total));
            }
            Drawing::Lines { .. } | Drawing::Nothing => {}
        }
    }

    /// Tells something while the bar stands: it is printed above it.
    pub fn tell(&self, message: &str, console: &mut Console) {
        match &self.drawing {
            Drawing::Bar(bar) => bar.suspend(|| console.tell(message)),
            Drawing::Lines { .. } | Drawing::Nothing => console.tell(message),
        }
    }

    /// Ends: the bar goes, and a last line stays where lines were printed.
    pub fn finish(self, console: &mut Console) {
        match self.drawing {
            Drawing::Bar(bar) => bar.finish_and_clear(),
            Drawing::Lines { .. } => {
                // Whatever is left is not waited for any more.
                let headway = Headway {
                    in_flight: 0,
                    waits_for_relay: false,
                    ..self.headway
                };
                let remarks = remarks(headway, &self.pace, headway.done());
                let (done, total) = (grouped(self.headway.done()), grouped(self.total));
                console.tell(format_args!("{done} of {total}{remarks}"));
            }
            Drawing::Nothing => {}
        }
    }

    /// How long it has taken so far.
    pub fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }
}

fn bar(total: usize, colors: bool) -> ProgressBar {
    let template = if colors {
        "{bar:30.green/white.dim} {human_pos} of {human_len}{msg}"
    } else {
        "{bar:30} {human_pos} of {human_len}{msg}"
    };
    let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
    // Ten times a second is smooth, and costs nothing next to a send.
    let target = ProgressDrawTarget::stderr_with_hz(10);
    ProgressBar::with_draw_target(Some(total as u64), target).with_style(style.progress_chars("█▉▊▋▌▍▎▏ "))
}

fn line(headway: Headway, pace: &Pace, total: usize) -> String {
    format!(
        "{} of {}{}",
        grouped(headway.done()),
        grouped(total),
        remarks(headway, pace, total)
    )
}

/// What stands after the count: rate, what waits, time left.
fn remarks(headway: Headway, pace: &Pace, total: usize) -> String {
    let mut parts = Vec::new();
    if let Some(rate) = pace.rate().filter(|_| headway.done() > 0) {
        parts.push(if rate < 10.0 {
            format!("{rate:.1}/s")
        } else {
            format!("{rate:.0}/s")
        });
    }
    if headway.in_flight > 0 && headway.waits_for_relay {
        parts.push("waiting for the relay".to_owned());
    } else if headway.in_flight > 0 {
        parts.push(format!("{} in flight", grouped(headway.in_flight)));
    }
    if headway.refused > 0 {
        parts.push(format!("{} refused", grouped(headway.refused)));
    }
    // When those that wait for another try are done, no rate foretells.
    let left = total.saturating_sub(headway.done() + headway.deferred);
    if headway.deferred > 0 {
        let waits = if left == 0 && total > headway.done() {
            ", to be tried again"
        } else {
            ""
        };
        parts.push(format!("{} deferred{waits}", grouped(headway.deferred)));
    }
    if let Some(time) = pace.time_left(left).filter(|_| left > 0) {
        parts.push(format!("{} left", time_span(time)));
    }
    parts.iter().flat_map(|part| [" · ", part]).collect()
}
