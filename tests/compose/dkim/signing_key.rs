//! Keys read from PEM.

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::Ed25519KeyPair;
use digest_cli::compose::dkim::{SigningKey, SigningKeyError};

use super::keys::{RSA_PKCS8, pem};

fn refusal(pem: &str) -> SigningKeyError {
    SigningKey::from_pem(pem.as_bytes()).expect_err("a refusal")
}

/// The `RSAPrivateKey` inside a PKCS#8 document of this size: it is the last octet string, and reaches to the end.
fn pkcs1() -> &'static [u8] {
    let whole: &[u8] = &RSA_PKCS8;
    let tag = whole
        .windows(2)
        .position(|pair| pair == [0x04, 0x82])
        .expect("an octet string");
    &whole[tag + 4..]
}

#[test]
fn rsa_keys_are_read_in_either_form_and_ed25519_keys_too() {
    let rsa = SigningKey::from_pem(pem("PRIVATE KEY", &RSA_PKCS8).as_bytes()).expect("a key");
    let old = SigningKey::from_pem(pem("RSA PRIVATE KEY", pkcs1()).as_bytes()).expect("a key");
    assert_eq!(rsa.algorithm(), "rsa-sha256");
    assert_eq!(rsa.record(), old.record());
    let document = Ed25519KeyPair::generate_pkcs8v1(&SystemRandom::new()).expect("a key");
    let ed = SigningKey::from_pem(pem("PRIVATE KEY", document.as_ref()).as_bytes()).expect("a key");
    assert_eq!(ed.algorithm(), "ed25519-sha256");
}

#[test]
fn what_is_no_key_to_sign_with_says_what_it_is() {
    assert_eq!(refusal(""), SigningKeyError::NoKey);
    assert_eq!(refusal("hello"), SigningKeyError::NoKey);
    assert_eq!(refusal(&pem("PUBLIC KEY", &[1, 2, 3])), SigningKeyError::Public);
    assert_eq!(
        refusal(&pem("ENCRYPTED PRIVATE KEY", &[1, 2, 3])),
        SigningKeyError::Encrypted
    );
    assert_eq!(
        refusal(&pem("PRIVATE KEY", &[1, 2, 3])),
        SigningKeyError::Algorithm
    );
    assert_eq!(
        refusal(&pem("EC PRIVATE KEY", &[1, 2, 3])),
        SigningKeyError::Algorithm
    );
    let cut = &RSA_PKCS8[..RSA_PKCS8.len() / 2];
    assert_eq!(refusal(&pem("PRIVATE KEY", cut)), SigningKeyError::Algorithm);
}

#[test]
fn a_key_does_not_show_itself() {
    let key = SigningKey::from_ed25519_seed(&[7; 32]).expect("a key");
    assert_eq!(format!("{key:?}"), "SigningKey(ed25519-sha256)");
}
