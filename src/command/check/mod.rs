//! `digest check`: what to look at, what counts, and how it is told.

mod check;
mod mending;
mod narrowing;
mod report_file;
mod reporting;
mod threshold;

pub(super) use check::Check;

use mending::Mending;
use narrowing::Narrowing;
use report_file::ReportFile;
use reporting::Reporting;
use threshold::Threshold;
