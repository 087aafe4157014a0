//! Tests of `foundation`.

mod address;
mod atomic_file;
mod byte_set;
mod count;
mod key;
mod keyring;
mod mask;
mod nearest;
mod rate;
mod source;
mod yaml_tree;
