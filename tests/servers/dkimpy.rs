//! Signatures held by dkimpy, the verifier that most Python filters use.

use digest_cli::compose::dkim::SigningKey;
use encodify::base64;

use super::schemas::python_with;
use crate::compose::dkim_key;
use crate::support::{Newsroom, SmtpServer};

/// Verifies every signature of the message on its input. The records come by argument: names and texts by turns.
const SCRIPT: &str = "import dkim, sys\n\
    records = dict(zip(sys.argv[1::2], sys.argv[2::2]))\n\
    message = sys.stdin.buffer.read()\n\
    def txt(name, timeout=5):\n\
    \tname = name.decode() if isinstance(name, bytes) else name\n\
    \treturn records[name.rstrip('.')].encode()\n\
    verifier = dkim.DKIM(message)\n\
    number = sum(1 for name, _ in verifier.headers if name.lower() == b'dkim-signature')\n\
    print(' '.join(str(verifier.verify(idx=at, dnsfunc=txt)) for at in range(number)))";

/// An Ed25519 key in PKCS#8 (RFC 8410 section 7): a fixed beginning, and 32 octets.
pub(super) fn ed25519_key() -> String {
    let mut der = vec![
        0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
    ];
    der.extend([7; 32]);
    format!(
        "-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n",
        base64::STANDARD.encode(der)
    )
}

/// The DNS record of a key.
pub(super) fn record(pem: &str) -> String {
    let key = SigningKey::from_pem(pem.as_bytes()).expect("a key");
    key.record().to_string()
}

#[test]
fn dkimpy_verifies_the_copies_that_leave() {
    let newsroom = Newsroom::of_readers(3, SmtpServer::faultless());
    newsroom.configure(
        "dkim:\n  - { selector: rsa, key_file: .digest/rsa.pem }\n  - { selector: ed, key_file: .digest/ed.pem }\n",
    );
    let (rsa, ed) = (dkim_key(), ed25519_key());
    newsroom.write_secret(".digest/rsa.pem", &rsa);
    newsroom.write_secret(".digest/ed.pem", &ed);
    newsroom.send([]).success();
    let records = [
        "rsa._domainkey.example.org",
        &record(&rsa),
        "ed._domainkey.example.org",
        &record(&ed),
    ];
    for copy in newsroom.relay().taken() {
        assert_eq!(
            python_with("dkim, nacl", SCRIPT, &records, &copy.text).trim(),
            "True True"
        );
        let forged = copy.text.replacen("/u/k1.", "/u/k2.", 1);
        assert_ne!(forged, copy.text);
        assert_eq!(
            python_with("dkim, nacl", SCRIPT, &records, &forged).trim(),
            "False False"
        );
    }
}
