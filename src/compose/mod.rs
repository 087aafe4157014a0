//! An edition and a subscriber become a message.
