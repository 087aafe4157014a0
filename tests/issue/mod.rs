//! Tests of `issue`.

use std::sync::Arc;

use digest_cli::foundation::{Source, Span};
use digest_cli::issue::Draft;

mod outline;

fn draft(text: &str) -> Draft {
    Draft::parse(Arc::new(Source::new("drafts/a.md", text)))
}

/// The draft of a Markdown text under a front matter without fault.
fn sound(markdown: &str) -> Draft {
    draft(&format!("---\nid: a\ndate: 2019-02-05\n---\n{markdown}"))
}

fn shown<'a>(draft: &'a Draft, spans: &[Span]) -> Vec<&'a str> {
    spans.iter().map(|span| span.of(draft.source.text())).collect()
}
