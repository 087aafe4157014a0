//! How fast mail may leave.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

/// A rate, written `10/s`, `600/m`, `20000/h` or `unlimited`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rate {
    /// No limit.
    Unlimited,
    /// `messages` in each `period`.
    Limited {
        /// At least one.
        messages: u32,
        /// A second, a minute or an hour.
        period: Duration,
    },
}

impl Rate {
    /// The time between two messages; zero where there is no limit.
    pub fn interval(self) -> Duration {
        match self {
            Self::Unlimited => Duration::ZERO,
            Self::Limited { messages, period } => period / messages,
        }
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unlimited => f.write_str("unlimited"),
            Self::Limited { messages, period } => {
                let unit = match period.as_secs() {
                    1 => "s",
                    60 => "m",
                    _ => "h",
                };
                write!(f, "{messages}/{unit}")
            }
        }
    }
}

impl FromStr for Rate {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("`{text}` is no rate: write `10/s`, `600/m`, `20000/h` or `unlimited`");
        if text == "unlimited" {
            return Ok(Self::Unlimited);
        }
        let (messages, unit) = text.split_once('/').ok_or_else(wrong)?;
        let messages: u32 = messages.trim().parse().map_err(|_| wrong())?;
        let seconds = match unit.trim() {
            "s" => 1,
            "m" => 60,
            "h" => 3600,
            _ => return Err(wrong()),
        };
        if messages == 0 {
            return Err(wrong());
        }
        Ok(Self::Limited {
            messages,
            period: Duration::from_secs(seconds),
        })
    }
}
