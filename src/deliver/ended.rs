//! How a run ended.

use super::Stop;

/// How a run of sending ended. Every copy drawn has had its outcome recorded, except where the journal itself failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ended {
    /// The source had nothing more.
    Finished,
    /// A person asked to stop.
    Interrupted,
    /// Something concerns every copy.
    Stopped(Stop),
}
