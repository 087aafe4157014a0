//! YAML with the place of every key and value, for messages that point.

use saphyr_parser::{Event, Parser, ScalarStyle, SpannedEventReceiver};

use super::Span;

/// How deep lists and maps may nest; deeper is a mistake or an attack.
const DEEPEST: usize = 32;

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YamlNode {
    /// What it is.
    pub kind: YamlKind,
    /// Where: byte offsets in the text that was parsed.
    pub span: Span,
}

/// What a YAML value is. Scalars stay text: what a field wants decides what `7` or `yes` means there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum YamlKind {
    /// Nothing was written, or `null` or `~`.
    Null,
    /// A text, a number, a date, a truth value.
    Scalar(String),
    /// `- a`, or `[a, b]`.
    List(Vec<YamlNode>),
    /// `key: value`, in the order written. A key that stands twice is here twice.
    Map(Vec<(YamlNode, YamlNode)>),
}

/// A whole document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YamlTree {
    /// Its topmost value; `Null` for an empty document.
    pub root: YamlNode,
}

/// Why a text is not YAML, or not the YAML taken here.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct YamlError {
    /// What is wrong.
    pub message: String,
    /// Where, as a byte offset.
    pub offset: usize,
}

impl YamlNode {
    /// The text of a scalar.
    pub fn text(&self) -> Option<&str> {
        match &self.kind {
            YamlKind::Scalar(text) => Some(text),
            _ => None,
        }
    }

    /// The value of a key, where this is a map that has it.
    pub fn get(&self, key: &str) -> Option<&YamlNode> {
        let YamlKind::Map(entries) = &self.kind else {
            return None;
        };
        let found = entries.iter().find(|(name, _)| name.text() == Some(key));
        found.map(|(_, value)| value)
    }

    /// What it is, as a person would call it.
    pub fn kind_name(&self) -> &'static str {
        match self.kind {
            YamlKind::Null => "nothing",
            YamlKind::Scalar(_) => "a single value",
            YamlKind::List(_) => "a list",
            YamlKind::Map(_) => "a map of keys",
        }
    }

    fn shift(&mut self, by: usize) {
        self.span = self.span.shifted(by);
        match &mut self.kind {
            YamlKind::Null | YamlKind::Scalar(_) => {}
            YamlKind::List(items) => items.iter_mut().for_each(|item| item.shift(by)),
            YamlKind::Map(entries) => entries.iter_mut().for_each(|(key, value)| {
                key.shift(by);
                value.shift(by);
            }),
        }
    }
}

impl YamlTree {
    /// Parses one document. Anchors, aliases and further documents are errors: a publication needs none, and they hide what a file says.
    pub fn parse(text: &str) -> Result<Self, YamlError> {
        let mut builder = Builder::new(text);
        let mut parser = Parser::new_from_str(text);
        let scanned = parser.load(&mut builder, false);
        if let Err(error) = scanned {
            let offset = builder.byte(error.marker().index());
            let message = error.info().to_owned();
            return Err(builder.error.unwrap_or(YamlError { message, offset }));
        }
        match builder.error {
            Some(error) => Err(error),
            None => Ok(Self {
                root: builder.root.unwrap_or(YamlNode {
                    kind: YamlKind::Null,
                    span: Span::at(0),
                }),
            }),
        }
    }

    /// Parses a part of a larger text that begins at `offset` there; spans and errors count from the larger text's start.
    pub fn parse_at(text: &str, offset: usize) -> Result<Self, YamlError> {
        let mut tree = Self::parse(text).map_err(|error| YamlError {
            offset: error.offset + offset,
            ..error
        })?;
        tree.root.shift(offset);
        Ok(tree)
    }
}

/// A list or map that is still open.
struct Open {
    is_map: bool,
    start: usize,
    items: Vec<YamlNode>,
}

struct Builder {
    /// Byte offset of each character: the parser counts characters.
    bytes: Vec<usize>,
    open: Vec<Open>,
    root: Option<YamlNode>,
    error: Option<YamlError>,
}

impl Builder {
    fn new(text: &str) -> Self {
        let ends = std::iter::once(text.len());
        Self {
            bytes: text.char_indices().map(|(at, _)| at).chain(ends).collect(),
            open: Vec::new(),
            root: None,
            error: None,
        }
    }

    fn byte(&self, character: usize) -> usize {
        let last = self.bytes.len() - 1;
        self.bytes[character.min(last)]
    }

    fn fail(&mut self, offset: usize, message: &str) {
        self.error.get_or_insert(YamlError {
            message: message.to_owned(),
            offset,
        });
    }

    fn place(&mut self, node: YamlNode) {
        match self.open.last_mut() {
            Some(open) => open.items.push(node),
            None if self.root.is_none() => self.root = Some(node),
            None => self.fail(node.span.start, "a second document: one file holds one"),
        }
    }

    fn begin(&mut self, is_map: bool, start: usize) {
        if self.open.len() >= DEEPEST {
            self.fail(start, "nested too deeply");
        }
        self.open.push(Open {
            is_map,
            start,
            items: Vec::new(),
        });
    }

    fn end(&mut self, end: usize) {
        let Some(open) = self.open.pop() else { return };
        let last = open.items.last().map_or(open.start, |item| item.span.end);
        let span = Span::new(open.start, end.max(last));
        let kind = if open.is_map {
            let mut items = open.items.into_iter();
            let mut entries = Vec::new();
            while let (Some(key), Some(value)) = (items.next(), items.next()) {
                entries.push((key, value));
            }
            YamlKind::Map(entries)
        } else {
            YamlKind::List(open.items)
        };
        self.place(YamlNode { kind, span });
    }
}

impl SpannedEventReceiver<'_> for Builder {
    fn on_event(&mut self, event: Event<'_>, span: saphyr_parser::Span) {
        if self.error.is_some() {
            return;
        }
        let (start, end) = (self.byte(span.start.index()), self.byte(span.end.index()));
        match event {
            Event::Scalar(text, style, ..) => {
                let null = style == ScalarStyle::Plain && matches!(&*text, "" | "~" | "null");
                let kind = if null {
                    YamlKind::Null
                } else {
                    YamlKind::Scalar(text.into_owned())
                };
                self.place(YamlNode {
                    kind,
                    span: Span::new(start, end),
                });
            }
            Event::SequenceStart(..) => self.begin(false, start),
            Event::MappingStart(..) => self.begin(true, start),
            Event::SequenceEnd | Event::MappingEnd => self.end(end),
            Event::Alias(_) => self.fail(start, "an alias (`*name`): write the value out"),
            _ => {}
        }
    }
}
