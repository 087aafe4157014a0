//! What people need who read with other eyes, or with none.
