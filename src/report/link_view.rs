//! How the following of links is told.

use std::collections::BTreeMap;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::check::online::{Doubt, Probed, Verdict};
use crate::foundation::plural;

use super::{Console, Verbosity};

/// A bar that shows how many links were followed. It draws on a terminal only, and only where something may be told.
#[derive(Debug)]
pub struct LinkBar(ProgressBar);

impl LinkBar {
    /// Begins.
    pub fn start(console: &Console) -> Self {
        let seen = console.terminal().error && console.verbosity() > Verbosity::Quiet;
        let target = if seen {
            ProgressDrawTarget::stderr_with_hz(10)
        } else {
            ProgressDrawTarget::hidden()
        };
        let style = ProgressStyle::with_template("{bar:30} {human_pos} of {human_len} links followed");
        let style = style.unwrap_or_else(|_| ProgressStyle::default_bar());
        Self(ProgressBar::with_draw_target(None, target).with_style(style))
    }

    /// What is to be called for each link.
    pub fn teller(&self) -> impl Fn(Probed<'_>) + Send + Sync + 'static {
        let bar = self.0.clone();
        move |probed| {
            bar.set_length(probed.of as u64);
            bar.set_position(probed.done as u64);
        }
    }

    /// Ends: the bar goes.
    pub fn finish(self) {
        self.0.finish_and_clear();
    }
}

/// What became of all links, in a line: `12 links followed: 9 answer, 1 is broken, 2 cannot be told`. Empty where there are none.
pub fn link_tally(verdicts: &BTreeMap<String, Verdict>) -> String {
    if verdicts.is_empty() {
        return String::new();
    }
    let count = |which: fn(&Verdict) -> bool| verdicts.values().filter(|verdict| which(verdict)).count();
    let (good, broken) = (count(Verdict::is_good), count(Verdict::is_broken));
    let unknown = verdicts.len() - good - broken;
    let number = |count: usize, one: &str, more: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        _ => Some(format!("{count} {more}")),
    };
    let parts = [
        number(good, "answers", "answer"),
        number(broken, "is broken", "are broken"),
        number(unknown, "cannot be told", "cannot be told"),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let mut line = format!(
        "{} followed: {}",
        plural(verdicts.len(), "link"),
        parts.join(", ")
    );
    if verdicts
        .values()
        .any(|verdict| *verdict == Verdict::Unknown(Doubt::NoNetwork))
    {
        line.push_str("; no host's name could be looked up: is there a network?");
    }
    line
}

/// A line for each link of which it cannot be told whether it answers: the link, and why.
pub fn link_doubts(verdicts: &BTreeMap<String, Verdict>) -> impl Iterator<Item = String> {
    let doubtful = verdicts
        .iter()
        .filter(|(_, verdict)| !verdict.is_good() && !verdict.is_broken());
    doubtful.map(|(link, verdict)| format!("{link}: {verdict}"))
}
