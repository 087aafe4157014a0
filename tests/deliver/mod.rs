//! Tests of `deliver`.

mod breaker;
mod commands;
mod desk;
mod domains;
mod encryption;
mod fault;
mod fault_matrix;
mod groups;
mod interrupt;
mod keeping_connections;
mod measuring_sink;
mod pace;
mod phases;
mod relay_down;
