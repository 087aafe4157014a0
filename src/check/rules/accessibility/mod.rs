//! What people need who read with other eyes, or with none.

pub(in crate::check) mod contrast_dark;
pub(in crate::check) mod contrast_light;
pub(in crate::check) mod duplicate_html_id;
pub(in crate::check) mod emoji_row;
pub(in crate::check) mod font_too_small;
pub(in crate::check) mod heading_empty;
pub(in crate::check) mod heading_level_skipped;
pub(in crate::check) mod html_direction_missing;
pub(in crate::check) mod html_h1_count;
pub(in crate::check) mod html_heading_skipped;
pub(in crate::check) mod html_image_without_alt;
pub(in crate::check) mod html_lang_missing;
pub(in crate::check) mod html_title_missing;
pub(in crate::check) mod image_alt_missing;
pub(in crate::check) mod image_alt_poor;
pub(in crate::check) mod image_link_without_text;
pub(in crate::check) mod layout_table_without_role;
pub(in crate::check) mod list_nested_deeply;
pub(in crate::check) mod table_header_empty;
pub(in crate::check) mod table_too_wide;
pub(in crate::check) mod text_justified;
