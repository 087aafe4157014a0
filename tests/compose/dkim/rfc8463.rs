//! The example of RFC 8463 appendix A, byte for byte.

use digest_cli::compose::dkim::{SigningKey, body_hash, header_data};
use encodify::base64;

const HEAD: &str = "From: Joe SixPack <joe@football.example.com>\r\n\
    To: Suzie Q <suzie@shopping.example.net>\r\n\
    Subject: Is dinner ready?\r\n\
    Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)\r\n\
    Message-ID: <20030712040037.46341.5F8J@football.example.com>\r\n";

const BODY: &str = "Hi.\r\n\r\nWe lost the game.  Are you hungry yet?\r\n\r\nJoe.\r\n";

const FIELD: &str = "DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;\r\n \
    d=football.example.com; i=@football.example.com;\r\n \
    q=dns/txt; s=brisbane; t=1528637909; h=from : to :\r\n \
    subject : date : message-id : from : subject : date;\r\n \
    bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;\r\n \
    b=";

const NAMES: [&str; 8] = [
    "from",
    "to",
    "subject",
    "date",
    "message-id",
    "from",
    "subject",
    "date",
];

fn key() -> SigningKey {
    let seed = base64::STANDARD
        .decode("nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=")
        .expect("base64");
    SigningKey::from_ed25519_seed(&seed).expect("a key")
}

#[test]
fn the_body_hash_is_that_of_the_appendix() {
    assert_eq!(
        base64::STANDARD.encode(body_hash(BODY.as_bytes())),
        "2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8="
    );
}

#[test]
fn the_ed25519_signature_is_that_of_the_appendix() {
    let data = header_data(HEAD.as_bytes(), &NAMES, FIELD.as_bytes());
    assert_eq!(
        base64::STANDARD.encode(key().sign(&data).expect("a signature")),
        "/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11BusFa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw=="
    );
}

#[test]
fn the_record_is_that_of_the_appendix() {
    assert_eq!(
        key().record().to_string(),
        "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
    );
}
