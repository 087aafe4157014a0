//! All that a draft says.

use comrak::nodes::Node;

use crate::foundation::{ByteSet, Span};
use crate::issue::parsed::Parsed;
use crate::issue::{Draft, Spanned};

use super::walk::Walk;
use super::{BlockKind, PartOf, ProseBlock, ProseImage, ProseLink, Runs};

/// All that a draft says.
#[derive(Debug, Clone, Default)]
pub struct Prose {
    /// The blocks of text, in the order written; subject and preheader first.
    pub blocks: Vec<ProseBlock>,
    /// The links, in the order written.
    pub links: Vec<ProseLink>,
    /// The pictures, in the order written.
    pub images: Vec<ProseImage>,
}

impl Prose {
    /// What a draft says.
    pub fn of(draft: &Draft) -> &Self {
        &draft.prose
    }

    /// Reads what a draft says, whose Markdown begins at `body`.
    pub(in crate::issue) fn read(draft: &Draft, body: usize, parsed: &Parsed<'_>, root: Node<'_>) -> Self {
        let text = draft.source.text();
        let front = [
            (BlockKind::Subject, &draft.front.subject),
            (BlockKind::Preheader, &draft.front.preheader),
        ];
        let front = front
            .into_iter()
            .filter_map(|(kind, value)| Some(header(kind, value.as_ref()?, text)));
        let mut walk = Walk::new(draft, body, front.collect());
        walk.run(parsed, root);
        walk.prose
    }
}

/// A line of the front matter.
fn header(kind: BlockKind, value: &Spanned<String>, draft: &str) -> ProseBlock {
    let mut runs = Runs::default();
    let found = value.span.of(draft).find(&value.value);
    let source = found.map_or(value.span, |at| {
        let start = value.span.start + at;
        Span::new(start, start + value.value.len())
    });
    runs.push(0, &value.value, source, draft);
    ProseBlock {
        kind,
        part: PartOf::Front,
        text: value.value.clone(),
        span: source,
        depth: 0,
        bytes: ByteSet::of(&value.value),
        runs,
    }
}
