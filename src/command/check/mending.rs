//! What is mended, and whether it is written.

use crate::check::{Checker, Fixed, Fixer, Targets};
use crate::command::Context;
use crate::foundation::{Failure, plural};
use crate::publication::Publication;

/// What is mended, and whether it is written.
#[derive(Debug, clap::Args)]
pub(super) struct Mending {
    /// Mend in the drafts what can be mended safely, then tell what is left
    #[arg(long)]
    fix: bool,

    /// Show what `--fix` would change, and change nothing; exit status 1 where that is something
    #[arg(long)]
    diff: bool,
}

impl Mending {
    /// Whether only what would change is asked for.
    pub(super) fn only_shows(&self) -> bool {
        self.diff
    }

    /// Mends drafts, where that is asked for, or shows what would change; gives how many drafts that is.
    pub(super) fn mend(
        &self,
        checker: &Checker<'_>,
        targets: &Targets,
        publication: &Publication,
        context: &mut Context,
    ) -> Result<usize, Failure> {
        if !self.fix && !self.diff {
            return Ok(0);
        }
        let fixed = Fixer::new(checker, publication).fix(targets)?;
        if self.diff {
            return show(&fixed, context);
        }
        for draft in &fixed {
            draft.write()?;
            let mended = plural(draft.mended, "finding");
            context
                .console
                .tell(format_args!("{}: mended {mended}", draft.shown.display()));
        }
        Ok(fixed.len())
    }
}

fn show(fixed: &[Fixed], context: &mut Context) -> Result<usize, Failure> {
    let diffs: String = fixed.iter().map(Fixed::diff).collect();
    context.console.out_with(|out| out.write_all(diffs.as_bytes()))?;
    let findings: usize = fixed.iter().map(|draft| draft.mended).sum();
    context.console.tell(match fixed.len() {
        0 => "nothing can be mended without asking".to_owned(),
        drafts => format!(
            "`--fix` would mend {} in {}",
            plural(findings, "finding"),
            plural(drafts, "draft")
        ),
    });
    Ok(fixed.len())
}
