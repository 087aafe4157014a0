//! Tables in plain text.

use comrak::Node;
use comrak::nodes::TableAlignment;
use unicode_width::UnicodeWidthStr;

use super::inline_text::InlineText;
use super::token::TokenShape;

/// A table's words, row by row; the first row is its head.
pub(super) struct TextTable {
    rows: Vec<Vec<String>>,
    alignments: Vec<TableAlignment>,
}

impl TextTable {
    /// Reads a table.
    pub(super) fn of(table: Node<'_>, alignments: &[TableAlignment], inline: &mut InlineText<'_>) -> Self {
        let mut row = |row: Node<'_>| -> Vec<String> {
            row.children()
                .map(|cell| inline.of(cell).trim().replace('\n', " "))
                .collect()
        };
        Self {
            rows: table.children().map(&mut row).collect(),
            alignments: alignments.to_vec(),
        }
    }

    /// In columns, where they fit into `width` and no slot makes them uncertain; else each cell below the other with its column's name.
    pub(super) fn lines(&self, width: usize, shape: &TokenShape) -> Vec<String> {
        let widths = self.widths();
        let total: usize = widths.iter().sum::<usize>() + 3 * widths.len().saturating_sub(1);
        let is_open = self.rows.iter().flatten().any(|cell| shape.is_in(cell));
        if total > width || is_open {
            return self.listed();
        }
        let mut lines: Vec<String> = self.rows.iter().map(|row| self.columns(row, &widths)).collect();
        let rules: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
        lines.insert(1.min(lines.len()), rules.join("-+-"));
        lines
    }

    fn widths(&self) -> Vec<usize> {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let width = |column: usize| {
            self.rows
                .iter()
                .filter_map(|row| row.get(column))
                .map(|cell| cell.width())
                .max()
        };
        (0..columns).map(|column| width(column).unwrap_or(0)).collect()
    }

    fn columns(&self, row: &[String], widths: &[usize]) -> String {
        let cell = |(column, width): (usize, &usize)| {
            let text = row.get(column).map_or("", String::as_str);
            let room = width.saturating_sub(text.width());
            let left = match self.alignments.get(column) {
                Some(TableAlignment::Right) => room,
                Some(TableAlignment::Center) => room / 2,
                _ => 0,
            };
            format!("{}{text}{}", " ".repeat(left), " ".repeat(room - left))
        };
        widths
            .iter()
            .enumerate()
            .map(cell)
            .collect::<Vec<_>>()
            .join(" | ")
            .trim_end()
            .to_owned()
    }

    fn listed(&self) -> Vec<String> {
        let Some((head, body)) = self.rows.split_first() else {
            return Vec::new();
        };
        let mut lines = Vec::new();
        if body.is_empty() {
            lines.push(head.join(" | "));
        }
        for (index, row) in body.iter().enumerate() {
            if index > 0 {
                lines.push(String::new());
            }
            lines.extend(head.iter().zip(row).map(|(name, cell)| match name.as_str() {
                "" => cell.clone(),
                name => format!("{name}: {cell}"),
            }));
        }
        lines
    }
}
