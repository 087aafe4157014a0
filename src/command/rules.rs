//! `digest rules`

use std::fmt::Write;

use serde_json::{Value, json};

use crate::check::{Family, Limit, RULES, Rule};
use crate::foundation::{ExitStatus, Failure};

use super::Context;

/// List what is checked
///
/// `digest explain RULE` tells why a rule is there. digest.yaml can switch rules off or change how much they matter.
#[derive(Debug, clap::Args)]
pub struct Rules {
    /// How rules are printed
    #[arg(long, value_enum, default_value_t)]
    format: RulesFormat,
}

/// How rules are printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
enum RulesFormat {
    /// A table
    #[default]
    Human,
    /// One JSON document, for programs
    Json,
}

impl Rules {
    pub(super) fn run(self, context: &mut Context) -> Result<ExitStatus, Failure> {
        let text = match self.format {
            RulesFormat::Human => table(),
            RulesFormat::Json => document(),
        };
        context.console.out(text)?;
        Ok(ExitStatus::Success)
    }
}

/// Rules by family, with severity and summary.
fn table() -> String {
    let widest = RULES.iter().map(|rule| rule.name.len()).max().unwrap_or_default();
    let mut text = String::new();
    for family in Family::ALL {
        let gap = if text.is_empty() { "" } else { "\n" };
        let _ = writeln!(text, "{gap}{family}");
        for rule in RULES.iter().filter(|rule| rule.family == family) {
            let _ = writeln!(
                text,
                "  {:widest$}  {:7}  {}",
                rule.name,
                rule.severity.to_string(),
                rule.summary()
            );
        }
    }
    text
}

/// `{ "version": 1, "rules": [{ "name", "family", "severity", "summary", "needs", "thresholds" }] }`
fn document() -> String {
    let described = |rule: &Rule| {
        json!({
            "name": rule.name,
            "family": rule.family.to_string(),
            "severity": rule.severity.to_string(),
            "summary": rule.summary(),
            "needs": needs(rule),
            "thresholds": rule.limits.iter().map(threshold).collect::<Vec<_>>(),
        })
    };
    let rules: Vec<_> = RULES.iter().map(described).collect();
    format!("{:#}\n", json!({ "version": 1, "rules": rules }))
}

/// What a rule looks at: the files alone, the message that is made of them, or what links lead to.
fn needs(rule: &Rule) -> &'static str {
    match (rule.follows_links(), rule.renders()) {
        (true, _) => "network",
        (_, true) => "message",
        _ => "files",
    }
}

fn threshold(limit: &Limit) -> Value {
    json!({ "key": limit.key, "says": limit.says, "usual": limit.usual })
}
