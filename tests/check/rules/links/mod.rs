//! Where links lead, and what they say.

mod link_not_https;
