//! How things are told: to people, to editors, to programs.
