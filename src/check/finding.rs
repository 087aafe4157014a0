//! What a rule found, before the settings have their say.

use std::path::Path;

use crate::foundation::{Diagnostic, Fix, Location, Severity};

use super::{MOST, Rule};

/// What a rule found: the rule's name and severity are added by whoever runs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Finding {
    location: Location,
    message: String,
    hint: Option<String>,
    fix: Option<Fix>,
    severity: Option<Severity>,
}

impl Finding {
    /// A finding at a place.
    pub(super) fn new(location: Location, message: impl Into<String>) -> Self {
        Self {
            location,
            message: message.into(),
            hint: None,
            fix: None,
            severity: None,
        }
    }

    /// The same finding with what to do about it.
    pub(super) fn hinted(self, hint: impl Into<String>) -> Self {
        self.hinted_if(Some(hint))
    }

    /// The same finding with what to do about it, where that is known.
    pub(super) fn hinted_if(mut self, hint: Option<impl Into<String>>) -> Self {
        self.hint = hint.map(Into::into);
        self
    }

    /// The same finding with a change that mends it, which nobody need be asked about.
    pub(super) fn mended_by(self, fix: Fix) -> Self {
        self.mended_if(Some(fix))
    }

    /// The same finding with a change that mends it, where there is one.
    pub(super) fn mended_if(mut self, fix: Option<Fix>) -> Self {
        self.fix = fix;
        self
    }

    /// The same finding, more or less severe than its rule.
    pub(super) fn at(mut self, severity: Severity) -> Self {
        self.severity = Some(severity);
        self
    }

    /// The file it is in.
    pub(super) fn path(&self) -> &Path {
        self.location.source.path()
    }

    /// The same place, standing for itself and all that follow.
    pub(super) fn saying_there_are_more(self) -> Self {
        let message = format!(
            "the same is found here and further below: the first {MOST} such findings in a file are shown"
        );
        Self {
            message,
            fix: None,
            ..self.hinted("mend those first, and check again")
        }
    }

    /// As it is reported; `set` is the severity that digest.yaml gives the rule.
    pub(super) fn reported(self, rule: &Rule, set: Option<Severity>) -> Diagnostic {
        Diagnostic {
            rule: rule.name,
            severity: set.or(self.severity).unwrap_or(rule.severity),
            message: self.message,
            location: self.location,
            hint: self.hint,
            fix: self.fix,
        }
    }
}

impl From<Diagnostic> for Finding {
    fn from(found: Diagnostic) -> Self {
        Self {
            location: found.location,
            message: found.message,
            hint: found.hint,
            fix: found.fix,
            severity: None,
        }
    }
}
