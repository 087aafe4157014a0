//! The word before a message.

use anstyle::{AnsiColor, Style};

/// `word:`, bold and in its colour where colour is printed.
pub fn label(word: &str, color: AnsiColor, colors: bool) -> String {
    if colors {
        let style = Style::new().bold().fg_color(Some(color.into()));
        format!("{style}{word}{style:#}:")
    } else {
        format!("{word}:")
    }
}
