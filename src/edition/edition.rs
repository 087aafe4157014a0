//! Everything a copy is made of, but for the subscriber.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use super::Slotted;

/// An issue rendered. The plan freezes it (compressed, in the ledger): every attempt, on every machine, is made from the frozen one.
///
/// Addresses are kept as text, as digest.yaml has them; they were parsed when it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// The publication's id: `List-Id`, and part of every key.
    pub publication: String,
    /// The newsletter's name.
    pub publication_title: String,
    /// The issue's id.
    pub issue: String,
    /// The language of the issue (BCP 47).
    pub language: String,
    /// The From header's name.
    pub from_name: String,
    /// The From header's address.
    pub from_email: String,
    /// The Reply-To address, where there is one.
    pub reply_to: Option<String>,
    /// The envelope sender.
    pub envelope_sender: String,
    /// What stands between the envelope sender's local part and a copy's own tag (VERP); `None` where copies share one envelope sender.
    pub bounce_delimiter: Option<char>,
    /// The subject.
    pub subject: Slotted,
    /// The HTML part.
    pub html: Slotted,
    /// The plain-text part: lines of at most 72 columns, `\n` line ends.
    pub text: Slotted,
    /// How copies tell where to unsubscribe.
    pub unsubscribe: LinkStyle,
    /// What the headers say of the newsletter.
    pub headers: ListHeaders,
}

/// What the headers of every copy say of the newsletter, where digest.yaml says it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ListHeaders {
    /// `List-Help`: an https address, or a mail address.
    pub help: Option<String>,
    /// `List-Owner`: the address of a person; that of Reply-To, else of From, where absent.
    pub owner: Option<String>,
    /// `List-Archive`: the https address of past issues.
    pub archive: Option<String>,
    /// The sender's id in `Feedback-ID`, 5 to 15 characters; made from the publication's id where absent.
    pub feedback_id: Option<String>,
}

/// How a copy's own unsubscribe links are made from its token.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct LinkStyle {
    /// The https address to which `/TOKEN` is appended.
    pub url: Option<String>,
    /// The address whose mailto link carries the token.
    pub mailto: Option<String>,
    /// Whether `List-Unsubscribe-Post` goes out.
    pub one_click: bool,
}

impl Edition {
    /// The JSON that a plan freezes: keys in the order above, so that equal editions are equal bytes.
    #[expect(
        clippy::missing_panics_doc,
        reason = "it cannot happen: see the text of the expectation"
    )]
    pub fn to_frozen_json(&self) -> String {
        serde_json::to_string(self)
            .expect("an edition is strings, lists and truth values, all of which JSON has")
    }

    /// SHA-256 of [`Edition::to_frozen_json`], in lower-case hex: two editions with one hash send the same bytes.
    pub fn hash(&self) -> String {
        let digest = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, self.to_frozen_json().as_bytes());
        digest.as_ref().iter().fold(String::new(), |mut hex, byte| {
            // Writing to a string cannot fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    }
}
