//! Tests of the project itself: its floors, its names, its documents.

mod ci;
mod documents;
mod floors;
mod lengths;
mod names;
mod readme;
mod rules;
mod source_tree;
