//! The parts of an issue, their order and size.

mod author_unknown;
mod bullet_count;
mod bullet_length;
mod byline_missing;
mod draft_unreadable;
mod lead_length;
mod lead_missing;
mod nested_too_deeply;
mod section_duplicated;
mod section_empty;
mod section_length;
mod section_missing;
mod section_out_of_order;
mod section_unknown;
mod stray_content;
mod title_missing;
mod typed_bullet;
