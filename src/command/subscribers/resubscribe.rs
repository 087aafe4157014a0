//! `digest subscribers resubscribe`.

use crate::command::Context;
use crate::foundation::{ExitStatus, Failure, mask};
use crate::ledger::SuppressionScope;
use crate::report::kept_from_mail;
use crate::workflow::Suppressing;

use super::known_suppressed::known_suppressed;
use super::strangers::shown;
use super::unsubscribe::words;

/// Lift the suppression of people who come back
#[derive(Debug, clap::Args)]
pub struct Resubscribe {
    /// Addresses or tokens; `-` reads them from standard input, one a line
    #[arg(value_name = "EMAIL|TOKEN", required = true)]
    who: Vec<String>,
    /// Only for this list
    #[arg(long)]
    list: Option<String>,
}

impl Resubscribe {
    pub(super) fn run(self, context: &mut Context) -> Result<ExitStatus, Failure> {
        let publication = context.publication()?;
        let words = words(self.who.clone(), context)?;
        let mut suppressing = Suppressing::open(&publication, &context.environment)?;
        let named = suppressing.named(&words)?;
        let suppressed = known_suppressed(&publication, context);
        let mut status = ExitStatus::Success;
        for (word, named) in words.iter().zip(named) {
            let shown = shown(word, words.len());
            let mut forgotten = None;
            let lifted = match named {
                Some(person) => {
                    forgotten = suppressed.forgotten(&person.canonical);
                    let scope = self
                        .list
                        .clone()
                        .or(person.list)
                        .map_or(SuppressionScope::All, SuppressionScope::List);
                    suppressing.lift(&person.canonical, &scope)?
                }
                None => 0,
            };
            if let Some(entry) = forgotten {
                context.console.warn(kept_from_mail(entry, &shown));
                status = ExitStatus::Findings;
            } else if lifted == 0 {
                context
                    .console
                    .warn(format!("`{shown}` was not suppressed{}", self.beyond()));
                status = ExitStatus::Findings;
            } else {
                context
                    .console
                    .tell(format!("{} {}", mask(word), self.gets_again()));
            }
        }
        Ok(status)
    }

    /// One list's suppression is lifted by itself: who has left every list is still suppressed for all of them.
    fn gets_again(&self) -> String {
        match &self.list {
            Some(list) => format!(
                "is not suppressed for `{list}` any more; who left every list too comes back without `--list`"
            ),
            None => "gets mail again".to_owned(),
        }
    }

    /// What else may be in the way where one list is named.
    fn beyond(&self) -> &'static str {
        if self.list.is_some() {
            " for that list alone; who left every list comes back without `--list`"
        } else {
            ""
        }
    }
}
