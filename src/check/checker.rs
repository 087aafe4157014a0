//! The check itself: what was read, rule by rule.

use std::collections::BTreeSet;
use std::path::Path;

use crate::foundation::{Diagnostic, Failure, Severity};
use crate::issue::Draft;
use crate::publication::Publication;

use super::{
    ChangedFiles, Check, Columns, DraftScope, DraftsScope, Finding, Findings, ListScope, Material,
    PublicationScope, RenderScope, Rule, Selection, Settings, Targets, bounded,
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
        let columns = Columns::of(self.publication, material);
        let scopes: Vec<DraftScope<'_>> = material
            .drafts
            .iter()
            .map(|draft| DraftScope::new(draft, &self.publication.config, columns.of_issue(draft)))
            .collect();
        let others = self.others(material);
        let together = DraftsScope {
            checked: material.drafts.iter().collect(),
            others: others.iter().collect(),
        };
        let mut diagnostics = self.settings.faults();
        let (last, first): (Vec<_>, Vec<_>) = self.settings.rules().partition(|rule| rule.renders());
        for rule in first {
            diagnostics.extend(self.run(rule, material, &scopes, &together, &[]));
        }
        let sound = without_errors(&material.drafts, &diagnostics);
        for rule in last {
            diagnostics.extend(self.run(rule, material, &scopes, &together, &sound));
        }
        for list in &material.lists {
            list.illustrate(&mut diagnostics);
        }
        let ids = material.drafts.iter().filter_map(|draft| draft.front.id.as_ref());
        let ids = ids.map(|id| id.value.clone()).collect();
        Findings::new(diagnostics, ids, material.paths())
    }

    fn run(
        &self,
        rule: &Rule,
        material: &Material,
        scopes: &[DraftScope<'_>],
        together: &DraftsScope<'_>,
        sound: &[&Draft],
    ) -> Vec<Diagnostic> {
        let found: Vec<Finding> = match rule.check {
            Check::Draft(check) => scopes.iter().flat_map(check).collect(),
            Check::Drafts(check) => check(together),
            Check::UnreadDraft(check) => material.unread_drafts.iter().flat_map(check).collect(),
            Check::List(check) => material
                .lists
                .iter()
                .flat_map(|list| check(&ListScope { list }))
                .collect(),
            Check::UnreadList(check) => material.unread_lists.iter().flat_map(check).collect(),
            Check::Rendering(check) => check(&RenderScope::new(
                sound.to_vec(),
                &self.publication.config,
                &self.publication.templates_folder(),
            )),
            Check::Publication(check) => check(&PublicationScope {
                root: &self.publication.root,
                lists: &material.lists,
            }),
        };
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
        let paths = self.publication.drafts().into_iter();
        paths
            .filter(|path| !checked.contains(self.publication.shown(path)))
            .filter_map(|path| Draft::read(&path, self.publication.shown(&path)).ok())
            .collect()
    }
}

/// The drafts in which no error was found.
fn without_errors<'a>(drafts: &'a [Draft], found: &[Diagnostic]) -> Vec<&'a Draft> {
    let errors = found.iter().filter(|found| found.severity == Severity::Error);
    let wrong: BTreeSet<&Path> = errors.map(|found| found.location.source.path()).collect();
    let sound = drafts.iter().filter(|draft| !wrong.contains(draft.source.path()));
    sound.collect()
}
