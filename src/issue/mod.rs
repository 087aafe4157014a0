//! An issue, first as written ([`Draft`]), then as meant ([`Issue`]).
//!
//! Nothing that a file can contain makes [`Draft::parse`] fail or panic, and every span it gives lies in the file and on character
//! boundaries. Template tags are no Markdown: they are found first ([`scan_tags`]) and stand as plain letters while it is parsed.

mod block;
mod bullet;
mod definition;
mod draft;
mod filling;
mod fold_heading;
mod front_block;
mod front_matter;
mod front_reader;
mod front_values;
mod heading;
mod issue;
mod markdown;
mod meaning;
mod outline;
mod parsed;
mod prose;
mod read_draft;
mod tag;
mod visible_text;
mod words;

pub use bullet::Bullet;
pub use draft::{Draft, DraftSection, Lead};
pub use fold_heading::{fold_heading, heading_matches};
pub use front_matter::{Byline, FrontMatter, Spanned, Status};
pub use heading::Heading;
pub use issue::{Issue, IssueSection, Part};
pub use markdown::markdown_options;
pub use prose::{ABSENT, BlockKind, LinkKind, PartOf, Prose, ProseBlock, ProseImage, ProseLink};
pub use tag::{Tag, TagKind, excessive_tag, scan_tags};
pub use words::count_words;
