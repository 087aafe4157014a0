//! One finding: what is wrong, where, and what to do.

use std::fmt;
use std::str::FromStr;

use super::{Fix, Location};

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Should be mended.
    Warning,
    /// Must be mended before the issue can be sent.
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}

impl FromStr for Severity {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        match word {
            "info" => Ok(Self::Info),
            "warning" => Ok(Self::Warning),
            "error" => Ok(Self::Error),
            _ => Err(format!(
                "`{word}` is no severity: write `info`, `warning` or `error`"
            )),
        }
    }
}

/// One finding. The message tells what is wrong in lower case, values in backticks, no final period; the hint says what to write instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule that found it, in kebab case; `configuration` for digest.yaml itself.
    pub rule: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// Where.
    pub location: Location,
    /// What to do about it.
    pub hint: Option<String>,
    /// How it can be mended without asking anybody, where that is safe.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// An error found by `rule`.
    pub fn error(rule: &'static str, location: Location, message: impl Into<String>) -> Self {
        Self {
            rule,
            severity: Severity::Error,
            message: message.into(),
            location,
            hint: None,
            fix: None,
        }
    }

    /// A warning found by `rule`.
    pub fn warning(rule: &'static str, location: Location, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(rule, location, message)
        }
    }

    /// The same finding with a hint.
    #[must_use]
    pub fn hinted(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}
