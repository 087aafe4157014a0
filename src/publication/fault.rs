//! What is wrong with one value.

/// Why a value's text does not mean anything where it stands. The [`Reader`](super::Reader) adds the key, the place and the rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong: lower case, values in backticks, no final period.
    pub message: String,
    /// What to write instead.
    pub hint: Option<String>,
    /// A part of the text that must not be shown again.
    pub secret: Option<String>,
}

impl Fault {
    /// A fault without a hint.
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            hint: None,
            secret: None,
        }
    }

    /// The same fault with a hint.
    #[must_use]
    pub fn hinted(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The same fault, about a text of which `secret` must not be shown again.
    #[must_use]
    pub fn concealing(mut self, secret: impl Into<String>) -> Self {
        self.secret = Some(secret.into());
        self
    }
}

impl From<String> for Fault {
    fn from(message: String) -> Self {
        Self::new(message)
    }
}

impl From<&str> for Fault {
    fn from(message: &str) -> Self {
        Self::new(message)
    }
}
