//! What digest.yaml says of the rules.

use crate::foundation::{Diagnostic, Location, Severity, nearest};
use crate::publication::{Config, RuleSetting};

use super::client_support::Audience;
use super::{Finding, RULES, Rule, Selection};

/// The rules as digest.yaml sets them and the command line asks for them.
pub(super) struct Settings<'a> {
    config: &'a Config,
    selection: Selection,
}

impl<'a> Settings<'a> {
    pub(super) fn new(config: &'a Config) -> Self {
        Self {
            config,
            selection: Selection::default(),
        }
    }

    /// The same settings, where somebody asks for certain rules.
    pub(super) fn selecting(self, selection: Selection) -> Self {
        Self { selection, ..self }
    }

    /// The rules that are to be run.
    pub(super) fn rules(&self) -> impl Iterator<Item = &'static Rule> {
        RULES.iter().filter(|rule| {
            let on = self.setting(rule) != Some(RuleSetting::Off);
            self.selection.wants(rule, on)
        })
    }

    /// A finding as it is reported.
    pub(super) fn report(&self, finding: Finding, rule: &Rule) -> Diagnostic {
        let set = match self.setting(rule) {
            Some(RuleSetting::At(severity)) => Some(severity),
            _ => None,
        };
        finding.reported(rule, set)
    }

    /// A finding for each setting that names no rule, and each reader's mail client that nobody knows.
    pub(super) fn faults(&self) -> Vec<Diagnostic> {
        let mut faults = self.rule_faults();
        faults.extend(self.audience_faults());
        faults
    }

    fn audience_faults(&self) -> impl Iterator<Item = Diagnostic> {
        let named = self.config.check.audience.iter().flatten();
        named.filter_map(|(name, span)| {
            let unknown = Audience::of([name.as_str()]).err()?;
            let location = Location::new(&self.config.source, *span);
            Some(Diagnostic::error("configuration", location, unknown.to_string()).hinted(unknown.hint))
        })
    }

    fn rule_faults(&self) -> Vec<Diagnostic> {
        let settings = self.config.check.rules.iter();
        settings
            .filter(|(name, ..)| !RULES.iter().any(|rule| rule.name == name))
            .map(|(name, span, _)| {
                let location = Location::new(&self.config.source, *span);
                let message = format!("`{name}` is the name of no rule");
                let hint = match nearest(name, RULES.iter().map(|rule| rule.name)) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => "`digest rules` lists them all".to_owned(),
                };
                Diagnostic {
                    severity: Severity::Error,
                    ..Diagnostic::error("configuration", location, message)
                }
                .hinted(hint)
            })
            .collect()
    }

    /// The last setting of a rule: of a name that stands twice, the reader has said so already.
    fn setting(&self, rule: &Rule) -> Option<RuleSetting> {
        let mut settings = self.config.check.rules.iter().rev();
        settings
            .find(|(name, ..)| name == rule.name)
            .map(|(.., setting)| *setting)
    }
}
