//! Which rules are asked for.

use super::Rule;

/// The rules that somebody asked for, over and above what digest.yaml says.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    /// Only these, digest.yaml's `off` notwithstanding; where it is empty, all that digest.yaml leaves on.
    pub only: Vec<&'static Rule>,
    /// Not these, whatever else is said.
    pub without: Vec<&'static Rule>,
}

impl Selection {
    /// Whether a rule is to be run; `on` is what digest.yaml says.
    pub(super) fn wants(&self, rule: &Rule, on: bool) -> bool {
        let names = |rules: &[&Rule]| rules.iter().any(|named| named.name == rule.name);
        let selected = if self.only.is_empty() {
            on
        } else {
            names(&self.only)
        };
        selected && !names(&self.without)
    }
}
