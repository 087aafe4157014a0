//! Where links lead, and what they say.

pub(in crate::check) mod link_broken;
pub(in crate::check) mod link_moved;
pub(in crate::check) mod link_not_https;
