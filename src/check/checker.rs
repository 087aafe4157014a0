//! The check itself: what was read, rule by rule.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::foundation::{Diagnostic, Failure};
use crate::issue::Draft;
use crate::publication::Publication;

use rayon::prelude::*;

use super::online::{LinkProber, Verdict};
use super::targets::Files;
use super::{
    ChangedFiles, Check, DraftsScope, Finding, Findings, ListScope, Material, Proofs, PublicationScope,
    Readership, Review, Reviewer, Rule, Selection, Settings, Targets, TellingItems,
};

/// Checks what a publication holds. It needs no secret, no ledger, and no network unless links are to be followed; lists that are not there are
/// done without.
pub struct Checker<'a> {
    publication: &'a Publication,
    settings: Settings<'a>,
    changed: Option<ChangedFiles>,
    prober: Option<&'a LinkProber>,
}

impl<'a> Checker<'a> {
    /// A checker that goes by a publication's digest.yaml.
    pub fn new(publication: &'a Publication) -> Self {
        Self {
            publication,
            settings: Settings::new(&publication.config),
            changed: None,
            prober: None,
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

    /// The same checker, which also follows the drafts' links.
    #[must_use]
    pub fn online(mut self, prober: &'a LinkProber) -> Self {
        self.prober = Some(prober);
        self
    }

    /// Checks files. A draft is held against all others for what must not stand twice, whether those are checked or not.
    ///
    /// # Errors
    ///
    /// Where a path is neither a draft nor a list. A file that cannot be read is a finding.
    pub fn check(&self, targets: &Targets) -> Result<Findings, Failure> {
        let files = self.files(targets)?;
        let (readership, proofs) = (Readership::new(self.publication), Proofs::new(self.publication));
        let asked: Vec<&'static Rule> = self.settings.rules().collect();
        let reviewer = self.reviewer(&asked, &readership, &proofs);
        let follows = self.follows_links(&reviewer);
        // A draft is looked at as soon as it is read, and what only that needs is dropped then: memory is for one draft, not for all.
        let (material, reviews) = Material::read(&files, self.publication, |draft| {
            let review = reviewer.review(draft);
            if !follows {
                draft.forget_prose();
            }
            review
        });
        Ok(self.findings(&material, reviews, &reviewer))
    }

    /// Checks one draft that was read already, so that what is checked is what is rendered.
    pub fn check_draft(&self, draft: &Draft) -> Findings {
        let (readership, proofs) = (Readership::new(self.publication), Proofs::new(self.publication));
        let asked: Vec<&'static Rule> = self.settings.rules().collect();
        let reviewer = self.reviewer(&asked, &readership, &proofs);
        let material = Material {
            drafts: vec![draft.clone()],
            ..Material::default()
        };
        self.findings(&material, vec![reviewer.review(draft)], &reviewer)
    }

    /// The drafts that a check of the targets would look at.
    pub(super) fn drafts_of(&self, targets: &Targets) -> Result<Vec<PathBuf>, Failure> {
        Ok(self.files(targets)?.drafts)
    }

    /// What is found in a draft without a look at the others.
    pub(super) fn review_alone(&self, draft: &Draft) -> Vec<Diagnostic> {
        let (readership, proofs) = (Readership::new(self.publication), Proofs::new(self.publication));
        let asked: Vec<&'static Rule> = self.settings.rules().collect();
        let reviewer = self.reviewer(&asked, &readership, &proofs);
        let mut review = reviewer.review(draft);
        let idle = reviewer.on_suppressions(&review);
        review.diagnostics.extend(idle);
        review.diagnostics
    }

    fn files(&self, targets: &Targets) -> Result<Files, Failure> {
        let mut files = targets.files(self.publication)?;
        if let Some(changed) = &self.changed {
            files.retain(|path| changed.holds(self.publication.shown(path)));
        }
        Ok(files)
    }

    fn reviewer<'r>(
        &'r self,
        asked: &'r [&'static Rule],
        readership: &'r Readership<'r>,
        proofs: &'r Proofs<'r>,
    ) -> Reviewer<'r> {
        Reviewer {
            asked,
            settings: &self.settings,
            config: &self.publication.config,
            readership,
            proofs,
        }
    }

    fn findings(&self, material: &Material, mut reviews: Vec<Review>, reviewer: &Reviewer<'_>) -> Findings {
        let mut diagnostics = self.settings.faults();
        let items = reviews.iter_mut().map(|review| review.items.take()).collect();
        let mut others = self.together(material, items, reviewer);
        let links = self.on_links(&material.drafts, reviewer, &mut others);
        for review in &mut reviews {
            others = review.keep_back(others);
            diagnostics.append(&mut review.diagnostics);
            diagnostics.extend(reviewer.on_suppressions(review));
        }
        diagnostics.extend(others);
        for list in &material.lists {
            list.illustrate(&mut diagnostics);
        }
        let ids = material.drafts.iter().filter_map(|draft| draft.front.id.as_ref());
        let ids = ids.map(|id| id.value.clone()).collect();
        Findings::new(diagnostics, ids, material.paths()).with_links(links)
    }

    /// What became of the drafts' links, which are followed in one round, and what the rules find in that.
    fn on_links(
        &self,
        drafts: &[Draft],
        reviewer: &Reviewer<'_>,
        found: &mut Vec<Diagnostic>,
    ) -> BTreeMap<String, Verdict> {
        match self.prober {
            Some(prober) if self.follows_links(reviewer) => reviewer.on_links(drafts, prober, found),
            _ => BTreeMap::new(),
        }
    }

    /// Whether links are followed.
    fn follows_links(&self, reviewer: &Reviewer<'_>) -> bool {
        self.prober.is_some() && reviewer.asked.iter().any(|rule| rule.follows_links())
    }

    /// What is found that is not a matter of one draft alone.
    fn together(
        &self,
        material: &Material,
        items: Vec<Option<TellingItems>>,
        reviewer: &Reviewer<'_>,
    ) -> Vec<Diagnostic> {
        let others = self.others(material);
        let together = DraftsScope {
            checked: material.drafts.iter().collect(),
            others: others.iter().collect(),
            items,
            config: &self.publication.config,
        };
        let rules = reviewer.asked.par_iter();
        rules
            .flat_map_iter(|rule| {
                let found = self.on_everything(rule, material, &together, reviewer.proofs);
                reviewer.reported(rule, found)
            })
            .collect()
    }

    fn on_everything(
        &self,
        rule: &Rule,
        material: &Material,
        together: &DraftsScope<'_>,
        proofs: &Proofs<'_>,
    ) -> Vec<Finding> {
        match rule.check {
            Check::Draft(_)
            | Check::Message(_)
            | Check::Unrendered(_)
            | Check::Online(_)
            | Check::Suppressions(_) => Vec::new(),
            Check::Drafts(check) => check(together),
            Check::UnreadDraft(check) => material.unread_drafts.iter().flat_map(check).collect(),
            Check::List(check) => material
                .lists
                .iter()
                .flat_map(|list| {
                    check(&ListScope {
                        list,
                        config: &self.publication.config,
                    })
                })
                .collect(),
            Check::UnreadList(check) => material.unread_lists.iter().flat_map(check).collect(),
            Check::Publication(check) => check(&PublicationScope {
                root: &self.publication.root,
                config: &self.publication.config,
                lists: &material.lists,
                templates: proofs.templates().ok(),
            }),
        }
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
            .filter_map(|path| {
                let mut draft = Draft::read(path, self.publication.shown(path)).ok()?;
                draft.forget_prose();
                Some(draft)
            })
            .collect()
    }
}
