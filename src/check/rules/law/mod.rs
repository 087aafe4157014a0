//! What laws and mailbox providers demand of bulk mail: a way out, a postal address, consent.

pub(in crate::check) mod consent_missing;
pub(in crate::check) mod list_id_foreign;
pub(in crate::check) mod postal_address_missing;
pub(in crate::check) mod postal_address_not_shown;
pub(in crate::check) mod sender_name_not_shown;
pub(in crate::check) mod tracking_pixel;
pub(in crate::check) mod unsubscribe_link_not_shown;
pub(in crate::check) mod unsubscribe_missing;
pub(in crate::check) mod unsubscribe_one_click_off;
pub(in crate::check) mod unsubscribe_placeholder;
