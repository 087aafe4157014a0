//! Characters that nobody sees.

use unicode_script::{Script, UnicodeScript};

/// What an unseen character does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unseen {
    /// Says where a line may or may not be broken.
    Break,
    /// Joins letters or emoji, or keeps them apart.
    Joiner,
    /// Says where a word may be divided.
    SoftHyphen,
    /// Says which way the text runs.
    Direction,
    /// Makes letters run the wrong way.
    Override,
    /// Was meant for a teleprinter.
    Control,
    /// Stands for what could not be read.
    Lost,
    /// A space at which no line is broken.
    NoBreakSpace,
}

impl Unseen {
    /// What a character is, and its name with its article, where it is one that nobody sees.
    pub(super) fn of(c: char) -> Option<(Self, &'static str)> {
        // Nearly all text ends here.
        if (' '..'\u{7F}').contains(&c) {
            return None;
        }
        Some(match c {
            '\t' | '\n' | '\r' => return None,
            '\0'..'\u{A0}' => (Self::Control, "a control character"),
            '\u{A0}' => (Self::NoBreakSpace, "a no-break space"),
            '\u{AD}' => (Self::SoftHyphen, "a soft hyphen"),
            '\u{200B}' => (Self::Break, "a zero-width space"),
            '\u{200C}' => (Self::Joiner, "a zero-width non-joiner"),
            '\u{200D}' => (Self::Joiner, "a zero-width joiner"),
            '\u{200E}' | '\u{200F}' | '\u{61C}' => (Self::Direction, "a direction mark"),
            '\u{202A}'..='\u{202C}' | '\u{2066}'..='\u{2069}' => {
                (Self::Direction, "a mark that sets off the direction of writing")
            }
            '\u{202D}' | '\u{202E}' => (Self::Override, "a mark that turns the direction of writing"),
            '\u{2028}' | '\u{2029}' => (Self::Control, "a line separator"),
            '\u{2060}' => (Self::Break, "a word joiner"),
            '\u{2061}'..='\u{2064}' => (Self::Break, "an invisible operator"),
            '\u{FEFF}' => (Self::Break, "a byte order mark"),
            '\u{FFFC}' => (Self::Lost, "an object replacement character"),
            '\u{FFFD}' => (Self::Lost, "a replacement character"),
            _ => return None,
        })
    }

    /// Whether the character belongs where it stands: among letters that need it, or in emoji.
    pub(super) fn belongs(self, before: Option<char>, after: Option<char>, text: &str) -> bool {
        let mut around = [before, after].into_iter().flatten();
        match self {
            Self::Joiner => around.any(joins),
            Self::Break => around.any(writes_no_spaces),
            Self::Direction => text.chars().any(runs_from_right),
            _ => false,
        }
    }
}

/// Letters of scripts that join, and emoji; not the letters of Europe.
fn joins(c: char) -> bool {
    let european = [Script::Latin, Script::Cyrillic, Script::Greek];
    !c.is_ascii() && !c.is_whitespace() && !european.contains(&c.script()) && Unseen::of(c).is_none()
}

fn writes_no_spaces(c: char) -> bool {
    let scripts = [
        Script::Thai,
        Script::Lao,
        Script::Khmer,
        Script::Myanmar,
        Script::Tibetan,
    ];
    !c.is_ascii() && scripts.contains(&c.script())
}

fn runs_from_right(c: char) -> bool {
    let scripts = [
        Script::Arabic,
        Script::Hebrew,
        Script::Syriac,
        Script::Thaana,
        Script::Nko,
    ];
    !c.is_ascii() && scripts.contains(&c.script())
}
