//! Findings for people: the line itself with the place marked, as compilers show it.

use std::io::{self, Write};
use std::path::Path;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str};

use crate::foundation::{Diagnostic, Severity};

use super::{Excerpt, linked, tally};

/// How findings are to be drawn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Look<'a> {
    /// Whether in colour.
    pub color: bool,
    /// The terminal's columns, where known; else 100.
    pub width: Option<u16>,
    /// The folder that paths count from, where places are to be links to their files.
    pub linked_from: Option<&'a Path>,
}

/// Columns where no terminal says otherwise.
const WIDTH: u16 = 100;
/// What fewer columns a terminal may say it has.
const NARROWEST: u16 = 40;

/// Writes findings, a blank line between them, and a line that sums them up. Of no findings nothing is written.
pub fn human(diagnostics: &[Diagnostic], look: Look<'_>, out: &mut dyn Write) -> io::Result<()> {
    for diagnostic in diagnostics {
        writeln!(out, "{}\n", drawn(diagnostic, look))?;
    }
    if !diagnostics.is_empty() {
        writeln!(out, "{}", tally(diagnostics))?;
    }
    Ok(())
}

fn drawn(diagnostic: &Diagnostic, look: Look<'_>) -> String {
    let width = usize::from(look.width.unwrap_or(WIDTH).max(NARROWEST));
    let location = &diagnostic.location;
    let position = location.position();
    let path = location.source.path().display().to_string();
    // Beside the source stand the line's number, a bar and spaces.
    let margin = position.line.to_string().len() + 4;
    let excerpt = Excerpt::of(location, width - margin);
    let hint = diagnostic.hint.as_deref().map(normalize_untrusted_str);

    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    let message: String = diagnostic.message.split('\n').collect::<Vec<_>>().join(" ");
    let mut group = Group::with_title(level.primary_title(message).id(diagnostic.rule));
    group = match &excerpt {
        None => {
            // An excerpt of a list whose line could not be read again still has its number.
            let origin = Origin::path(&path);
            group.element(if position.line > 1 {
                origin.line(position.line)
            } else {
                origin
            })
        }
        Some(excerpt) => {
            let place = AnnotationKind::Primary.span(excerpt.span.clone());
            let snippet = Snippet::source(&excerpt.text)
                .line_start(position.line)
                .path(&path);
            group.element(snippet.annotation(place))
        }
    };
    if let Some(hint) = &hint {
        group = group.element(Level::HELP.message(hint));
    }
    let renderer = if look.color {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let drawn = renderer.hyperlink(false).term_width(width * 2).render(&[group]);
    placed(&drawn, diagnostic, excerpt.as_ref(), look)
}

/// What was drawn, with the column counted from the line's start, where the excerpt's was drawn, and as a link where that is wanted.
fn placed(drawn: &str, diagnostic: &Diagnostic, excerpt: Option<&Excerpt>, look: Look<'_>) -> String {
    let location = &diagnostic.location;
    let path = location.source.path();
    let position = location.position();
    let place = |column: usize| format!("{}:{}:{column}", path.display(), position.line);
    let (shown, mut meant) = match excerpt {
        None => (path.display().to_string(), path.display().to_string()),
        Some(excerpt) => {
            let shown = excerpt.text[..excerpt.span.start].chars().count() + 1;
            (place(shown), place(position.column))
        }
    };
    if let Some(folder) = look.linked_from {
        meant = linked(&meant, &folder.join(path));
    }
    // The message stands in the first line, and may quote what looks like a place.
    let (title, rest) = drawn.split_at(drawn.find('\n').unwrap_or_default());
    format!("{title}{}", rest.replacen(&shown, &meant, 1))
}
