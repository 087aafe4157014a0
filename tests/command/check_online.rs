//! `digest check --online`

use std::fs;
use std::io::ErrorKind;
use std::net::TcpListener;
use std::process::Command;

use digest_cli::foundation::ExitStatus;

use crate::support::web_server::{WebServer, status};
use crate::support::{Program, good_draft};

/// A server on which only `/page` is there, and a program whose draft links to a path of it.
fn linking_to(path: &str) -> (WebServer, Program) {
    let server = WebServer::new(|request| match request.path.as_str() {
        "/page" => status(200, &[]),
        "/busy" => status(429, &[]),
        _ => status(404, &[]),
    });
    let link = format!("See [it](http://{}{path}). This week we", server.address());
    let draft = good_draft().replace("This week we", &link);
    (server, Program::new().file("drafts/a.md", draft))
}

const ONLY: [&str; 3] = ["check", "--select", "link-broken"];

#[test]
fn no_link_is_followed_unasked() {
    let (server, program) = linking_to("/gone");
    program.run(["check"]);
    assert!(server.requests().is_empty());
}

#[test]
fn a_broken_link_fails_the_check() {
    let (_server, program) = linking_to("/gone");
    let ran = program.run(
        ONLY.into_iter()
            .chain(["--online", "--allow-private", "--format", "line"]),
    );
    assert_eq!(ran.status, ExitStatus::Findings);
    assert!(ran.stdout.contains("[link-broken]"), "{}", ran.stdout);
    assert!(
        ran.stderr.contains("1 link followed: 1 is broken"),
        "{}",
        ran.stderr
    );
}

#[test]
fn a_link_that_answers_is_not_asked_for_again_on_the_same_day() {
    let (server, program) = linking_to("/page");
    for _ in 0..2 {
        let ran = program.run(ONLY.into_iter().chain(["--online", "--allow-private"]));
        assert_eq!(ran.status, ExitStatus::Success);
        assert!(
            ran.stderr.contains("1 link followed: 1 answers"),
            "{}",
            ran.stderr
        );
        assert!(ran.files.contains(".digest/links.json"));
    }
    assert_eq!(server.asked(), ["HEAD /page"]);
}

#[test]
fn a_doubt_fails_nothing_and_its_reason_is_told_to_who_asks() {
    let (_server, program) = linking_to("/busy");
    let ran = program.run(ONLY.into_iter().chain(["--online", "--allow-private", "-v"]));
    assert_eq!(ran.status, ExitStatus::Success);
    assert!(
        ran.stderr.contains("/busy: the server answers 429"),
        "{}",
        ran.stderr
    );
}

#[test]
fn a_private_address_is_asked_only_with_the_persons_word() {
    let (server, program) = linking_to("/gone");
    let ran = program.run(ONLY.into_iter().chain(["--online", "-v"]));
    assert_eq!(ran.status, ExitStatus::Success);
    assert!(
        ran.stderr
            .contains("leads to `127.0.0.1`, which is no public address"),
        "{}",
        ran.stderr
    );
    assert!(server.requests().is_empty());
    let ran = program.run(["check", "--allow-private"]);
    assert_eq!(ran.status, ExitStatus::CannotStart);
    assert!(ran.stderr.contains("--online"), "{}", ran.stderr);
}

#[test]
fn a_rule_that_asks_servers_is_not_selected_in_vain() {
    let (_server, program) = linking_to("/gone");
    let ran = program.run(ONLY);
    assert_eq!(ran.status, ExitStatus::CannotStart);
    assert!(
        ran.stderr
            .contains("the rule `link-broken` finds nothing where no links are followed"),
        "{}",
        ran.stderr
    );
    assert!(ran.stderr.contains("add `--online`"), "{}", ran.stderr);
}

#[test]
fn what_a_baseline_knows_of_links_is_not_mended_where_none_are_followed() {
    let (_server, program) = linking_to("/gone");
    let online = ["check", "--online", "--allow-private"];
    let wrote = program.run(online.into_iter().chain(["--write-baseline", "known.json"]));
    assert!(wrote.stderr.contains("1 is broken"), "{}", wrote.stderr);
    let known = program.run(online.into_iter().chain(["--baseline", "known.json"]));
    assert_eq!(known.status, ExitStatus::Success);
    let offline = program.run(["check", "--baseline", "known.json"]);
    assert_eq!(offline.status, ExitStatus::Success);
    assert!(!offline.stderr.contains("mended"), "{}", offline.stderr);
}

#[test]
fn a_draft_may_ask_not_to_be_told_of_links_whether_they_are_followed_or_in_doubt() {
    for path in ["/gone", "/page", "/busy"] {
        let (_server, program) = linking_to(path);
        let draft = fs::read_to_string(program.path("drafts/a.md")).unwrap();
        let ignored =
            "<!-- digest-ignore-file: link-broken, link-not-https, link-ip-address -->\n\n# Caspian";
        let program = program.file("drafts/a.md", draft.replacen("# Caspian", ignored, 1));
        for more in [&[][..], &["--online", "--allow-private"]] {
            let ran = program.run(["check"].iter().chain(more).copied());
            assert_eq!(ran.stdout, "", "{path}: {}", ran.stdout);
        }
    }
}

#[test]
fn no_proxy_of_the_environment_is_used() {
    let (server, program) = linking_to("/page");
    let proxy = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", proxy.local_addr().unwrap());
    let mut command = Command::new(env!("CARGO_BIN_EXE_digest"));
    command.current_dir(program.path("drafts"));
    for name in ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"] {
        command.env(name, &address);
    }
    let ran = command.args(ONLY).args(["--online", "--allow-private"]).output();
    assert!(ran.unwrap().status.success());
    assert_eq!(server.asked(), ["HEAD /page"]);
    proxy.set_nonblocking(true).unwrap();
    assert_eq!(proxy.accept().unwrap_err().kind(), ErrorKind::WouldBlock);
}
