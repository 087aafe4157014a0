//! `digest send`: one ledger, one sender, everyone once.

use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::sync::Mutex;
use std::sync::mpsc::{channel, sync_channel};

use digest_cli::foundation::ExitStatus;

use crate::support::{ISSUE, Newsroom, SmtpServer, Step, process_in, readers};

#[test]
fn sent_twice_everyone_has_it_once() {
    let newsroom = Newsroom::of_readers(12, SmtpServer::faultless());
    newsroom.send([]).success();
    let again = newsroom.send([]).success();
    assert!(again.stderr.contains("nothing to send"), "{}", again.stderr);
    assert_eq!(newsroom.taken(), readers(12).collect::<Vec<_>>());
}

#[test]
fn a_rate_given_with_the_command_is_the_one_that_the_plan_tells() {
    let newsroom = Newsroom::of_readers(6, SmtpServer::faultless());
    newsroom.send(["--limit", "3"]).expect(ExitStatus::Again);
    let plan = newsroom
        .run(["send", ISSUE, "--dry-run", "--rate", "1/m"])
        .success();
    assert!(
        plan.stderr.contains("so at least 2 min"),
        "the first of three need not wait: {}{}",
        plan.stdout,
        plan.stderr
    );
    let ran = newsroom.send(["--rate", "100/s"]).success();
    assert!(ran.stderr.contains("rate    100/s"), "{}", ran.stderr);
    assert_eq!(newsroom.taken().len(), 6);
}

#[test]
fn a_second_send_beside_the_first_is_refused_and_told_who_sends() {
    let (at_dot, dots) = sync_channel(8);
    let (go_on, told) = channel::<()>();
    let (at_dot, told) = (Mutex::new(at_dot), Mutex::new(told));
    let server = SmtpServer::new(move |moment| {
        if moment.step == Step::Dot && moment.time == 3 {
            at_dot
                .lock()
                .expect("not poisoned")
                .send(())
                .expect("the test listens");
            let _ = told.lock().expect("not poisoned").recv();
        }
        None
    });
    let newsroom = Newsroom::of_readers(10, server);
    let first = newsroom
        .process(["send", ISSUE, "--yes", "--new-ledger"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    dots.recv().expect("the first send comes to its third copy");

    let second = newsroom.send([]).expect(ExitStatus::Again);
    let host = gethostname::gethostname().to_string_lossy().into_owned();
    for word in [
        format!("process {}", first.id()),
        host,
        "send 2019-02-05-crossroads".to_owned(),
    ] {
        assert!(second.stderr.contains(&word), "{word}: {}", second.stderr);
    }
    let status = newsroom.run(["status"]).success();
    assert!(
        status.stderr.contains(&format!("process {}", first.id())),
        "{}",
        status.stderr
    );

    go_on.send(()).expect("the server waits");
    let first = first.wait_with_output().expect("it ends");
    assert_eq!(first.status.code(), Some(0));
    assert_eq!(newsroom.taken(), readers(10).collect::<Vec<_>>());
    newsroom.send([]).success();
}

/// The publication as git would clone it: everything but the state.
fn clone(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.file_name() == ".digest" {
            continue;
        }
        if entry.path().is_dir() {
            clone(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a copy");
        }
    }
}

#[test]
fn a_second_clone_is_refused_with_the_reason_and_the_way_out() {
    let newsroom = Newsroom::of_readers(3, SmtpServer::faultless());
    newsroom.send([]).success();
    let folder = tempfile::tempdir().expect("a folder");
    clone(&newsroom.path(""), folder.path());

    for flags in [
        &["send", ISSUE, "--yes"][..],
        &["send", ISSUE, "--yes", "--new-ledger"],
    ] {
        let refused = process_in(folder.path(), flags.iter().copied())
            .output()
            .expect("it runs");
        let said = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert_eq!(refused.status.code(), Some(2), "{said}");
        assert!(said.contains("sent from another ledger"), "{said}");
        assert!(said.contains("sends/2019-02-05-crossroads.yaml"), "{said}");
        assert!(said.contains("hint: move the folder `.digest`"), "{said}");
        assert!(
            !folder.path().join(".digest").exists(),
            "no ledger was made: {said}"
        );
    }
    assert_eq!(newsroom.taken().len(), 3);

    // With a ledger of its own, made before the record came, the clone is refused as well.
    let record = folder.path().join("sends/2019-02-05-crossroads.yaml");
    let kept = fs::read(&record).expect("the record");
    fs::remove_file(&record).expect("the record was there");
    let planned = process_in(folder.path(), ["send", ISSUE, "--dry-run", "--new-ledger"])
        .output()
        .expect("it runs");
    assert_eq!(
        planned.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&planned.stderr)
    );
    digest_cli::foundation::replace(&record, &kept).expect("the record comes back");
    let refused = process_in(folder.path(), ["send", ISSUE, "--yes"])
        .output()
        .expect("it runs");
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert_eq!(refused.status.code(), Some(2), "{said}");
    assert!(said.contains("the ledger here is"), "{said}");
}

#[test]
fn without_a_ledger_nothing_is_sent_and_none_is_made() {
    let newsroom = Newsroom::of_readers(3, SmtpServer::faultless());
    let refused = newsroom
        .run(["send", ISSUE, "--yes"])
        .expect(ExitStatus::CannotStart);
    assert!(
        refused
            .stderr
            .contains("there is no ledger at `.digest/ledger.db`"),
        "{}",
        refused.stderr
    );
    assert!(refused.stderr.contains("--new-ledger"), "{}", refused.stderr);
    assert!(!newsroom.path(".digest").exists());
}
