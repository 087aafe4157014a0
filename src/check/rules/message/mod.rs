//! What leaves: sender, subject, preheader, the two texts and their size.

pub(in crate::check) mod html_clipped;
pub(in crate::check) mod subject_length;
pub(in crate::check) mod subject_repeated;
