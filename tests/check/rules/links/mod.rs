//! Where links lead, and what they say.

mod link_broken;
mod link_moved;
mod link_not_https;
