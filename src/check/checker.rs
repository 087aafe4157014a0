//! The check itself: what was read, rule by rule.

use std::collections::BTreeSet;
use std::path::Path;

use crate::foundation::{Diagnostic, Failure, Severity};
use crate::issue::Draft;
use crate::publication::Publication;

use rayon::prelude::*;

use super::{
    ChangedFiles, Check, DraftScope, DraftsScope, Finding, Findings, ListScope, Material, MessageScope,
    Proof, Proofs, PublicationScope, Readership, Rule, Selection, Settings, Targets, Unrendered, bounded,
};

/// Checks what a publication holds. It needs no secret, no ledger and no network; lists that are not there are done without.
pub struct Checker<'a> {
    publication: &'a Publication,
    settings: Settings<'a>,
    changed: Option<ChangedFiles>,
}

impl<'a> Checker<'a> {
    /// A checker that goes by a publication's digest.yaml.
    pub fn new(publication: &'a Publication) -> Self {
        Self {
            publication,
            settings: Settings::new(&publication.config),
            changed: None,
        }
    }

    /// The same checker, where somebody asks for certain rules.
    #[must_use]
    pub fn selecting(mut self, selection: Selection) -> Self {
        self.settings = self.settings.selecting(selection);
        self
    }

    /// The same checker, for those files alone that have changed.
    #[must_use]
    pub fn only_changed(mut self, changed: ChangedFiles) -> Self {
        self.changed = Some(changed);
        self
    }

    /// Checks files. A draft is held against all others for what must not stand twice, whether those are checked or not.
    ///
    /// # Errors
    ///
    /// Where a path is neither a draft nor a list. A file that cannot be read is a finding.
    pub fn check(&self, targets: &Targets) -> Result<Findings, Failure> {
        let mut files = targets.files(self.publication)?;
        if let Some(changed) = &self.changed {
            files.retain(|path| changed.holds(self.publication.shown(path)));
        }
        let material = Material::read(&files, self.publication);
        Ok(self.findings(&material))
    }

    /// Checks one draft that was read already, so that what is checked is what is rendered.
    pub fn check_draft(&self, draft: &Draft) -> Findings {
        self.findings(&Material {
            drafts: vec![draft.clone()],
            ..Material::default()
        })
    }

    fn findings(&self, material: &Material) -> Findings {
        let readership = Readership::of(self.publication, material.drafts.iter());
        let proofs = Proofs::new(self.publication);
        let mut diagnostics = self.settings.faults();
        let alone: Vec<Vec<Diagnostic>> = material
            .drafts
            .par_iter()
            .map(|draft| self.on_draft(draft, &readership, &proofs))
            .collect();
        diagnostics.extend(alone.into_iter().flatten());
        let others = self.others(material);
        let together = DraftsScope {
            checked: material.drafts.iter().collect(),
            others: others.iter().collect(),
            config: &self.publication.config,
        };
        for rule in self.settings.rules() {
            let found = self.on_everything(rule, material, &together, &proofs);
            diagnostics.extend(self.reported(rule, found));
        }
        for list in &material.lists {
            list.illustrate(&mut diagnostics);
        }
        let ids = material.drafts.iter().filter_map(|draft| draft.front.id.as_ref());
        let ids = ids.map(|id| id.value.clone()).collect();
        Findings::new(diagnostics, ids, material.paths())
    }

    /// What is wrong with a draft by itself; where that is no error, it is rendered, and its message looked at.
    fn on_draft(&self, draft: &Draft, readership: &Readership<'_>, proofs: &Proofs<'_>) -> Vec<Diagnostic> {
        let scope = DraftScope::new(draft, &self.publication.config, readership);
        let mut diagnostics = Vec::new();
        for rule in self.settings.rules() {
            if let Check::Draft(check) = rule.check {
                diagnostics.extend(self.reported(rule, check(&scope)));
            }
        }
        let renders = self.settings.rules().any(Rule::renders);
        let sound = diagnostics.iter().all(|found| found.severity < Severity::Error);
        if !renders || !sound {
            return diagnostics;
        }
        match proofs.of(&scope) {
            Ok(proof) => diagnostics.extend(self.on_proof(&scope, &proof)),
            Err(faults) => {
                let unrendered = Unrendered {
                    written: &scope,
                    faults,
                };
                for rule in self.settings.rules() {
                    if let Check::Unrendered(check) = rule.check {
                        diagnostics.extend(self.reported(rule, check(&unrendered)));
                    }
                }
            }
        }
        diagnostics
    }

    fn on_proof<'s>(&self, scope: &'s DraftScope<'s>, proof: &'s Proof<'s>) -> Vec<Diagnostic> {
        let scope = MessageScope::new(scope, &proof.edition, &proof.copy, proof.templates);
        let mut diagnostics = Vec::new();
        for rule in self.settings.rules() {
            if let Check::Message(check) = rule.check {
                diagnostics.extend(self.reported(rule, check(&scope)));
            }
        }
        diagnostics
    }

    /// What is found that is not a matter of one draft alone.
    fn on_everything(
        &self,
        rule: &Rule,
        material: &Material,
        together: &DraftsScope<'_>,
        proofs: &Proofs<'_>,
    ) -> Vec<Finding> {
        match rule.check {
            Check::Draft(_) | Check::Message(_) | Check::Unrendered(_) => Vec::new(),
            Check::Drafts(check) => check(together),
            Check::UnreadDraft(check) => material.unread_drafts.iter().flat_map(check).collect(),
            Check::List(check) => material
                .lists
                .iter()
                .flat_map(|list| check(&ListScope { list }))
                .collect(),
            Check::UnreadList(check) => material.unread_lists.iter().flat_map(check).collect(),
            Check::Publication(check) => check(&PublicationScope {
                root: &self.publication.root,
                config: &self.publication.config,
                lists: &material.lists,
                drafts: &material.drafts,
                templates: proofs.templates().ok(),
            }),
        }
    }

    fn reported(&self, rule: &Rule, found: Vec<Finding>) -> Vec<Diagnostic> {
        bounded(found)
            .into_iter()
            .map(|finding| self.settings.report(finding, rule))
            .collect()
    }

    /// The publication's drafts that are not to be checked themselves. One that cannot be read says nothing.
    fn others(&self, material: &Material) -> Vec<Draft> {
        let checked: BTreeSet<&Path> = material.drafts.iter().map(|draft| draft.source.path()).collect();
        if checked.is_empty() {
            return Vec::new();
        }
        let paths = self.publication.drafts();
        paths
            .par_iter()
            .filter(|path| !checked.contains(self.publication.shown(path)))
            .filter_map(|path| Draft::read(path, self.publication.shown(path)).ok())
            .collect()
    }
}
