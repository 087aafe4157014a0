//! YAML with the place of every key and value, for messages that point.

use saphyr_parser::{Event, Parser, ScalarStyle};

use super::Span;

/// How deep lists and maps may nest; deeper is a mistake or an attack.
const DEEPEST: usize = 32;
const TOO_DEEP: &str = "lists and maps nested too deeply";
const ALIAS: &str = "an alias (`*name`): write the value out, or put it in quotes if it begins with `*`";

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
    /// Parses one document. Anchors, aliases, tags and further documents are errors: a publication needs none, and they hide what a file says.
    pub fn parse(text: &str) -> Result<Self, YamlError> {
        let mut builder = Builder::new(text);
        // Event by event: the parser's own `load` recurses for every level of nesting, and ends after the first document.
        for event in Parser::new_from_str(text) {
            match event {
                Ok((event, span)) => builder.take(event, span),
                Err(error) => builder.fail(builder.byte(error.marker().index()), plain_words(error.info())),
            }
            if let Some(error) = builder.error {
                return Err(error);
            }
        }
        let nothing = YamlNode {
            kind: YamlKind::Null,
            span: Span::at(0),
        };
        Ok(Self {
            root: builder.root.unwrap_or(nothing),
        })
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

struct Builder<'a> {
    text: &'a str,
    /// Byte offset of each character: the parser counts characters.
    bytes: Vec<usize>,
    open: Vec<Open>,
    root: Option<YamlNode>,
    error: Option<YamlError>,
}

impl<'a> Builder<'a> {
    fn new(text: &'a str) -> Self {
        let ends = std::iter::once(text.len());
        Self {
            text,
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
            self.fail(start, TOO_DEEP);
        }
        self.open.push(Open {
            is_map,
            start,
            items: Vec::new(),
        });
    }

    fn end(&mut self, bracket: Span) {
        let Some(open) = self.open.pop() else { return };
        let last = open.items.last().map_or(open.start, |item| item.span.end);
        // Only `]` and `}` close at a place of their own, and are told to reach over the comment that follows; a block is told to end
        // where the next thing begins.
        let end = if bracket.is_empty() {
            last
        } else {
            bracket.start + 1
        };
        let span = Span::new(open.start, end);
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

impl Builder<'_> {
    fn take(&mut self, event: Event<'_>, span: saphyr_parser::Span) {
        let span = Span::new(self.byte(span.start.index()), self.byte(span.end.index()));
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse_decoration(anchor, tag.is_some(), span.start);
                // A block of text is told to reach to the next key.
                let written = span.of(self.text).trim_end_matches('\n').len();
                let span = Span::new(span.start, span.start + written);
                self.place(scalar(&text, style, span));
            }
            Event::SequenceStart(anchor, tag) => {
                self.refuse_decoration(anchor, tag.is_some(), span.start);
                self.begin(false, span.start);
            }
            Event::MappingStart(anchor, tag) => {
                self.refuse_decoration(anchor, tag.is_some(), span.start);
                self.begin(true, span.start);
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(span),
            Event::Alias(_) => self.fail(span.start, ALIAS),
            _ => {}
        }
    }

    fn refuse_decoration(&mut self, anchor: usize, tagged: bool, offset: usize) {
        if anchor != 0 {
            self.fail(
                offset,
                "an anchor (`&name`): put the value in quotes if it begins with `&`",
            );
        }
        if tagged {
            self.fail(
                offset,
                "a tag (`!name`): put the value in quotes if it begins with `!`",
            );
        }
    }
}

fn scalar(text: &str, style: ScalarStyle, span: Span) -> YamlNode {
    let plain = style == ScalarStyle::Plain;
    if plain && matches!(text, "" | "~" | "null" | "Null" | "NULL") {
        // An empty value is told to span the bracket that follows it.
        let span = if text.is_empty() {
            Span::at(span.start)
        } else {
            span
        };
        return YamlNode {
            kind: YamlKind::Null,
            span,
        };
    }
    YamlNode {
        kind: YamlKind::Scalar(text.to_owned()),
        span,
    }
}

/// What the parser complains of, as one would say it to the person who wrote the line.
fn plain_words(complaint: &str) -> &str {
    match complaint {
        "mapping values are not allowed in this context" => "a `:` inside a value: put the value in quotes",
        "while parsing node, found unknown anchor" => ALIAS,
        "while scanning a quoted scalar, found unexpected end of stream" => "a quote that is never closed",
        "while parsing a flow mapping, did not find expected ',' or '}'" => {
            "a `{` without its `}`, or a missing comma"
        }
        "while parsing a flow sequence, expected ',' or ']'" => "a `[` without its `]`, or a missing comma",
        "while parsing a node, did not find expected node content" => "a value is missing here",
        "while scanning a plain scalar, found a tab"
        | "':' must be followed by a valid YAML whitespace"
        | "tabs disallowed in this context"
        | "tabs disallowed within this context (block indentation)"
        | "tab cannot be used as indentation" => "a tab where only spaces may indent",
        "while parsing a block mapping, did not find expected key"
        | "while parsing a block collection, did not find expected '-' indicator" => {
            "a line that does not line up with those above it"
        }
        "simple key expected" | "simple key expect ':'" => "a line that is no `key: value`",
        "recursion limit exceeded" => TOO_DEEP,
        other => other,
    }
}
