//! Each rule: what it says, and when it is quiet.
