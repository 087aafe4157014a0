//! What digest.yaml says of the rules.

use crate::foundation::{Diagnostic, Location, Span, nearest};
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

    /// A finding for each setting that names no rule, no threshold of its rule, or no mail program.
    pub(super) fn faults(&self) -> Vec<Diagnostic> {
        let check = &self.config.check;
        let unknown = check.rules.iter().filter_map(|(name, span, _)| {
            let known = RULES.iter().map(|rule| rule.name);
            self.fault(
                name,
                *span,
                "is the name of no rule",
                known,
                "`digest rules` lists them all",
            )
        });
        let misset = check.limits.iter().filter_map(|limit| {
            let Some(rule) = RULES.iter().find(|rule| rule.name == limit.rule) else {
                let is_told = check.rules.iter().any(|(name, ..)| *name == limit.rule);
                let known = RULES.iter().map(|rule| rule.name);
                let fault = self.fault(
                    &limit.rule,
                    limit.span,
                    "is the name of no rule",
                    known,
                    "`digest rules` lists them all",
                );
                return fault.filter(|_| !is_told);
            };
            let known = rule.limits.iter().map(|known| known.key).chain(["severity"]);
            let what = format!("is no threshold of the rule `{}`", rule.name);
            self.fault(
                &limit.key,
                limit.span,
                &what,
                known,
                "`digest explain RULE` names its thresholds",
            )
        });
        unknown.chain(misset).chain(self.audience_faults()).collect()
    }

    /// A finding for each of the readers' mail programs that nobody knows.
    fn audience_faults(&self) -> impl Iterator<Item = Diagnostic> {
        self.config.check.audience.iter().filter_map(|(name, span)| {
            let unknown = Audience::of([name.as_str()]).err()?;
            let location = Location::new(&self.config.source, *span);
            Some(Diagnostic::error("configuration", location, unknown.to_string()).hinted(unknown.hint))
        })
    }

    /// What is wrong with a name that is none of those known.
    fn fault(
        &self,
        name: &str,
        span: Span,
        what: &str,
        known: impl Iterator<Item = &'static str> + Clone,
        otherwise: &str,
    ) -> Option<Diagnostic> {
        if known.clone().any(|known| known == name) {
            return None;
        }
        let location = Location::new(&self.config.source, span);
        let hint = match nearest(name, known) {
            Some(near) => format!("did you mean `{near}`?"),
            None => otherwise.to_owned(),
        };
        Some(Diagnostic::error("configuration", location, format!("`{name}` {what}")).hinted(hint))
    }

    /// The last setting of a rule: of a name that stands twice, the reader has said so already.
    fn setting(&self, rule: &Rule) -> Option<RuleSetting> {
        let mut settings = self.config.check.rules.iter().rev();
        settings
            .find(|(name, ..)| name == rule.name)
            .map(|(.., setting)| *setting)
    }
}
