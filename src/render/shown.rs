//! Finished text inside a template.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use minijinja::value::{Object, ObjectRepr};

/// A piece of the issue that a template may show: already escaped, with its tokens. It counts how often it was shown, because so often must
/// its tokens be found in the end.
#[derive(Debug)]
pub(super) struct Shown {
    text: String,
    times: AtomicUsize,
}

impl Shown {
    /// A piece to be shown.
    pub(super) fn new(text: impl Into<String>) -> Arc<Self> {
        Arc::new(Self {
            text: text.into(),
            times: AtomicUsize::new(0),
        })
    }

    /// Its text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// How often it was shown.
    pub(super) fn times(&self) -> usize {
        self.times.load(Ordering::Relaxed)
    }
}

impl Object for Shown {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn is_true(self: &Arc<Self>) -> bool {
        !self.text.trim().is_empty()
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.times.fetch_add(1, Ordering::Relaxed);
        f.write_str(&self.text)
    }
}
