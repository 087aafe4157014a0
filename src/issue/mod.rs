//! An issue, first as written ([`Draft`]), then as meant ([`Issue`]).

mod draft;
mod front_matter;
mod issue;

pub use draft::{Bullet, Draft, DraftSection, Heading, Lead};
pub use front_matter::{Byline, FrontMatter, Spanned, Status};
pub use issue::{Issue, IssueSection, Part};
