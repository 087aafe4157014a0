//! What of an HTML part a publication's readers do not see, by the mail clients they read with.
//!
//! What clients show is caniemail's data (features.tsv, which says its source and date); how each feature is recognised, and how much is lost
//! without it, is our own (detectors.tsv). A feature counts only where it is used in earnest: not within `@media`, whose rules are extras
//! by nature, not in what is hidden, not where something else stands ready for clients that do not know it.

mod audience;
mod clients;
mod detectors;
mod evaluate;
mod fallback;
mod feature;
mod markup;
mod matcher;
mod style_uses;
mod tables;
mod tag;
mod unsupported;
mod usage;

pub use audience::{Audience, UnknownFamily};
pub use evaluate::unsupported;
pub use unsupported::{FamilyGap, Support, Unsupported, Use, Weight};

use clients::{Client, ClientSet};
use detectors::{Detectors, detectors};
use feature::{Feature, Note};
use markup::Markup;
use matcher::{Expected, Matcher};
use style_uses::{StyleUse, style_uses};
use tables::tables;
use tag::{Attribute, Tag};
use usage::Usage;
