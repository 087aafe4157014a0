//! What is found in one draft, by itself and as a message.

use std::collections::BTreeMap;

use crate::foundation::{Diagnostic, Severity};
use crate::issue::Draft;
use crate::publication::Config;

use super::online::{LinkProber, Verdict};
use super::{
    Check, DraftScope, Finding, MessageScope, OnlineScope, Proof, Proofs, Readership, Rule, Settings,
    Suppression, SuppressionScope, TellingItems, Unrendered, bounded, web_addresses,
};

/// What is found in one draft.
#[derive(Debug, Default)]
pub(super) struct Review {
    /// The findings, less those that the draft asks not to be told.
    pub(super) diagnostics: Vec<Diagnostic>,
    /// What the draft asks not to be told.
    suppressions: Vec<Suppression>,
    /// Whether it was rendered.
    rendered: bool,
    /// Its items, if a rule has asked for them.
    pub(super) items: Option<TellingItems>,
}

/// Who reviews, and by what.
pub(super) struct Reviewer<'a> {
    /// The rules that are asked.
    pub(super) asked: &'a [&'static Rule],
    /// What digest.yaml says of them.
    pub(super) settings: &'a Settings<'a>,
    /// digest.yaml.
    pub(super) config: &'a Config,
    /// Who the issues go to.
    pub(super) readership: &'a Readership<'a>,
    /// What renders them.
    pub(super) proofs: &'a Proofs<'a>,
}

impl Reviewer<'_> {
    /// Looks at a draft by itself; where that shows no error, it is rendered, and its message looked at.
    pub(super) fn review(&self, draft: &Draft) -> Review {
        let scope = DraftScope::new(draft, self.config, self.readership);
        let mut review = Review {
            suppressions: Suppression::all(draft),
            ..Review::default()
        };
        for rule in self.asked {
            if let Check::Draft(check) = rule.check {
                review.add(self.reported(rule, check(&scope)));
            }
        }
        review.items = scope.items_read();
        let renders = self.asked.iter().any(|rule| rule.renders());
        if renders && !review.has_error() {
            match self.proofs.of(&scope) {
                Ok(proof) => self.on_proof(&scope, &proof, &mut review),
                Err(faults) => {
                    let unrendered = Unrendered {
                        written: &scope,
                        faults,
                    };
                    for rule in self.asked {
                        if let Check::Unrendered(check) = rule.check {
                            review.add(self.reported(rule, check(&unrendered)));
                        }
                    }
                }
            }
        }
        review
    }

    fn on_proof<'s>(&self, scope: &'s DraftScope<'s>, proof: &'s Proof<'s>, review: &mut Review) {
        review.rendered = true;
        let scope = MessageScope::new(scope, &proof.edition, &proof.copy, proof.templates);
        for rule in self.asked {
            if let Check::Message(check) = rule.check {
                review.add(self.reported(rule, check(&scope)));
            }
        }
    }

    /// What became of the drafts' links, and what the rules find in that. All are followed in one round, so that each host is asked gently.
    pub(super) fn on_links(
        &self,
        drafts: &[Draft],
        prober: &LinkProber,
        found: &mut Vec<Diagnostic>,
    ) -> BTreeMap<String, Verdict> {
        let scope = |draft| DraftScope::new(draft, self.config, self.readership);
        let scopes: Vec<DraftScope<'_>> = drafts.iter().map(scope).collect();
        let links = scopes.iter().flat_map(web_addresses);
        let verdicts = prober.probe(links.map(|address| address.url));
        for scope in &scopes {
            let scope = OnlineScope::new(scope, &verdicts);
            for rule in self.asked {
                if let Check::Online(check) = rule.check {
                    found.extend(self.reported(rule, check(&scope)));
                }
            }
        }
        verdicts
    }

    /// What is wrong with what a draft asks not to be told, once everything else was looked at.
    pub(super) fn on_suppressions(&self, review: &Review) -> Vec<Diagnostic> {
        let scope = SuppressionScope {
            suppressions: &review.suppressions,
            asked: self.asked,
            rendered: review.rendered,
        };
        let mut diagnostics = Vec::new();
        for rule in self.asked {
            if let Check::Suppressions(check) = rule.check {
                diagnostics.extend(self.reported(rule, check(&scope)));
            }
        }
        diagnostics
    }

    /// Findings of a rule as they are reported, no more of them than a person can read.
    pub(super) fn reported(&self, rule: &Rule, found: Vec<Finding>) -> Vec<Diagnostic> {
        bounded(found)
            .into_iter()
            .map(|finding| self.settings.report(finding, rule))
            .collect()
    }
}

impl Review {
    /// Keeps back what the draft asks not to be told.
    pub(super) fn keep_back(&mut self, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        if self.suppressions.is_empty() {
            return found;
        }
        Suppression::keep_back(&mut self.suppressions, found)
    }

    fn add(&mut self, found: Vec<Diagnostic>) {
        let left = self.keep_back(found);
        self.diagnostics.extend(left);
    }

    fn has_error(&self) -> bool {
        self.diagnostics
            .iter()
            .any(|found| found.severity == Severity::Error)
    }
}
