//! Whose fault a refusal is.

use digest_cli::deliver::Fault;
use digest_cli::message::{Phase, Reply};

#[test]
#[expect(clippy::too_many_lines, reason = "one table")]
fn the_codes_and_words_of_real_relays_are_understood() {
    use Fault::{Recipient, Relay, Sender};
    let table = [
        // Before a transaction, everything permanent is ours and everything else the relay's.
        (Phase::Greeting, 554, "5.7.1 blocked", Sender),
        (Phase::Greeting, 421, "4.7.0 too many connections", Relay),
        (Phase::Greeting, 450, "busy", Relay),
        (Phase::Hello, 550, "bad name", Sender),
        (Phase::Mail, 550, "5.1.0 sender rejected", Sender),
        (Phase::Mail, 452, "4.3.1 no space", Relay),
        // Addresses and mailboxes.
        (Phase::Recipient, 550, "5.1.1 no such user", Recipient),
        (Phase::Recipient, 550, "5.1.2 no such host", Recipient),
        (Phase::Recipient, 501, "5.1.3 bad syntax", Recipient),
        (Phase::Recipient, 550, "mailbox unavailable", Recipient),
        (Phase::Recipient, 552, "5.2.2 mailbox full", Recipient),
        (
            Phase::Recipient,
            550,
            "5.5.0 requested action not taken",
            Recipient,
        ),
        (Phase::Recipient, 553, "5.1.7 bad sender", Sender),
        (
            Phase::Recipient,
            550,
            "5.1.8 Sender address rejected: Domain not found",
            Sender,
        ),
        // Policy.
        (Phase::Recipient, 554, "5.7.1 <x@y>: Relay access denied", Sender),
        (Phase::Recipient, 454, "4.7.1 <x@y>: Relay access denied", Sender),
        (Phase::Recipient, 550, "Relaying denied", Sender),
        (Phase::Recipient, 550, "relay not permitted", Sender),
        (
            Phase::Recipient,
            554,
            "5.7.1 <unknown[192.0.2.1]>: Client host rejected",
            Sender,
        ),
        (Phase::Recipient, 504, "5.5.2 <x>: Helo command rejected", Sender),
        (Phase::Recipient, 530, "5.7.0 Authentication required", Sender),
        (
            Phase::Recipient,
            554,
            "5.7.1 <x@y>: Recipient address rejected: Access denied",
            Recipient,
        ),
        (
            Phase::Recipient,
            550,
            "5.7.133 sender not authenticated for group",
            Recipient,
        ),
        (
            Phase::Recipient,
            550,
            "5.7.2 list expansion prohibited",
            Recipient,
        ),
        (Phase::Recipient, 450, "4.7.1 greylisted", Recipient),
        (
            Phase::Recipient,
            450,
            "4.7.1 Client host rejected: no host name",
            Recipient,
        ),
        (Phase::Data, 503, "5.5.1 bad sequence", Sender),
        (Phase::Data, 451, "4.3.0 later", Recipient),
        // Content.
        (Phase::Terminator, 550, "5.7.26 not authenticated", Sender),
        (Phase::Terminator, 554, "5.6.0 message rejected", Recipient),
        (Phase::Terminator, 451, "4.3.0 later", Recipient),
        (Phase::Terminator, 421, "4.3.2 shutting down", Relay),
    ];
    for (phase, code, text, fault) in table {
        let reply = Reply::new(code, text);
        assert_eq!(Fault::of(phase, &reply), fault, "{phase}: {reply}");
    }
}
