//! What a tag does, read from its words without running it.

use super::names::{self, Names};

/// A tag's meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Statement {
    /// Its first word; empty for a value.
    pub word: String,
    /// What kind of tag it is to us.
    pub role: Role,
    /// The names it uses.
    pub uses: Names,
    /// The names it gives a value.
    pub binds: Vec<String>,
    /// Whether it is a loop that calls itself.
    pub is_recursive: bool,
}

/// How a tag takes part in the structure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// `{{ … }}`, and statements that stand alone.
    Single,
    /// Begins a block.
    Opens,
    /// `elif`, `else`.
    Divides,
    /// `end…`.
    Closes,
}

const OPENERS: [&str; 9] = [
    "if",
    "for",
    "with",
    "set",
    "block",
    "macro",
    "call",
    "filter",
    "autoescape",
];

impl Statement {
    /// A value's tag, from its inside.
    pub(super) fn value(inner: &str) -> Self {
        Self {
            word: String::new(),
            role: Role::Single,
            uses: names::of_expression(inner).unwrap_or_default(),
            binds: Vec::new(),
            is_recursive: false,
        }
    }

    /// A statement's tag, from its inside. One that MiniJinja does not understand uses no names: its own message comes later.
    pub(super) fn read(inner: &str) -> Self {
        let end = inner.find(|c: char| !c.is_alphanumeric() && c != '_');
        let (word, rest) = inner.split_at(end.unwrap_or(inner.len()));
        Self {
            word: word.to_owned(),
            role: role(word, rest),
            uses: uses(word, inner, rest),
            binds: binds(word, rest),
            is_recursive: word == "for" && rest.trim_end().ends_with(" recursive"),
        }
    }

    /// Whether stage two could run it: everything else that names a subscriber's values is an error.
    pub(super) fn can_be_deferred(&self) -> bool {
        match self.word.as_str() {
            "" | "if" | "elif" | "else" | "with" => true,
            "for" => !self.is_recursive,
            "set" => self.role == Role::Single && !self.binds.iter().any(|name| name.contains('.')),
            word => word.starts_with("end"),
        }
    }

    /// Whether what it sets inside is forgotten after it.
    pub(super) fn is_scope(&self) -> bool {
        self.role == Role::Opens && !matches!(self.word.as_str(), "if" | "set")
    }
}

fn role(word: &str, rest: &str) -> Role {
    match word {
        "set" if top_level(rest, "=").is_some() => Role::Single,
        "elif" | "else" => Role::Divides,
        _ if OPENERS.contains(&word) => Role::Opens,
        _ if word.starts_with("end") && word != "endraw" => Role::Closes,
        _ => Role::Single,
    }
}

fn uses(word: &str, inner: &str, rest: &str) -> Names {
    let found = match word {
        "if" => names::of_statement(inner, "{% endif %}"),
        "elif" => names::of_expression(rest),
        "for" => names::of_statement(inner, "{% endfor %}"),
        "with" => names::of_statement(inner, "{% endwith %}"),
        "set" if top_level(rest, "=").is_some() => names::of_statement(inner, ""),
        "else" | "raw" | "endraw" => None,
        _ if word.starts_with("end") => None,
        _ => Some(names::words(rest).into_iter().map(str::to_owned).collect()),
    };
    found.unwrap_or_default()
}

fn binds(word: &str, rest: &str) -> Vec<String> {
    let owned = |text: &str| names::words(text).into_iter().map(str::to_owned).collect();
    match word {
        "for" => top_level(rest, " in ").map_or_else(Vec::new, |at| owned(&rest[..at])),
        "set" => {
            let target = &rest[..top_level(rest, "=").unwrap_or(rest.len())];
            match target.split_once('.') {
                Some(_) => vec![target.trim().to_owned()],
                None => owned(target.split('|').next().unwrap_or_default()),
            }
        }
        "macro" => names::words(rest)
            .into_iter()
            .take(1)
            .map(str::to_owned)
            .collect(),
        "import" => names::words(rest).pop().into_iter().map(str::to_owned).collect(),
        "from" => owned(rest),
        "with" => rest
            .match_indices('=')
            .filter_map(|(at, _)| names::words(&rest[..at]).pop().map(str::to_owned))
            .collect(),
        _ => Vec::new(),
    }
}

/// Where `mark` stands in `text` outside strings and brackets; `==` is no `=`.
fn top_level(text: &str, mark: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut depth = 0_usize;
    let mut quoted = None;
    let mut at = 0;
    while at < bytes.len() {
        match (quoted, bytes[at]) {
            (Some(_), b'\\') => at += 1,
            (Some(quote), byte) if byte == quote => quoted = None,
            (None, b'"' | b'\'') => quoted = Some(bytes[at]),
            (None, b'(' | b'[' | b'{') => depth += 1,
            (None, b')' | b']' | b'}') => depth = depth.saturating_sub(1),
            // A tuple's closing bracket may touch what follows, and line ends part words as spaces do.
            (None, _) if depth == 0 && starts_with_mark(&bytes[at..], mark) => return Some(at),
            _ => {}
        }
        at += 1;
    }
    None
}

fn starts_with_mark(bytes: &[u8], mark: &str) -> bool {
    let equal =
        |(byte, wanted): (&u8, &u8)| byte == wanted || (*wanted == b' ' && byte.is_ascii_whitespace());
    bytes.len() >= mark.len() && bytes.iter().zip(mark.as_bytes()).all(equal)
}
