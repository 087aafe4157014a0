//! A draft of a publication, read and understood.

use std::path::{Path, PathBuf};

use crate::foundation::{ExitStatus, Failure};
use crate::issue::{Draft, Issue, Status};
use crate::publication::Publication;

/// A draft and what it means.
#[derive(Debug, Clone)]
pub struct Manuscript {
    /// The file.
    pub path: PathBuf,
    /// As written.
    pub draft: Draft,
    /// As meant.
    pub issue: Issue,
}

impl Manuscript {
    /// Reads a draft named on the command line, from the folder one stands in or from the publication's.
    pub fn open(publication: &Publication, directory: &Path, named: &Path) -> Result<Self, Failure> {
        let path = [directory.join(named), publication.root.join(named)]
            .into_iter()
            .find(|path| path.is_file())
            .ok_or_else(|| missing(publication, named))?;
        let draft = Draft::read(&path, publication.shown(&path))?;
        let issue = Issue::meant_by(&draft, &publication.config).map_err(|diagnostics| {
            Failure::new(format!(
                "`{}` cannot be understood",
                publication.shown(&path).display()
            ))
            .with_status(ExitStatus::CannotStart)
            .with_diagnostics(diagnostics)
        })?;
        Ok(Self { path, draft, issue })
    }

    /// Refuses a draft that is not ready for its lists; the sandbox takes it.
    pub fn require_ready(&self, publication: &Publication, sandbox: bool) -> Result<(), Failure> {
        if sandbox || self.issue.status == Status::Ready {
            return Ok(());
        }
        let path = publication.shown(&self.path).display().to_string();
        Err(
            Failure::new(format!("`{path}` is a draft, which goes to no list"))
                .hinted("write `status: ready` in its front matter when it is")
                .hinted("`--test EMAIL` mails one copy of a draft, `--sandbox` rehearses the whole send"),
        )
    }
}

fn missing(publication: &Publication, named: &Path) -> Failure {
    let failure = Failure::new(format!("there is no draft `{}`", named.display()));
    let drafts = publication.drafts();
    let wanted = named
        .file_stem()
        .map(|stem| stem.to_string_lossy().into_owned())
        .unwrap_or_default();
    let stems: Vec<String> = drafts
        .iter()
        .filter_map(|path| path.file_stem())
        .map(|stem| stem.to_string_lossy().into_owned())
        .collect();
    match crate::foundation::nearest(&wanted, stems.iter().map(String::as_str)) {
        Some(near) => failure.hinted(format!("did you mean `drafts/{near}.md`?")),
        None => failure.hinted("drafts lie in `drafts/`; `digest new` starts one"),
    }
}
