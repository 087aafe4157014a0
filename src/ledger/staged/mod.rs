//! The rows of the lists on their way into a plan: laid down in any order, read in the order of their addresses.
//!
//! A merge sort on disk. [`StagedRows`] gathers rows in memory; some megabytes of them are sorted and written down as a *run*, and reading merges the runs. So a
//! plan of any length takes the same memory, and a short one never touches the disk.

mod cursor;
mod page;
mod recipients;
mod record;
mod sorted_rows;
mod staged_row;
mod staged_rows;

pub(super) use page::Page;
pub use recipients::Recipients;
pub(super) use sorted_rows::SortedRows;
pub(super) use staged_row::StagedRow;
pub(super) use staged_rows::StagedRows;
