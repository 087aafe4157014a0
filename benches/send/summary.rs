//! What the runs of one contender come to.

use crate::contender::Contender;
use crate::measuring::{median, most};
use crate::run::Run;

/// What the runs of one contender come to.
pub(crate) struct Summary {
    /// Who ran.
    pub(crate) contender: Contender,
    runs: Vec<Run>,
}

impl Summary {
    /// Of a contender that has not run yet.
    pub(crate) fn of(contender: Contender) -> Self {
        Self {
            contender,
            runs: Vec::new(),
        }
    }

    /// Takes in a run.
    pub(crate) fn add(&mut self, run: Run) {
        self.runs.push(run);
    }

    /// The median of a figure.
    pub(crate) fn median(&self, of: impl Fn(&Run) -> f64) -> f64 {
        median(self.runs.iter().map(of))
    }

    /// The least and the greatest rate.
    pub(crate) fn range(&self) -> (f64, f64) {
        let rates = || self.runs.iter().map(Run::rate);
        (rates().fold(f64::INFINITY, f64::min), most(rates()))
    }

    /// Messages a second, from the first connection to the last message: the median.
    pub(crate) fn rate(&self) -> f64 {
        self.median(Run::rate)
    }

    /// Bytes of memory: the most.
    pub(crate) fn memory(&self) -> f64 {
        most(self.runs.iter().map(|run| run.measured.memory))
    }
}
