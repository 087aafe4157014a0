//! What leaves: sender, subject, preheader, the two texts and their size.

pub(in crate::check) mod bounce_domain_unaligned;
pub(in crate::check) mod domain_mixed_script;
pub(in crate::check) mod from_freemail;
pub(in crate::check) mod from_name_misleading;
pub(in crate::check) mod from_no_reply;
pub(in crate::check) mod hidden_content;
pub(in crate::check) mod html_active_content;
pub(in crate::check) mod html_clipped;
pub(in crate::check) mod html_image_only;
pub(in crate::check) mod html_short_with_image;
pub(in crate::check) mod message_too_large;
pub(in crate::check) mod preheader_length;
pub(in crate::check) mod preheader_missing;
pub(in crate::check) mod preheader_repeats_subject;
pub(in crate::check) mod reply_to_freemail;
pub(in crate::check) mod style_block_too_large;
pub(in crate::check) mod subject_all_caps;
pub(in crate::check) mod subject_length;
pub(in crate::check) mod subject_punctuation;
pub(in crate::check) mod subject_reply_prefix;
pub(in crate::check) mod tag_in_output;
pub(in crate::check) mod text_part_blank;
pub(in crate::check) mod text_part_diverges;
pub(in crate::check) mod text_part_link_missing;
pub(in crate::check) mod text_part_residue;
pub(in crate::check) mod uppercase_body;
