//! Tests of `issue`.

use std::sync::Arc;

use digest_cli::foundation::{Source, Span};
use digest_cli::issue::Draft;

mod front_matter;
mod hostile;
mod meaning;
mod outline;
mod prose;
mod read;
mod tag;
mod words;

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

/// A whole draft without fault.
pub(crate) const SAMPLE: &str = "---
id: 2019-02-05-caspian-crossroads
issue: 197
date: 2019-02-05
author: [aserik, { name: Тимур Ахметов, affiliation: \"Example Institute, Kazakhstan\" }]
lists: [weekly]
status: ready
subject: Crossroads, {{ subscriber.name }}
preheader: What the new port changes
language: en-GB
---
# Caspian *crossroads*

Dear {{ subscriber.name | default(\"reader\") }}, the port [opened][port] in May.

See https://example.org/long/path.

## Politics, Foreign Affairs, and Security

- First **item** of
  two lines.
- Second — item.

<!-- half -->

- Third.

[port]: https://example.org/port

## Society and Culture

1. Music {# ask #}
2. Theatre
";
