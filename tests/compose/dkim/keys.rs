//! Keys made for a test.

use std::sync::{Arc, LazyLock};

use aws_lc_rs::encoding::AsDer;
use aws_lc_rs::encoding::Pkcs8V1Der;
use aws_lc_rs::rsa::{KeyPair, KeySize};
use digest_cli::compose::dkim::{Signer, SigningKey};
use encodify::base64;

/// A text in PEM.
pub(super) fn pem(label: &str, der: &[u8]) -> String {
    format!(
        "-----BEGIN {label}-----\n{}\n-----END {label}-----\n",
        base64::MIME.encode(der).replace("\r\n", "\n")
    )
}

/// An RSA key of 2048 bits, in PKCS#8.
pub(super) static RSA_PKCS8: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let key = KeyPair::generate(KeySize::Rsa2048).expect("a key");
    let der: Pkcs8V1Der<'_> = key.as_der().expect("its encoding");
    der.as_ref().to_vec()
});

/// An RSA key's file.
pub(crate) fn dkim_key() -> String {
    pem("PRIVATE KEY", &RSA_PKCS8)
}

pub(super) fn rsa() -> Signer {
    signer("rsa", &pem("PRIVATE KEY", &RSA_PKCS8))
}

pub(super) fn ed25519() -> Signer {
    Signer {
        key: Arc::new(SigningKey::from_ed25519_seed(&[7; 32]).expect("a key")),
        domain: "example.org".to_owned(),
        selector: "ed".to_owned(),
    }
}

fn signer(selector: &str, pem: &str) -> Signer {
    Signer {
        domain: "example.org".to_owned(),
        selector: selector.to_owned(),
        key: Arc::new(SigningKey::from_pem(pem.as_bytes()).expect("a key")),
    }
}
