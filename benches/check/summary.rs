//! What the runs of one contender come to.

use super::contender::{Contender, Task};
use super::measuring::{Measured, median, most};

/// What the runs of one contender come to.
pub(crate) struct Summary {
    /// What it does.
    pub(crate) task: Task,
    /// What the table calls it.
    pub(crate) name: &'static str,
    runs: Vec<Measured>,
}

impl Summary {
    /// Of a contender that has not run yet.
    pub(crate) fn of(contender: &Contender) -> Self {
        Self {
            task: contender.task,
            name: contender.name,
            runs: Vec::new(),
        }
    }

    /// Takes in a run.
    pub(crate) fn add(&mut self, run: Measured) {
        self.runs.push(run);
    }

    /// Seconds from start to exit: the median.
    pub(crate) fn wall(&self) -> f64 {
        self.median(|run| run.wall)
    }

    /// Seconds from start to exit: the least.
    pub(crate) fn least(&self) -> f64 {
        self.runs.iter().map(|run| run.wall).fold(f64::INFINITY, f64::min)
    }

    /// Seconds of processor time: the median.
    pub(crate) fn processor(&self) -> f64 {
        self.median(|run| run.processor)
    }

    /// Bytes of memory: the most.
    pub(crate) fn memory(&self) -> f64 {
        most(self.runs.iter().map(|run| run.memory))
    }

    /// Whether it found something, in any run.
    pub(crate) fn found(&self) -> bool {
        self.runs.iter().any(|run| run.status != 0)
    }

    fn median(&self, of: impl Fn(&Measured) -> f64) -> f64 {
        median(self.runs.iter().map(of))
    }
}
