//! An SMTP server's answer.

use std::fmt;
use std::str::FromStr;

use memchr::memchr;
use serde::{Deserialize, Serialize};

use crate::foundation::is_tidy;

/// One reply: basic code, enhanced code where one was given, and text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// The basic code (RFC 5321 section 4.2), 200 to 599.
    pub code: u16,
    /// The enhanced status code (RFC 3463), where the text began with one whose class agrees with the basic code.
    pub enhanced: Option<EnhancedCode>,
    /// The text without the enhanced code, lines joined by a space, control characters removed.
    pub text: String,
}

/// An enhanced mail system status code, `class.subject.detail` (RFC 3463 section 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct EnhancedCode {
    /// 2 success, 4 persistent transient failure, 5 permanent failure.
    pub class: u8,
    /// What it concerns: 1 address, 2 mailbox, 3 mail system, 4 network, 5 protocol, 6 content, 7 security or policy.
    pub subject: u16,
    /// The particular.
    pub detail: u16,
}

impl Reply {
    /// A reply from its code and lines of text.
    pub fn new(code: u16, text: impl Into<String>) -> Self {
        let mut text = one_line(text.into());
        let first = memchr(b' ', text.as_bytes()).unwrap_or(text.len());
        // RFC 2034 section 4: a class that contradicts the basic code is not to be trusted.
        let enhanced = text[..first]
            .parse::<EnhancedCode>()
            .ok()
            .filter(|e| u16::from(e.class) == code / 100);
        if enhanced.is_some() {
            text.drain(..text.len().min(first + 1));
        }
        Self { code, enhanced, text }
    }

    /// 2yz: taken.
    pub fn is_positive(&self) -> bool {
        self.code / 100 == 2
    }

    /// 4yz: not now.
    pub fn is_transient(&self) -> bool {
        self.code / 100 == 4
    }

    /// 5yz: not at all.
    pub fn is_permanent(&self) -> bool {
        self.code / 100 == 5
    }
}

/// Control characters as spaces, runs of white space as one space, none at the ends.
fn one_line(text: String) -> String {
    if is_tidy(text.as_bytes()) {
        return text;
    }
    let text: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl fmt::Display for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.code)?;
        if let Some(enhanced) = self.enhanced {
            write!(f, " {enhanced}")?;
        }
        if self.text.is_empty() {
            Ok(())
        } else {
            write!(f, " {}", self.text)
        }
    }
}

impl fmt::Display for EnhancedCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.class, self.subject, self.detail)
    }
}

impl FromStr for EnhancedCode {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut parts = text.as_bytes().split(|byte| *byte == b'.');
        let mut number = |most: u16| {
            let part = parts.next().ok_or(())?;
            let add = |number: u16, digit: &u8| {
                let digit = char::from(*digit).to_digit(10)?;
                number.checked_mul(10)?.checked_add(u16::try_from(digit).ok()?)
            };
            let number = part.iter().try_fold(0, add).ok_or(())?;
            if !part.is_empty() && number <= most {
                Ok(number)
            } else {
                Err(())
            }
        };
        let class = u8::try_from(number(5)?).map_err(|_| ())?;
        let (subject, detail) = (number(999)?, number(999)?);
        if parts.next().is_none() && matches!(class, 2 | 4 | 5) {
            Ok(Self {
                class,
                subject,
                detail,
            })
        } else {
            Err(())
        }
    }
}
