//! `digest init`

use std::path::{Path, PathBuf};

use crate::foundation::{ExitStatus, Failure};
use crate::publication::Publication;
use crate::scaffold::{Initialised, init};
use crate::workflow::Desk;

use super::Context;

/// Make a new publication
///
/// Writes digest.yaml with a short house style, a first draft, a sample list, a key and the ledger. Nothing that is there already is
/// overwritten. What it makes passes `digest check` and can be sent to the sandbox as it is.
#[derive(Debug, clap::Args)]
pub struct Init {
    /// The folder; made where there is none
    #[arg(value_name = "DIR", default_value = ".")]
    folder: PathBuf,
}

impl Init {
    pub(super) fn run(self, context: &mut Context) -> Result<ExitStatus, Failure> {
        let folder = context.path(&self.folder);
        let mut made = init(&folder, &context.environment.clock)?;
        let publication = Publication::open(&folder)?;
        let ledger = Desk::Live.ledger_path(&publication);
        let fate = if ledger.exists() {
            &mut made.kept
        } else {
            &mut made.created
        };
        fate.push(publication.shown(&ledger).to_owned());
        // The real ledger is made here or by `send --new-ledger`, and never silently.
        Desk::Live.open_or_make_ledger(&publication, &context.environment)?;
        tell(&made, &self.folder, context);
        Ok(ExitStatus::Success)
    }
}

fn tell(made: &Initialised, folder: &Path, context: &mut Context) {
    let console = &mut context.console;
    for path in &made.created {
        console.tell(format_args!("  created  {}", path.display()));
    }
    for path in &made.kept {
        console.tell(format_args!("  kept     {}", path.display()));
    }
    console.tell("\nNext:");
    if folder != Path::new(".") {
        console.tell(format_args!("  cd {}", folder.display()));
    }
    console
        .tell("  digest check                              # hold the first draft against the house style");
    console.tell("  digest send drafts/*.md --sandbox --yes   # a rehearsal: mail into a folder, to nobody");
    console.tell("  digest new                                # start an issue of your own");
}
