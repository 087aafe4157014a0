//! A recipient domain's own limits.

use crate::foundation::Rate;
use crate::publication::PerDomain;

/// How fast, and over how many connections, mail to one recipient domain leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DomainLimit {
    /// The domain as lower-case A-labels.
    pub domain: String,
    /// How fast final dots may be written for it, all connections together.
    pub rate: Rate,
    /// How many connections may have a copy for it at once; `None` for all.
    pub connections: Option<usize>,
}

impl DomainLimit {
    /// As digest.yaml says.
    pub(super) fn of(limit: &PerDomain) -> Self {
        Self {
            domain: limit.domain.clone(),
            rate: limit.rate,
            connections: limit.connections,
        }
    }
}
