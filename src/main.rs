//! The `digest` program.

fn main() {}
