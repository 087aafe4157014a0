//! What rules are about.

use std::fmt;

/// What a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// The parts of an issue, their order and size.
    Structure,
    /// The YAML at a draft's head.
    FrontMatter,
    /// The words themselves.
    Text,
    /// Where links lead, and what they say.
    Links,
    /// Sender, subject, preheader, the two texts and their size.
    Message,
    /// A way out, a postal address, consent.
    Law,
    /// What mail programs show.
    Clients,
    /// What people need who read with other eyes, or with none.
    Accessibility,
    /// Places where a subscriber's own values go.
    Personalisation,
    /// The way from the draft to what readers see.
    Rendering,
    /// The subscriber lists.
    Lists,
    /// digest.yaml, and what it and the drafts say of the check.
    Configuration,
    /// The publication's own templates.
    Templates,
}

impl Family {
    /// Every family, in the order in which they are shown.
    pub const ALL: [Self; 13] = [
        Self::Structure,
        Self::FrontMatter,
        Self::Text,
        Self::Links,
        Self::Message,
        Self::Law,
        Self::Clients,
        Self::Accessibility,
        Self::Personalisation,
        Self::Rendering,
        Self::Lists,
        Self::Configuration,
        Self::Templates,
    ];

    /// The folder of its rules.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Structure => "structure",
            Self::FrontMatter => "front_matter",
            Self::Text => "text",
            Self::Links => "links",
            Self::Message => "message",
            Self::Law => "law",
            Self::Clients => "clients",
            Self::Accessibility => "accessibility",
            Self::Personalisation => "personalisation",
            Self::Rendering => "rendering",
            Self::Lists => "lists",
            Self::Configuration => "configuration",
            Self::Templates => "templates",
        }
    }
}

impl fmt::Display for Family {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::FrontMatter => "front matter",
            Self::Law => "unsubscribe and law",
            Self::Clients => "client support",
            other => other.folder(),
        })
    }
}
