//! A draft of a publication, read and understood.

use crate::foundation::Failure;
use crate::issue::{Draft, Issue, Status};
use crate::publication::Publication;

/// A draft and what it means.
#[derive(Debug, Clone)]
pub struct Manuscript {
    /// As written.
    pub draft: Draft,
    /// As meant.
    pub issue: Issue,
}

impl Manuscript {
    /// Understands a draft of a publication.
    pub fn of(publication: &Publication, draft: Draft) -> Result<Self, Failure> {
        match Issue::meant_by(&draft, &publication.config) {
            Ok(issue) => Ok(Self { draft, issue }),
            Err(diagnostics) => {
                let path = draft.source.path().display();
                let failure = Failure::new(format!("`{path}` cannot be understood"));
                Err(failure.with_diagnostics(diagnostics))
            }
        }
    }

    /// Refuses a draft that is not ready for its lists; the sandbox takes it.
    pub fn require_ready(&self, sandbox: bool) -> Result<(), Failure> {
        if sandbox || self.issue.status == Status::Ready {
            return Ok(());
        }
        let path = self.draft.source.path().display();
        Err(
            Failure::new(format!("`{path}` is a draft, which goes to no list"))
                .hinted("write `status: ready` in its front matter when it is")
                .hinted("`--test EMAIL` mails one copy of a draft, `--sandbox` rehearses the whole send"),
        )
    }
}
