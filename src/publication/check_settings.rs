//! How `check` is set.

use crate::foundation::{Severity, Span};

use super::value::line;
use super::{Fault, Named, Reader};

/// How `check` is set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckSettings {
    /// The least severity that fails.
    pub fail_on: Severity,
    /// Rules switched off or given another severity: the rule's name, where it stands, and the setting.
    pub rules: Vec<(String, Span, RuleSetting)>,
    /// Thresholds of rules that are not the usual ones.
    pub limits: Vec<RuleLimit>,
    /// The mail programs that readers use, and where each stands; empty where the file does not say.
    pub audience: Vec<(String, Span)>,
    /// Words that the house writes in one way, in the file's order.
    pub terms: Vec<Term>,
    /// Whether each subscriber's row must say when and where they agreed to get mail.
    pub require_consent: bool,
}

/// What digest.yaml says of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleSetting {
    /// Not to be run.
    Off,
    /// Its findings have this severity.
    At(Severity),
}

/// A rule's threshold as digest.yaml sets it: `long-sentence: { words: 35 }`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleLimit {
    /// The rule.
    pub rule: String,
    /// Which of its thresholds.
    pub key: String,
    /// Where the key stands.
    pub span: Span,
    /// The threshold.
    pub value: usize,
}

/// A word that the house writes in one way: `email: [e-mail, eMail]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// As it is written.
    pub wanted: String,
    /// As it is not written.
    pub unwanted: Vec<String>,
}

/// What stands behind a rule's name.
struct Entry {
    setting: Option<RuleSetting>,
    limits: Vec<Named<usize>>,
}

impl Default for CheckSettings {
    fn default() -> Self {
        Self {
            fail_on: Severity::Warning,
            rules: Vec::new(),
            limits: Vec::new(),
            audience: Vec::new(),
            terms: Vec::new(),
            require_consent: false,
        }
    }
}

impl CheckSettings {
    pub(super) fn read(reader: &mut Reader<'_>) -> Self {
        let fail_on = reader.optional("fail_on", str::parse);
        let entries = reader.named_either("rules", line, Entry::scalar, |reader| Some(Entry::map(reader)));
        let audience = reader.list("audience", line);
        let terms = reader.named_lists("terms", line, line);
        let require_consent = reader.flag("require_consent");
        let mut rules = Vec::new();
        let mut limits = Vec::new();
        for entry in entries {
            let Named { name, span, value } = entry;
            limits.extend(value.limits.into_iter().map(|limit| RuleLimit {
                rule: name.clone(),
                key: limit.name,
                span: limit.span,
                value: limit.value,
            }));
            rules.extend(value.setting.map(|setting| (name, span, setting)));
        }
        let terms = terms.into_iter().map(|term| Term {
            wanted: term.name,
            unwanted: term.value,
        });
        Self {
            fail_on: fail_on.unwrap_or(Self::default().fail_on),
            rules,
            limits,
            audience: audience.unwrap_or_default(),
            terms: terms.collect(),
            require_consent,
        }
    }
}

impl Entry {
    fn scalar(text: &str) -> Result<Self, Fault> {
        RuleSetting::parse(text).map(|setting| Self {
            setting: Some(setting),
            limits: Vec::new(),
        })
    }

    fn map(reader: &mut Reader<'_>) -> Self {
        let setting = reader.optional("severity", RuleSetting::parse);
        let limits = reader.others(|text| {
            text.parse::<usize>().map_err(|_| {
                Fault::new(format!("`{text}` is not a number"))
                    .hinted("a rule's thresholds are whole numbers; `digest explain RULE` names them")
            })
        });
        Self { setting, limits }
    }
}

impl RuleSetting {
    fn parse(text: &str) -> Result<Self, Fault> {
        if text == "off" {
            return Ok(Self::Off);
        }
        text.parse().map(Self::At).map_err(|_| {
            let fault = Fault::new(format!("`{text}` is no setting of a rule"));
            fault.hinted("write `off`, `info`, `warning` or `error`")
        })
    }
}
