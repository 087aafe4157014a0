//! `digest subscribers forget`.

use crate::command::Context;
use crate::foundation::{Address, ExitStatus, Failure, mask, plural};
use crate::subscriber::ListFile;
use crate::workflow::Suppressing;

use super::known_suppressed::known_suppressed;
use super::wanted_list::known_lists;

/// Erase people everywhere; only a keyed hash stays, so that no import brings them back
#[derive(Debug, clap::Args)]
pub struct Forget {
    /// Their addresses
    #[arg(value_name = "EMAIL", required = true)]
    who: Vec<String>,
}

impl Forget {
    pub(super) fn run(self, context: &mut Context) -> Result<ExitStatus, Failure> {
        let publication = context.publication()?;
        let mut suppressing = Suppressing::open(&publication, &context.environment)?;
        let suppressed = known_suppressed(&publication, context);
        for word in &self.who {
            let address = Address::parse(word)
                .map_err(|error| Failure::new(format!("`{word}` is no address: {error}")))?;
            let canonical = address.canonical();
            let mut rows = 0;
            for list in known_lists(&publication) {
                if let Some(path) = publication.list_path(&list)? {
                    rows += ListFile::new(&path, publication.shown(&path)).remove(&canonical)?;
                }
            }
            let erased = usize::try_from(suppressing.forget(&canonical)?).unwrap_or(usize::MAX);
            context.console.tell(format!(
                "{} is forgotten: {} taken off lists, {} erased in the ledger",
                mask(word),
                plural(rows, "row"),
                plural(erased, "row"),
            ));
            if rows + erased == 0 && suppressed.forgotten(&canonical).is_none() {
                context.console.warn(format!(
                    "`{word}` was on no list and never had a copy: is it written as in their mail?"
                ));
            }
        }
        Ok(ExitStatus::Success)
    }
}
