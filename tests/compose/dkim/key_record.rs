//! What is published beside what signs.

use digest_cli::compose::dkim::{Published, SigningKey};

use super::keys::rsa;

#[test]
fn a_record_is_compared_by_its_key_however_it_is_written() {
    let record = rsa().key.record();
    let text = record.to_string();
    let (_, p) = text.split_once("p=").expect("a key");
    let (first, rest) = p.split_at(100);
    for same in [
        text.clone(),
        format!("p={p}"),
        format!("v=DKIM1;k=rsa ; p = {first} {rest};"),
        format!("v=DKIM1; h=sha1:sha256; s=email; p={p}"),
    ] {
        assert_eq!(record.compare(&same), Published::Same, "{same}");
    }
    assert_eq!(record.compare(&format!("t=y:s; p={p}")), Published::Testing);
}

#[test]
fn what_is_published_instead_is_told_apart() {
    let record = rsa().key.record();
    let text = record.to_string();
    let other = SigningKey::from_ed25519_seed(&[7; 32])
        .expect("a key")
        .record()
        .to_string();
    assert_eq!(record.compare(&other), Published::Other);
    assert_eq!(record.compare("v=DKIM1; k=rsa; p=AAAA"), Published::Other);
    assert_eq!(record.compare("v=DKIM1; k=rsa; p="), Published::Revoked);
    for unusable in [
        "v=spf1 -all",
        "hello",
        "v=DKIM1; k=rsa",
        "v=DKIM1; p=!!!",
        &format!("{text}; h=sha1"),
    ] {
        assert!(
            matches!(record.compare(unusable), Published::Unusable(_)),
            "{unusable}"
        );
    }
}
