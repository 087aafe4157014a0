//! Tests of `compose`.

mod composed;
mod fixture;
mod headers;
mod property;
mod slots;
mod token;
