//! Tests of `check`.

mod house_style;
mod rules;
