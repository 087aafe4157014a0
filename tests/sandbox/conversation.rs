//! What the sandbox answers.

#![expect(clippy::unwrap_used, reason = "what tests share fails as tests do")]

use digest_cli::sandbox::Sandbox;
use proptest::prelude::*;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// Everything the sandbox says to these octets, sent at once, and how many copies it keeps.
async fn talk(octets: &[u8]) -> (String, usize) {
    let folder = tempfile::tempdir().unwrap();
    let sandbox = Sandbox::start(folder.path().to_owned()).await.unwrap();
    let mut stream = TcpStream::connect(("127.0.0.1", sandbox.port())).await.unwrap();
    // The sandbox may close before it has read everything.
    let _ = stream.write_all(octets).await;
    let _ = stream.shutdown().await;
    let mut said = Vec::new();
    let _ = stream.read_to_end(&mut said).await;
    let stored = sandbox.stored();
    sandbox.stop().await;
    (String::from_utf8(said).unwrap(), stored)
}

/// The codes of the replies, without the greeting's and EHLO's.
fn codes(said: &str) -> Vec<&str> {
    let last_lines = said.lines().filter(|line| line.as_bytes().get(3) == Some(&b' '));
    last_lines.skip(2).map(|line| &line[..3]).collect()
}

#[tokio::test]
async fn it_offers_what_a_good_relay_offers() {
    let (said, _) = talk(b"EHLO x\r\n").await;
    assert_eq!(
        said,
        "220 sandbox ESMTP\r\n250-sandbox\r\n250-PIPELINING\r\n250-SIZE 52428800\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 ENHANCEDSTATUSCODES\r\n"
    );
}

#[tokio::test]
async fn a_pipelined_group_is_answered_in_order() {
    let (said, stored) = talk(
        b"EHLO x\r\nMAIL FROM:<> SIZE=9\r\nRCPT TO:<a@example.org>\r\nRCPT TO:<b@example.org>\r\nDATA\r\nhi\r\n.\r\nNOOP\r\nMAIL FROM:<a@example.org>\r\nRSET\r\nVRFY a\r\nQUIT\r\n",
    )
    .await;
    let expected = [
        "250", "250", "250", "354", "250", "250", "250", "250", "252", "221",
    ];
    assert_eq!(codes(&said), expected);
    assert_eq!(stored, 2, "a copy for each recipient");
}

#[tokio::test]
async fn commands_out_of_order_are_refused() {
    let (said, stored) = talk(
        b"EHLO x\r\nRCPT TO:<a@example.org>\r\nDATA\r\nMAIL FROM:<a@example.org>\r\nMAIL FROM:<a@example.org>\r\nDATA\r\nQUIT\r\n",
    )
    .await;
    assert_eq!(codes(&said), ["503", "503", "250", "503", "554", "221"]);
    assert_eq!(stored, 0);
}

#[tokio::test]
async fn an_address_cannot_add_a_header_field() {
    let (said, _) =
        talk(b"EHLO x\r\nMAIL FROM:<a\rX-Evil: b@example.org>\r\nMAIL FROM:<a<b>\r\nMAIL FROM:a\r\nQUIT\r\n")
            .await;
    assert_eq!(codes(&said), ["501", "501", "501", "221"]);
}

#[tokio::test]
async fn a_bare_line_feed_ends_neither_a_command_nor_a_message() {
    let (said, stored) = talk(
        b"EHLO x\r\nNOOP\nMAIL FROM:<a@example.org>\r\nRCPT TO:<a@example.org>\r\nDATA\r\none\n.\nMAIL FROM:<evil@example.org>\r\ntwo\n.\r\nthree\r\n.\r\nQUIT\r\n",
    )
    .await;
    assert_eq!(codes(&said), ["501", "250", "250", "354", "250", "221"]);
    assert_eq!(stored, 1);
}

#[tokio::test]
async fn a_line_without_end_is_read_and_dropped() {
    let mut octets = b"EHLO x\r\n".to_vec();
    octets.extend(std::iter::repeat_n(b'x', 1_000_000));
    octets.extend_from_slice(b"\r\nNOOP\r\nQUIT\r\n");
    let (said, _) = talk(&octets).await;
    assert_eq!(codes(&said), ["501", "250", "221"]);
}

#[tokio::test]
async fn who_makes_too_many_mistakes_is_shown_out() {
    let (said, _) = talk("what\r\n".repeat(21).as_bytes()).await;
    assert_eq!(said.lines().count(), 23);
    assert!(said.ends_with("421 4.7.0 too many mistakes\r\n"), "{said}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn garbage_gets_replies_and_nothing_else(octets in prop::collection::vec(any::<u8>(), 0..2000), lines in any::<bool>()) {
        let mut octets = octets;
        if lines {
            for at in (0..octets.len().saturating_sub(1)).step_by(17) {
                octets[at] = b'\r';
                octets[at + 1] = b'\n';
            }
        }
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let (said, stored) = runtime.block_on(talk(&octets));
        prop_assert_eq!(stored, 0);
        prop_assert!(said.starts_with("220 "));
    }
}
