//! The addresses behind the links of the text part.

use super::stage::{Held, Stage};

/// Every address linked to, once each, in the order of the first links.
#[derive(Debug, Default)]
pub(super) struct Footnotes {
    /// What makes an address the same, and the address with its tokens.
    urls: Vec<(String, String)>,
}

impl Footnotes {
    /// The number of the note that gives `url`.
    pub(super) fn number(&mut self, url: &str, stage: &Stage) -> usize {
        // Each token is its own; what it stands for may be the same.
        let same = stage.replaced(url, |held| match held {
            Held::Tag(tag) => Some(format!("\u{1}{}\u{1}", tag.inner)),
            _ => None,
        });
        let known = self.urls.iter().position(|(other, _)| *other == same);
        1 + known.unwrap_or_else(|| {
            self.urls.push((same, url.to_owned()));
            self.urls.len() - 1
        })
    }

    /// The notes, a line each; an address is never broken.
    pub(super) fn written(&self) -> String {
        let note = |(index, (_, url)): (usize, &(String, String))| format!("[{}] {url}\n", index + 1);
        self.urls.iter().enumerate().map(note).collect()
    }
}
