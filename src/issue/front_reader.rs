//! Front matter, read with a finding for each mistake in it.

use std::sync::Arc;

use jiff::civil::Date;

use crate::foundation::{Diagnostic, Location, Source, Span, YamlKind, YamlNode, YamlTree};
use crate::publication::value::{language, line, name};
use crate::publication::{Author, Reader, ReaderRules};

use super::front_block::FrontBlock;
use super::front_values::{date, id, issue_number, status};
use super::{Byline, FrontMatter, Spanned};

const RULES: ReaderRules = ReaderRules {
    unknown: "front-matter-unknown-key",
    missing: "front-matter-missing-key",
    wrong: "front-matter-wrong-type",
};
const UNREADABLE: &str = "front-matter-unreadable";
/// Longer than this, in bytes, is no front matter but a `---` in the wrong place.
const LONGEST: usize = 64 * 1024;

impl FrontMatter {
    /// Reads what stands in `block`; without one, that is a finding.
    pub(super) fn read(source: &Arc<Source>, block: Option<&FrontBlock>) -> Self {
        let Some(block) = block else {
            return Self {
                faults: vec![absent(source)],
                ..Self::default()
            };
        };
        let mut front = match tree(source, block) {
            Ok(root) => Self::read_keys(source, root),
            Err(fault) => Self {
                faults: vec![fault],
                ..Self::default()
            },
        };
        front.span = Some(block.span);
        front
    }

    fn read_keys(source: &Arc<Source>, root: YamlNode) -> Self {
        let (read, mut faults) = Reader::read(source, &root, RULES, |reader| Some(keys(reader, source)));
        if root.kind == YamlKind::Null {
            // The front matter is there and empty: point at its first line, and not at what follows it.
            for fault in &mut faults {
                fault.location.span = Span::new(0, 3);
            }
        }
        Self {
            tree: Some(root),
            faults,
            ..read.unwrap_or_default()
        }
    }
}

/// All keys. The order is the one in which a hint lists them.
fn keys(reader: &mut Reader<'_>, source: &Arc<Source>) -> FrontMatter {
    let id = reader.required_spanned("id", "2019-02-05-caspian-crossroads", id);
    let issue = reader.spanned("issue", issue_number);
    let date = date_of(reader, source);
    let author = reader.node("author").map(|node| bylines(reader, source, node));
    let lists = reader.list("lists", name);
    FrontMatter {
        id: id.map(Spanned::from),
        issue: issue.map(Spanned::from),
        date,
        author: author.unwrap_or_default(),
        lists: lists.unwrap_or_default().into_iter().map(Spanned::from).collect(),
        status: reader.spanned("status", status).map(Spanned::from),
        subject: reader.spanned("subject", line).map(Spanned::from),
        preheader: reader.spanned("preheader", line).map(Spanned::from),
        language: reader.spanned("language", language).map(Spanned::from),
        ..FrontMatter::default()
    }
}

/// The date. One that cannot be read has a rule of its own.
fn date_of(reader: &mut Reader<'_>, source: &Arc<Source>) -> Option<Spanned<Date>> {
    let (text, span) =
        reader.required_spanned("date", "2019-02-05", |text| Ok::<_, String>(text.to_owned()))?;
    match date(&text) {
        Ok(date) => Some(Spanned::from((date, span))),
        Err(fault) => {
            let message = format!("`date`: {}", fault.message);
            let finding = Diagnostic::error("front-matter-bad-date", Location::new(source, span), message);
            reader.report(Diagnostic {
                hint: fault.hint,
                ..finding
            });
            None
        }
    }
}

/// One author, or several: each a key of digest.yaml's authors, or written out.
fn bylines(reader: &mut Reader<'_>, source: &Arc<Source>, node: &YamlNode) -> Vec<Spanned<Byline>> {
    let nodes = match &node.kind {
        YamlKind::List(items) => items.as_slice(),
        _ => std::slice::from_ref(node),
    };
    nodes
        .iter()
        .filter_map(|node| byline(reader, source, node).map(|byline| Spanned::from((byline, node.span))))
        .collect()
}

fn byline(reader: &mut Reader<'_>, source: &Arc<Source>, node: &YamlNode) -> Option<Byline> {
    match &node.kind {
        YamlKind::Scalar(key) => match line(key) {
            Ok(key) => Some(Byline::Key(key)),
            Err(fault) => {
                reader.wrong(node.span, fault);
                None
            }
        },
        YamlKind::Map(_) => {
            let (author, findings) = Reader::read(source, node, RULES, Author::read);
            for finding in findings {
                reader.report(finding);
            }
            author.map(Byline::Written)
        }
        YamlKind::Null | YamlKind::List(_) => {
            let message = format!(
                "an author is {}, and must be a key or `{{ name: … }}`",
                node.kind_name()
            );
            reader.wrong(node.span, message);
            None
        }
    }
}

/// The map that a front matter is, or the one finding that it is none.
#[expect(clippy::result_large_err, reason = "read once a draft, and told at once")]
fn tree(source: &Arc<Source>, block: &FrontBlock) -> Result<YamlNode, Diagnostic> {
    let unreadable =
        |span, message: String| Diagnostic::error(UNREADABLE, Location::new(source, span), message);
    if !block.closed {
        return Err(unreadable(
            Span::new(0, 3),
            "the front matter that begins here never ends".to_owned(),
        )
        .hinted("end it with a line that holds `---` and nothing else"));
    }
    if block.yaml.len() > LONGEST {
        return Err(unreadable(
            Span::new(0, 3),
            "the front matter is longer than 64 KB".to_owned(),
        )
        .hinted("end it with a line `---` after its last key"));
    }
    let root = YamlTree::parse_at(block.yaml.of(source.text()), block.yaml.start)
        .map_err(|error| {
            let at = error.offset.clamp(block.yaml.start, block.yaml.end);
            unreadable(
                Span::at(at),
                format!("the front matter is not YAML: {}", error.message),
            )
            .hinted("write a line `key: value` for each key, and quote a value that holds `: ` or ` #`")
        })?
        .root;
    match root.kind {
        YamlKind::Map(_) | YamlKind::Null => Ok(root),
        _ => Err(unreadable(
            root.span,
            format!(
                "the front matter is {}, and must be a map of keys",
                root.kind_name()
            ),
        )
        .hinted("write a line `key: value` for each key")),
    }
}

fn absent(source: &Arc<Source>) -> Diagnostic {
    let at = Location::new(source, Span::at(0));
    Diagnostic::error(RULES.missing, at, "the draft has no front matter").hinted(
        "begin the file with a line `---`, the lines `id: …`, `date: …` and `lists: […]`, and another line `---`",
    )
}
