//! The parts of an issue, their order and size.

pub(in crate::check) mod author_unknown;
pub(in crate::check) mod bullet_count;
pub(in crate::check) mod bullet_length;
pub(in crate::check) mod byline_missing;
pub(in crate::check) mod draft_unreadable;
pub(in crate::check) mod lead_length;
pub(in crate::check) mod lead_missing;
pub(in crate::check) mod nested_too_deeply;
pub(in crate::check) mod section_duplicated;
pub(in crate::check) mod section_empty;
pub(in crate::check) mod section_length;
pub(in crate::check) mod section_missing;
pub(in crate::check) mod section_out_of_order;
pub(in crate::check) mod section_unknown;
pub(in crate::check) mod stray_content;
pub(in crate::check) mod title_missing;
pub(in crate::check) mod typed_bullet;
