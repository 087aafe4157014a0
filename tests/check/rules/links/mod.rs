//! Where links lead, and what they say.

mod anchor_missing;
mod link_document;
mod link_empty;
mod link_host_mixed_script;
mod link_ip_address;
mod link_mailto_malformed;
mod link_malformed;
mod link_not_https;
mod link_odd_port;
mod link_placeholder_host;
mod link_private_page;
mod link_repeated;
mod link_shortener;
mod link_text_ambiguous;
mod link_text_bare_url;
mod link_text_deceptive;
mod link_text_empty;
mod link_text_generic;
mod link_too_many;
mod link_tracking_leftover;
mod link_tracking_mixed;
mod link_userinfo;
mod reference_undefined;
mod reference_unused;
