//! How the program takes memory from Linux.

use std::fs;

use super::send_interrupted::Held;

#[test]
fn memory_is_not_taken_in_huge_pages() {
    let mut send = Held::start();
    let status = fs::read_to_string(format!("/proc/{}/status", send.child.id())).expect("a running process");
    send.child.kill().expect("it runs");
    send.child.wait().expect("it ends");
    // Kernels that know no huge pages do not say whether they give any.
    let given = status.lines().find_map(|line| line.strip_prefix("THP_enabled:"));
    assert!(given.is_none_or(|given| given.trim() == "0"), "{status}");
}
