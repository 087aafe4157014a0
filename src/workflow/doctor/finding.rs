//! What an examination found.

use super::DnsRecord;

/// What a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// The SMTP server that takes our mail.
    Relay,
    /// Which machines may send for the envelope sender's domain (RFC 7208).
    Spf,
    /// The public keys of signatures (RFC 6376).
    Dkim,
    /// What receivers do where neither holds (RFC 7489), and whether the two speak for the From address.
    Dmarc,
    /// Where answers and bounces go (RFC 5321 section 5).
    Mx,
    /// The time of day.
    Clock,
    /// The ledger.
    Ledger,
    /// Room on the disk.
    Disk,
    /// A copy for every row of the lists.
    Copies,
}

/// How it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// As it should be.
    Good,
    /// Worth knowing.
    Note,
    /// It may keep mail from arriving.
    Warning,
    /// It keeps mail from leaving, or from arriving.
    Fault,
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What it is about.
    pub topic: Topic,
    /// How it is.
    pub verdict: Verdict,
    /// What was found.
    pub message: String,
    /// What to do, a sentence each.
    pub hints: Vec<String>,
    /// The record to publish, where one would mend it.
    pub record: Option<DnsRecord>,
}

impl Topic {
    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Relay => "relay",
            Self::Spf => "spf",
            Self::Dkim => "dkim",
            Self::Dmarc => "dmarc",
            Self::Mx => "mx",
            Self::Clock => "clock",
            Self::Ledger => "ledger",
            Self::Disk => "disk",
            Self::Copies => "copies",
        }
    }
}

impl Verdict {
    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Fault => "fault",
        }
    }
}

impl Finding {
    /// A finding without advice.
    pub(super) fn new(topic: Topic, verdict: Verdict, message: impl Into<String>) -> Self {
        Self {
            topic,
            verdict,
            message: message.into(),
            hints: Vec::new(),
            record: None,
        }
    }

    /// The same with one more thing to do.
    pub(super) fn hinted(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// The same with the record that mends it.
    pub(super) fn mended_by(mut self, name: impl Into<String>, text: impl Into<String>) -> Self {
        self.record = Some(DnsRecord {
            name: name.into(),
            text: text.into(),
        });
        self
    }

    /// DNS gave no answer, so nothing is known.
    pub(super) fn unknown(topic: Topic, name: &str, reason: &str) -> Self {
        let message = format!("DNS gave no answer about `{name}`: {reason}");
        Self::new(topic, Verdict::Warning, message)
            .hinted("run it again when the name server answers, or ask another with `--nameserver`")
    }
}
