//! Addresses of pages, taken apart as they were written.

mod generic_text;
mod likely_address;
mod malformed;
mod own_domain;
mod parameters;
mod placed;
mod placeholder;
mod plain_sign;
mod registrable;
mod same_place;
mod shorteners;
mod stray_signs;
mod tracking_marks;
mod web_address;
mod wrong_host;

pub(super) use generic_text::{folded_text, is_generic};
pub(super) use likely_address::likely_address;
pub(super) use malformed::malformed;
pub(super) use own_domain::{is_example, own_homepage};
pub(super) use parameters::{Parameter, parameters};
pub(super) use placed::{placed, placed_or_all};
pub(super) use placeholder::{is_file_path, is_placeholder};
pub(super) use plain_sign::is_plain_sign;
pub(super) use registrable::{has_known_ending, registrable};
pub(super) use same_place::{place_of, place_of_page};
pub(super) use shorteners::is_shortener;
pub(super) use tracking_marks::{
    is_anybodys_source, is_of_a_mailing, is_personal, personal_marks, unmarked, unmarked_query,
};
pub(super) use web_address::{WebAddress, has_tag};
