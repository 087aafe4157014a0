//! What leaves: sender, subject, preheader, the two texts and their size.

mod bounce_domain_unaligned;
mod domain_mixed_script;
mod from_freemail;
mod from_name_misleading;
mod from_no_reply;
mod hidden_content;
mod html_active_content;
mod html_clipped;
mod html_image_only;
mod html_short_with_image;
mod message_too_large;
mod preheader_length;
mod preheader_missing;
mod preheader_repeats_subject;
mod reply_to_freemail;
mod style_block_too_large;
mod subject_all_caps;
mod subject_length;
mod subject_punctuation;
mod subject_reply_prefix;
mod tag_in_output;
mod text_part_blank;
mod text_part_diverges;
mod text_part_link_missing;
mod text_part_residue;
mod uppercase_body;
