//! `digest subscribers remove`.

use crate::command::Context;
use crate::foundation::{Address, ExitStatus, Failure, plural};
use crate::subscriber::ListFile;

use super::wanted_list::{file_of, wanted_list};

/// Take someone off a list's file
///
/// An import may bring them back; `unsubscribe` is for people who asked to leave.
#[derive(Debug, clap::Args)]
pub struct Remove {
    /// Their address
    email: String,
    /// The list; not needed where there is only one
    #[arg(long)]
    list: Option<String>,
}

impl Remove {
    pub(super) fn run(self, context: &mut Context) -> Result<ExitStatus, Failure> {
        let publication = context.publication()?;
        let list = wanted_list(&publication, self.list.as_deref())?;
        let address = Address::parse(&self.email)
            .map_err(|error| Failure::new(format!("`{}` is no address: {error}", self.email)))?;
        let path = file_of(&publication, &list)?;
        let removed = ListFile::new(&path, publication.shown(&path)).remove(&address.canonical())?;
        if removed == 0 {
            return Err(
                Failure::new(format!("`{address}` is not on `{list}`")).with_status(ExitStatus::Findings)
            );
        }
        context
            .console
            .tell(format!("{} taken off `{list}`", plural(removed, "row")));
        Ok(ExitStatus::Success)
    }
}
