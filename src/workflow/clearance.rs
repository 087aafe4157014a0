//! From a manuscript to what may be sent.

use crate::check::{Checker, Cleared};
use crate::edition::Edition;
use crate::foundation::Failure;
use crate::publication::Publication;
use crate::render::{Templates, render};

use super::manuscript::Manuscript;

/// The edition of a manuscript, whatever the house style thinks of it.
pub fn edition(publication: &Publication, manuscript: &Manuscript) -> Result<Edition, Failure> {
    let templates = Templates::load(Some(&publication.templates_folder()))?;
    render(
        &manuscript.issue,
        &manuscript.draft.source,
        &publication.config,
        &templates,
    )
    .map_err(|diagnostics| {
        let path = manuscript.draft.source.path().display();
        Failure::new(format!("`{path}` cannot be rendered")).with_diagnostics(diagnostics)
    })
}

/// The edition of a manuscript whose findings let it pass.
pub fn clear(publication: &Publication, manuscript: &Manuscript) -> Result<Cleared, Failure> {
    let findings = Checker::new(publication).check_draft(&manuscript.draft);
    findings.require_no_errors(&manuscript.issue.id)?;
    Cleared::new(edition(publication, manuscript)?, &findings)
}
