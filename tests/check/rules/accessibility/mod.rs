//! What people need who read with other eyes, or with none.

mod contrast_dark;
mod contrast_light;
mod duplicate_html_id;
mod emoji_row;
mod font_too_small;
mod heading_empty;
mod heading_level_skipped;
mod html_direction_missing;
mod html_h1_count;
mod html_heading_skipped;
mod html_image_without_alt;
mod html_lang_missing;
mod html_title_missing;
mod image_alt_missing;
mod image_alt_poor;
mod image_link_without_text;
mod layout_table_without_role;
mod list_nested_deeply;
mod table_header_empty;
mod table_too_wide;
mod text_justified;
