//! The system calls of a real send: no final dot is written before the intent for it is on the disk.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use digest_cli::foundation::ExitStatus;

use crate::support::{ISSUE, Newsroom, SmtpServer, readers};

const SUBSCRIBERS: usize = 12;

#[test]
fn every_final_dot_comes_after_a_sync_of_the_log_that_began_after_the_dot_before() {
    let newsroom = Newsroom::of_readers(SUBSCRIBERS, SmtpServer::faultless());
    // The first copy makes the ledger. One connection, and no intent ahead: then a sync belongs to each dot.
    newsroom.send(["--limit", "1"]).expect(ExitStatus::Again);
    let config = fs::read_to_string(newsroom.path("digest.yaml")).expect("it is there");
    newsroom.write(
        "digest.yaml",
        &config.replace("connections: 4", "connections: 1, ahead: 0"),
    );
    let trace = newsroom.path("trace");
    let Some(calls) = traced(&newsroom, &trace) else {
        return;
    };

    let (mut dots, mut is_synced) = (0, false);
    let mut syncing = BTreeSet::new();
    for call in calls.lines() {
        let (process, call) = call.split_once(' ').expect("a process and its call");
        let call = call.trim_start();
        let begins_sync = call.starts_with("fdatasync(") || call.starts_with("fsync(");
        if begins_sync && call.contains("ledger.db-wal") {
            if call.contains("unfinished") {
                syncing.insert(process.to_owned());
            } else {
                is_synced |= call.ends_with("= 0");
            }
        } else if call.starts_with("<... f") && call.contains("sync resumed") {
            is_synced |= syncing.remove(process) && call.ends_with("= 0");
        } else if ends_a_message(call) {
            assert!(
                is_synced,
                "dot {dots} was written before its intent was on the disk"
            );
            dots += 1;
            // One that began before this dot is not the next one's.
            syncing.clear();
            is_synced = false;
        }
    }
    assert_eq!(dots, SUBSCRIBERS - 1);
    assert_eq!(newsroom.taken(), readers(SUBSCRIBERS).collect::<Vec<_>>());
}

/// What the rest of the send asked of the system. `None`, with a word on it, where processes cannot be traced.
fn traced(newsroom: &Newsroom, trace: &std::path::Path) -> Option<String> {
    let send = newsroom.process(["send", ISSUE, "--yes"]);
    let mut strace = Command::new("strace");
    strace
        .args([
            "-f",
            "-y",
            "-s",
            "1000000",
            "-e",
            "trace=fsync,fdatasync,write,writev,sendto,sendmsg",
            "-o",
        ])
        .arg(trace)
        .arg(send.get_program())
        .args(send.get_args())
        .current_dir(newsroom.path(""))
        .env_clear()
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    if !strace.status().is_ok_and(|status| status.success()) {
        let _ = writeln!(
            std::io::stderr(),
            "skipped: there is no strace, or it may not trace"
        );
        return None;
    }
    Some(fs::read_to_string(trace).expect("strace has written"))
}

/// Whether a call writes the end of a message: no line of ours begins with a dot.
fn ends_a_message(call: &str) -> bool {
    let writes = ["write(", "writev(", "sendto(", "sendmsg("];
    writes.iter().any(|name| call.starts_with(name))
        && call.contains("socket:[")
        && (call.contains(r"\r\n.\r\n") || call.contains(r#"".\r\n"#))
}
