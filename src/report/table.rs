//! Numbers in columns that add up.

use std::fmt;

use unicode_width::UnicodeWidthStr;

use crate::foundation::grouped;

/// A table of counts: a word at the left of each row, numbers right-aligned under their headings, and a last row that sums them.
///
/// ```text
/// list     to send  already sent
/// weekly     4,012             0
/// staff         17             3
/// total      4,029             3
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    header: Vec<String>,
    rows: Vec<(String, Vec<usize>)>,
    total: Option<String>,
}

impl Table {
    /// A table whose rows are of `what`, with these columns of numbers.
    pub fn new<'a>(what: &'a str, columns: impl IntoIterator<Item = &'a str>) -> Self {
        let header = std::iter::once(what).chain(columns).map(str::to_owned).collect();
        Self {
            header,
            ..Self::default()
        }
    }

    /// Adds a row. A number that is missing at the end counts as 0, one too many is left out.
    #[must_use]
    pub fn row(mut self, name: impl Into<String>, numbers: impl IntoIterator<Item = usize>) -> Self {
        let mut numbers: Vec<usize> = numbers.into_iter().collect();
        numbers.resize(self.header.len() - 1, 0);
        self.rows.push((name.into(), numbers));
        self
    }

    /// Ends the table with a row of sums.
    #[must_use]
    pub fn total(mut self, name: impl Into<String>) -> Self {
        self.total = Some(name.into());
        self
    }

    /// The sum of each column.
    pub fn sums(&self) -> Vec<usize> {
        let columns = 0..self.header.len() - 1;
        let sum = |column: usize| self.rows.iter().map(|(_, numbers)| numbers[column]).sum();
        columns.map(sum).collect()
    }

    fn cells(&self) -> Vec<Vec<String>> {
        let written = |name: &str, numbers: &[usize]| {
            let numbers = numbers.iter().map(|number| grouped(*number));
            std::iter::once(name.to_owned()).chain(numbers).collect()
        };
        let rows = self.rows.iter().map(|(name, numbers)| written(name, numbers));
        let total = self.total.iter().map(|name| written(name, &self.sums()));
        std::iter::once(self.header.clone())
            .chain(rows)
            .chain(total)
            .collect()
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines = self.cells();
        let column_width = |column: usize| lines.iter().map(|cells| cells[column].width()).max().unwrap_or(0);
        let widths: Vec<usize> = (0..self.header.len()).map(column_width).collect();
        for cells in &lines {
            let mut line = String::new();
            for (column, (cell, width)) in cells.iter().zip(&widths).enumerate() {
                let padding = " ".repeat(width - cell.width());
                match column {
                    0 => line.extend([cell, padding.as_str()]),
                    _ => line.extend(["  ", padding.as_str(), cell]),
                }
            }
            writeln!(f, "{}", line.trim_end())?;
        }
        Ok(())
    }
}
