//! What laws and mailbox providers demand of bulk mail: a way out, a postal address, consent.

mod consent_missing;
mod list_id_foreign;
mod postal_address_missing;
mod postal_address_not_shown;
mod sender_name_not_shown;
mod tracking_pixel;
mod unsubscribe_link_not_shown;
mod unsubscribe_missing;
mod unsubscribe_one_click_off;
mod unsubscribe_placeholder;
