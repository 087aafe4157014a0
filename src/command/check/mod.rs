//! `digest check`: what to look at, what counts, and how it is told.

mod check;
mod mending;
mod narrowing;
mod online;
mod report_file;
mod reporting;
mod threshold;

pub(super) use check::Check;

use mending::Mending;
use narrowing::Narrowing;
use online::{Online, tell_of_links};
use report_file::ReportFile;
use reporting::Reporting;
use threshold::Threshold;
