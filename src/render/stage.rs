//! What stage one sets aside for stage two.

use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::foundation::{Diagnostic, Location};

use super::token::{Sighting, TokenShape};

/// What one token stands for.
#[derive(Debug, Clone)]
pub(super) enum Held {
    /// A tag that waits for a subscriber.
    Tag(HeldTag),
    /// Text that is nobody's own, kept out of Markdown's way.
    Text(String),
    /// A draft's text that looks like a tag and stands in code, where it is none.
    Code {
        /// As written.
        text: String,
        /// Where.
        location: Location,
    },
    /// A paragraph of the text part, wrapped only when its slots are filled.
    Paragraph {
        /// What it says, tokens and all.
        content: String,
        /// What its first line begins with.
        first_indent: String,
        /// What its further lines begin with.
        indent: String,
    },
}

/// A tag that waits.
#[derive(Debug, Clone)]
pub(super) struct HeldTag {
    /// Its inside, without delimiters and trimming marks.
    pub inner: String,
    /// Whether it is a `{% … %}`.
    pub is_statement: bool,
    /// Where it was written.
    pub location: Location,
    /// Statements that go before it: what it takes along from stage one.
    pub before: Vec<String>,
}

impl HeldTag {
    /// A statement's first word; empty for a value.
    pub(super) fn word(&self) -> &str {
        if !self.is_statement {
            return "";
        }
        let end = self.inner.find(|c: char| !c.is_alphanumeric() && c != '_');
        &self.inner[..end.unwrap_or(self.inner.len())]
    }

    /// Whether it begins a block.
    pub(super) fn opens(&self) -> bool {
        matches!(self.word(), "if" | "for" | "with")
    }

    /// Whether it parts a block in two.
    pub(super) fn divides(&self) -> bool {
        matches!(self.word(), "elif" | "else")
    }

    /// Whether it ends a block.
    pub(super) fn closes(&self) -> bool {
        self.word().starts_with("end")
    }
}

/// A tag met while a text was prepared, not yet reached by the template engine.
#[derive(Debug, Clone)]
pub(super) enum Pending {
    /// A tag that waits.
    Tag {
        /// The tag.
        tag: HeldTag,
        /// The names whose values it takes along.
        carries: Vec<String>,
        /// Whether its token is put into an HTML comment, which may stand where text may not.
        in_comment: bool,
    },
    /// A tag that is none.
    Code {
        /// As written.
        text: String,
        /// Where.
        location: Location,
    },
}

/// The memory of one rendering: every token given out. Shared with the template engine, hence the lock; there is one thread.
#[derive(Debug)]
pub(super) struct Stage {
    shape: TokenShape,
    held: Mutex<Vec<Held>>,
    pending: Mutex<Vec<Pending>>,
    findings: Mutex<Vec<Diagnostic>>,
}

impl Stage {
    /// A new memory, of these tags.
    pub(super) fn new(shape: TokenShape, pending: Vec<Pending>) -> Self {
        Self {
            shape,
            held: Mutex::default(),
            pending: Mutex::new(pending),
            findings: Mutex::default(),
        }
    }

    /// How tokens look.
    pub(super) fn shape(&self) -> &TokenShape {
        &self.shape
    }

    /// Notes a tag for the engine to reach, and gives its number.
    pub(super) fn expect(&self, pending: Pending) -> usize {
        let mut all = lock(&self.pending);
        all.push(pending);
        all.len() - 1
    }

    /// The tag noted under a number.
    pub(super) fn expected(&self, number: usize) -> Option<Pending> {
        lock(&self.pending).get(number).cloned()
    }

    /// Every tag noted so far.
    pub(super) fn all_expected(&self) -> Vec<Pending> {
        lock(&self.pending).clone()
    }

    /// Sets something aside and gives its token.
    pub(super) fn hold(&self, what: Held) -> String {
        let mut held = lock(&self.held);
        held.push(what);
        self.shape.token(held.len() - 1)
    }

    /// What a token stands for.
    pub(super) fn held(&self, number: usize) -> Option<Held> {
        lock(&self.held).get(number).cloned()
    }

    /// What a token found in a text stands for; `None` for a damaged one.
    pub(super) fn seen(&self, sighting: &Sighting) -> Option<Held> {
        self.held(sighting.number?)
    }

    /// How many tokens were given out so far.
    pub(super) fn len(&self) -> usize {
        lock(&self.held).len()
    }

    /// The tag that a token stands for, if it stands for one.
    pub(super) fn tag(&self, number: usize) -> Option<HeldTag> {
        match self.held(number)? {
            Held::Tag(tag) => Some(tag),
            _ => None,
        }
    }

    /// Notes what is wrong.
    pub(super) fn report(&self, finding: Diagnostic) {
        lock(&self.findings).push(finding);
    }

    /// What was wrong so far; the list is empty afterwards.
    pub(super) fn take_findings(&self) -> Vec<Diagnostic> {
        std::mem::take(&mut *lock(&self.findings))
    }

    /// `text` with each token replaced by what `replacement` makes of it; `None` leaves the token.
    pub(super) fn replaced(&self, text: &str, mut replacement: impl FnMut(Held) -> Option<String>) -> String {
        let mut replaced = String::with_capacity(text.len());
        let mut at = 0;
        for sighting in self.shape.find(text) {
            if let Some(new) = self.seen(&sighting).and_then(&mut replacement) {
                replaced.push_str(&text[at..sighting.start]);
                replaced.push_str(&new);
                at = sighting.end;
            }
        }
        replaced.push_str(&text[at..]);
        replaced
    }
}

/// Nothing panics while it holds one of these locks; were it otherwise, what they guard is still whole.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
