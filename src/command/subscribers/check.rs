//! `digest subscribers check`.

use crate::check::{Checker, Targets};
use crate::command::Context;
use crate::foundation::{ExitStatus, Failure, plural};
use crate::report::human;

use super::wanted_list::{known_lists, wanted_list};

/// Find bad rows and duplicate addresses
#[derive(Debug, clap::Args)]
pub struct Check {
    /// The list; without it, every one
    list: Option<String>,
}

impl Check {
    pub(super) fn run(self, context: &mut Context) -> Result<ExitStatus, Failure> {
        let publication = context.publication()?;
        let lists = match &self.list {
            Some(list) => vec![wanted_list(&publication, Some(list))?],
            None => known_lists(&publication),
        };
        let mut paths = Vec::new();
        for list in &lists {
            paths.extend(publication.list_path(list)?);
        }
        let findings = Checker::new(&publication).check(&Targets::Paths(paths))?;
        let look = context.console.look_out();
        context
            .console
            .out_with(|out| human(&findings.diagnostics, look, out))?;
        if findings.diagnostics.is_empty() {
            context
                .console
                .tell(format!("{} checked, nothing found", plural(lists.len(), "list")));
        }
        let fails = findings.fails(publication.config.check.fail_on);
        Ok(if fails {
            ExitStatus::Findings
        } else {
            ExitStatus::Success
        })
    }
}
