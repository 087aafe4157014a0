//! `digest subscribers unsubscribe`.

use crate::command::Context;
use crate::foundation::{ExitStatus, Failure, mask};
use crate::ledger::{SuppressionReason, SuppressionScope};
use crate::workflow::{Named, Suppressing};

use super::known_suppressed::known_suppressed;
use super::strangers::warn_of_strangers;
use super::wanted_list::wanted_list;

/// Suppress people who leave, by address or by the token of their copy
///
/// A token is for the list that the copy went to; an address leaves every list unless `--list` names one. Importing a list never lifts a suppression; `resubscribe` does.
#[derive(Debug, clap::Args)]
pub struct Unsubscribe {
    /// Addresses or tokens; `-` reads them from standard input, one a line
    #[arg(value_name = "EMAIL|TOKEN", required = true)]
    who: Vec<String>,
    /// Only from this list
    #[arg(long)]
    list: Option<String>,
}

impl Unsubscribe {
    pub(super) fn run(self, context: &mut Context) -> Result<ExitStatus, Failure> {
        let publication = context.publication()?;
        let words = words(self.who, context)?;
        let only = self
            .list
            .as_deref()
            .map(|list| wanted_list(&publication, Some(list)))
            .transpose()?;
        let mut suppressing = Suppressing::open(&publication, &context.environment)?;
        let named = suppressing.named(&words)?;
        let mut by_address = Vec::new();
        let mut unknown = 0;
        for (word, named) in words.iter().zip(named) {
            let Some(Named { canonical, list }) = named else {
                context
                    .console
                    .warn(format!("`{word}` is no address, and nobody's token here"));
                unknown += 1;
                continue;
            };
            let is_address = list.is_none();
            let scope = match only.clone().or(list) {
                Some(list) => SuppressionScope::List(list),
                None => SuppressionScope::All,
            };
            let from = match &scope {
                SuppressionScope::List(list) => format!("`{list}`"),
                SuppressionScope::All => "every list".to_owned(),
            };
            suppressing.suppress(&canonical, scope, SuppressionReason::Unsubscribed)?;
            context.console.tell(format!(
                "{} gets no more mail from {from}",
                mask(canonical.as_str())
            ));
            if is_address {
                by_address.push(canonical);
            }
        }
        let suppressed = known_suppressed(&publication, context);
        warn_of_strangers(&by_address, &mut suppressing, &suppressed, context);
        Ok(if unknown > 0 {
            ExitStatus::Findings
        } else {
            ExitStatus::Success
        })
    }
}

/// The words given, and those on standard input where one is `-`.
pub(super) fn words(given: Vec<String>, context: &mut Context) -> Result<Vec<String>, Failure> {
    let mut words = Vec::new();
    for word in given {
        if word == "-" {
            let bytes = context.console.read_input()?;
            let text = String::from_utf8(bytes).map_err(|_| Failure::new("standard input is not UTF-8"))?;
            words.extend(text.split_whitespace().map(str::to_owned));
        } else {
            words.extend(word.split_whitespace().map(str::to_owned));
        }
    }
    // The subject of an unsubscribe mail is this word and the token.
    words.retain(|word| !word.eq_ignore_ascii_case("unsubscribe"));
    Ok(words)
}
