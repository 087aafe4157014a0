//! What leaves: sender, subject, preheader, the two texts and their size.

mod html_clipped;
mod subject_length;
mod subject_repeated;
