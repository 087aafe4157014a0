//! What people need who read with other eyes, or with none.

pub(in crate::check) mod contrast_dark;
pub(in crate::check) mod contrast_light;
