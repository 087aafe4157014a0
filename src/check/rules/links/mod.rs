//! Where links lead, and what they say.

pub(in crate::check) mod anchor_missing;
pub(in crate::check) mod link_document;
pub(in crate::check) mod link_empty;
pub(in crate::check) mod link_host_mixed_script;
pub(in crate::check) mod link_ip_address;
pub(in crate::check) mod link_mailto_malformed;
pub(in crate::check) mod link_malformed;
pub(in crate::check) mod link_not_https;
pub(in crate::check) mod link_odd_port;
pub(in crate::check) mod link_placeholder_host;
pub(in crate::check) mod link_private_page;
pub(in crate::check) mod link_repeated;
pub(in crate::check) mod link_shortener;
pub(in crate::check) mod link_text_ambiguous;
pub(in crate::check) mod link_text_bare_url;
pub(in crate::check) mod link_text_deceptive;
pub(in crate::check) mod link_text_empty;
pub(in crate::check) mod link_text_generic;
pub(in crate::check) mod link_too_many;
pub(in crate::check) mod link_tracking_leftover;
pub(in crate::check) mod link_tracking_mixed;
pub(in crate::check) mod link_userinfo;
pub(in crate::check) mod reference_undefined;
pub(in crate::check) mod reference_unused;
