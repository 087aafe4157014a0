//! A relay that is not there: half a minute of hope, on moved time.

use std::net::TcpListener;

use digest_cli::deliver::{Ended, Stop};
use digest_cli::foundation::{Clock, Environment, ExitStatus, Interrupt, Terminal};
use digest_cli::issue::Draft;
use digest_cli::ledger::RowState;
use digest_cli::publication::Publication;
use digest_cli::report::sent_failure;
use digest_cli::workflow::{Manuscript, PreparedSend, SendRequest, StagedSend, clear};

use crate::support::{ISSUE, Newsroom, SmtpServer, readers};

/// A port where nobody listens.
fn closed_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("its number").port()
}

async fn plan(newsroom: &Newsroom) -> PreparedSend {
    let publication = Publication::open(&newsroom.path("")).expect("a publication");
    let environment = Environment {
        variables: std::collections::BTreeMap::new(),
        directory: newsroom.path(""),
        terminal: Terminal::default(),
        clock: Clock::fixed("2019-02-05T09:00:00Z".parse().expect("a time")),
        interrupt: Interrupt::new(),
    };
    let draft = Draft::read(&newsroom.path(ISSUE), ISSUE.as_ref()).expect("a draft");
    let manuscript = Manuscript::of(&publication, draft).expect("it has a meaning");
    let cleared = clear(&publication, &manuscript).expect("nothing is wrong with it");
    let request = SendRequest {
        new_ledger: true,
        ..SendRequest::default()
    };
    StagedSend::stage(
        &publication,
        &cleared,
        &manuscript.issue.lists,
        request,
        &environment,
    )
    .await
    .expect("staged lists")
    .surveyed()
    .await
    .expect("a plan")
}

#[tokio::test(start_paused = true)]
async fn a_relay_that_is_down_ends_the_send_with_everyone_planned() {
    let newsroom = Newsroom::of_readers(9, SmtpServer::faultless());
    let port = closed_port();
    newsroom.set_relay(&format!("smtp://127.0.0.1:{port}"), "");
    let plan = plan(&newsroom).await;
    let (events, _heard) = tokio::sync::mpsc::unbounded_channel();
    let sent = plan.send(events, &Interrupt::new()).await.expect("an account");

    assert!(
        matches!(&sent.ended, Ended::Stopped(Stop::RelayUnreachable { .. })),
        "{:?}",
        sent.ended
    );
    assert_eq!(sent.status(), ExitStatus::Again);
    assert_eq!(sent.counts[&RowState::Planned], 9);
    let failure = sent_failure(ISSUE, &sent).expect("a failure");
    assert!(
        failure
            .message
            .contains(&format!("`127.0.0.1:{port}` cannot be reached")),
        "{failure}"
    );
    assert!(
        failure
            .hints
            .iter()
            .any(|hint| hint.contains("run the same command again")),
        "{:?}",
        failure.hints
    );

    newsroom.set_relay(&format!("smtp://127.0.0.1:{}", newsroom.relay().port()), "");
    tokio::task::spawn_blocking(move || {
        newsroom.send([]).success();
        assert_eq!(newsroom.taken(), readers(9).collect::<Vec<_>>());
    })
    .await
    .expect("no panic");
}
