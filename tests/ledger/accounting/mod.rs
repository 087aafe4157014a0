//! Connections that send through the ledger, a relay that answers as it likes, and a program that dies at any moment: the promise holds under every schedule.

mod disk;
mod expected;
mod power_loss;
mod property;
mod step;
mod template;
mod world;
