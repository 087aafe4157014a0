//! A whole send through a real Postfix into a real Dovecot mailbox.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;

use super::dkimpy::{ed25519_key, record};
use super::dovecot::{Dovecot, PASSWORD, USER};
use super::postfix::Postfix;
use super::schemas::python_with;
use crate::compose::dkim_key;
use crate::support::{Identity, Newsroom, SmtpServer, readers, soaked};

/// How many subscribers the issue goes to. `scripts/soak` multiplies.
const SUBSCRIBERS: u32 = 200;

#[test]
fn what_postfix_takes_is_in_the_mailbox_once_with_signatures_that_hold() {
    let subscribers = soaked(SUBSCRIBERS) as usize;
    let folder = tempfile::tempdir().expect("a folder");
    let identity = Identity::new("localhost");
    let dovecot = Dovecot::start(&folder.path().join("dovecot"));
    let postfix = Postfix::start(&folder.path().join("postfix"), &identity, &dovecot);
    let newsroom = newsroom(subscribers, &identity, postfix.port());

    newsroom.send([]).success();
    newsroom.send([]).success();
    assert_eq!(newsroom.number_in("accepted"), subscribers);
    postfix.wait_until_delivered(subscribers);
    assert_eq!(postfix.told(": client=localhost"), subscribers);

    let messages = verified(&dovecot.mailbox());
    assert_eq!(messages.len(), subscribers);
    let all = |key: &str| -> BTreeSet<String> {
        let values = messages.iter().map(|message| &message[key]);
        values
            .map(|value| value.as_str().expect("a text").to_owned())
            .collect()
    };
    assert_eq!(all("delivered_to"), readers(subscribers).collect::<BTreeSet<_>>());
    assert_eq!(all("to"), all("delivered_to"));
    assert_eq!(all("message_id").len(), subscribers);
    for message in &messages {
        assert_eq!(message["verdicts"], serde_json::json!([true, true]), "{message}");
        let received = message["received"].as_str().expect("a text");
        assert!(
            received.contains("with ESMTPSA"),
            "without TLS or AUTH: {received}"
        );
    }
    // Whether too many connections are opened in a while depends on the machine; that four are open where three may be does not, nor that these begin more messages than
    // may be begun.
    for limit in ["Connection concurrency", "Message delivery request rate"] {
        let told = postfix.told(&format!("{limit} limit exceeded"));
        assert!(told > 0, "{limit} was within its limit");
    }
}

/// A publication that signs twice and hands its mail to Postfix, by one connection more than that allows at once, each renewed so often that a machine in a hurry opens too many of them.
fn newsroom(subscribers: usize, identity: &Identity, port: u16) -> Newsroom {
    let newsroom =
        Newsroom::of_readers(subscribers, SmtpServer::faultless()).variable("DIGEST_SMTP_PASSWORD", PASSWORD);
    newsroom.write("ca.pem", &identity.pem);
    let url = format!("smtp://{USER}@localhost:{port}");
    newsroom.set_relay(
        &url,
        "tls: required, ca_file: ca.pem, messages_per_connection: 20,",
    );
    newsroom.configure(
        "bounce: bounces@example.org\n\
         dkim:\n  - { selector: rsa, key_file: .digest/rsa.pem }\n  - { selector: ed, key_file: .digest/ed.pem }\n",
    );
    newsroom.write_secret(".digest/rsa.pem", &dkim_key());
    newsroom.write_secret(".digest/ed.pem", &ed25519_key());
    newsroom
}

/// What another program reads in the mailbox.
fn verified(mailbox: &Path) -> Vec<Value> {
    let script = include_str!("verify_mailbox.py");
    let (rsa, ed) = (record(&dkim_key()), record(&ed25519_key()));
    let mailbox = mailbox.to_str().expect("a path in Unicode");
    let arguments = [
        mailbox,
        "rsa._domainkey.example.org",
        &rsa,
        "ed._domainkey.example.org",
        &ed,
    ];
    let read = python_with("dkim, nacl", script, &arguments, "");
    let lines = read.lines();
    lines
        .map(|line| serde_json::from_str(line).expect("a line of JSON"))
        .collect()
}
