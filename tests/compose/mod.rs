//! Tests of `compose`.

mod bounce_tag;
mod composed;
mod fixture;
mod headers;
mod property;
mod slots;
mod token;
