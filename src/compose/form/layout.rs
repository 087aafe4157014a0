//! Paragraphs of the text part that are wrapped when their slots are filled.

use textwrap::core::Word;
use textwrap::{Options, WordSeparator, WordSplitter};

/// How a paragraph is laid out.
#[derive(Debug, Clone)]
pub(super) struct Layout {
    /// What the first line begins with.
    pub(super) first_indent: String,
    /// What each further line begins with.
    pub(super) indent: String,
    /// The widest line, in columns.
    pub(super) width: usize,
}

impl Layout {
    /// The paragraph in lines. A word wider than a line stays whole: it may be an address, which broken leads nowhere.
    pub(super) fn wrap(&self, text: &str) -> String {
        if text.trim().is_empty() {
            return String::new();
        }
        let options = Options::new(self.width)
            .initial_indent(&self.first_indent)
            .subsequent_indent(&self.indent)
            .break_words(false)
            .word_splitter(WordSplitter::NoHyphenation)
            .word_separator(WordSeparator::Custom(words));
        textwrap::fill(text, options)
    }
}

/// Words by UAX #14, so that scripts without spaces wrap too, but with every URL left whole.
fn words(line: &str) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
    let mut found = Vec::new();
    let mut token = Vec::new();
    let mut at = 0;
    for word in WordSeparator::UnicodeBreakProperties.find_words(line) {
        let end = at + word.word.len() + word.whitespace.len();
        let ends_token = !word.whitespace.is_empty() || end == line.len();
        token.push(at..end);
        if ends_token {
            let whole = token[0].start..end;
            if is_url(&line[whole.clone()]) {
                token = vec![whole];
            }
            found.extend(token.drain(..).map(|range| Word::from(&line[range])));
        }
        at = end;
    }
    Box::new(found.into_iter())
}

fn is_url(token: &str) -> bool {
    token.contains("://") || token.contains("mailto:")
}
