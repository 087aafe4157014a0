//! How many of something are wanted.

use std::fmt;
use std::str::FromStr;

/// A wanted number, written `7`, `5..9`, `3..` or `..9`, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// The least.
    pub least: usize,
    /// The most; `None` where there is no upper bound.
    pub most: Option<usize>,
}

impl Count {
    /// Whether `number` is wanted.
    pub fn allows(self, number: usize) -> bool {
        number >= self.least && self.most.is_none_or(|most| number <= most)
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.least, self.most) {
            (least, Some(most)) if least == most => write!(f, "{least}"),
            (0, Some(most)) => write!(f, "at most {most}"),
            (least, Some(most)) => write!(f, "{least} to {most}"),
            (least, None) => write!(f, "at least {least}"),
        }
    }
}

impl FromStr for Count {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("`{text}` is no count: write `7`, `5..9`, `3..` or `..9`");
        let number = |digits: &str| digits.trim().parse::<usize>().map_err(|_| wrong());
        let (least, most) = match text.split_once("..") {
            None => {
                let exact = number(text)?;
                (exact, Some(exact))
            }
            Some(("", "")) => return Err(wrong()),
            Some((least, "")) => (number(least)?, None),
            Some(("", most)) => (0, Some(number(most)?)),
            Some((least, most)) => (number(least)?, Some(number(most)?)),
        };
        if most.is_some_and(|most| most < least) {
            return Err(format!(
                "`{text}` is an empty range: the smaller number goes first"
            ));
        }
        Ok(Self { least, most })
    }
}
