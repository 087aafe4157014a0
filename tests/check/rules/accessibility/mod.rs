//! What people need who read with other eyes, or with none.

mod contrast_dark;
mod contrast_light;
