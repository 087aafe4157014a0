//! The private key of a signature.

use std::fmt;

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa;
use aws_lc_rs::signature::Ed25519KeyPair;
use aws_lc_rs::signature::{KeyPair, RSA_PKCS1_SHA256};
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use tokio_rustls::rustls::pki_types::pem::PemObject;

use super::{KeyRecord, SigningKeyError};

/// A private key that signs, and the public one that receivers look up. Its `Debug` shows nothing of it.
pub struct SigningKey(Algorithm);

enum Algorithm {
    Rsa(Box<rsa::KeyPair>),
    Ed25519(Box<Ed25519KeyPair>),
}

impl SigningKey {
    /// A key in PEM: PKCS#8 (`BEGIN PRIVATE KEY`), or PKCS#1 for RSA (`BEGIN RSA PRIVATE KEY`), without a passphrase.
    ///
    /// # Errors
    ///
    /// Where it is no such key, or an RSA key of fewer than 2048 bits (RFC 8301 section 3.2).
    pub fn from_pem(pem: &[u8]) -> Result<Self, SigningKeyError> {
        let text = String::from_utf8_lossy(pem);
        if text.contains("ENCRYPTED") {
            return Err(SigningKeyError::Encrypted);
        }
        if text.contains("BEGIN PUBLIC KEY") {
            return Err(SigningKeyError::Public);
        }
        match PrivateKeyDer::from_pem_slice(pem).map_err(|_| SigningKeyError::NoKey)? {
            PrivateKeyDer::Pkcs1(der) => {
                let key = rsa::KeyPair::from_der(der.secret_pkcs1_der());
                key.map_err(rejected).map(Self::rsa)
            }
            PrivateKeyDer::Pkcs8(der) => Self::from_pkcs8(der.secret_pkcs8_der()),
            _ => Err(SigningKeyError::Algorithm),
        }
    }

    /// An Ed25519 key from its 32 octets (RFC 8032 section 5.1.5).
    ///
    /// # Errors
    ///
    /// Where there are not 32.
    pub fn from_ed25519_seed(seed: &[u8]) -> Result<Self, SigningKeyError> {
        let key = Ed25519KeyPair::from_seed_unchecked(seed).map_err(|_| SigningKeyError::NoKey)?;
        Ok(Self(Algorithm::Ed25519(Box::new(key))))
    }

    /// The signature of data (RFC 6376 section 3.3, RFC 8463 section 3); `None` where the library fails, which it does only where memory does.
    pub fn sign(&self, data: &[u8]) -> Option<Vec<u8>> {
        match &self.0 {
            Algorithm::Rsa(key) => {
                let mut signature = vec![0; key.public_modulus_len()];
                key.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), data, &mut signature)
                    .ok()?;
                Some(signature)
            }
            Algorithm::Ed25519(key) => {
                let hash = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, data);
                let signature = key.try_sign(hash.as_ref()).ok()?;
                Some(signature.as_ref().to_vec())
            }
        }
    }

    /// What `a=` says.
    pub fn algorithm(&self) -> &'static str {
        match &self.0 {
            Algorithm::Rsa(_) => "rsa-sha256",
            Algorithm::Ed25519(_) => "ed25519-sha256",
        }
    }

    /// What is to be published.
    pub fn record(&self) -> KeyRecord {
        match &self.0 {
            Algorithm::Rsa(key) => KeyRecord::rsa(key.public_key()),
            Algorithm::Ed25519(key) => KeyRecord::ed25519(key.public_key().as_ref()),
        }
    }

    fn from_pkcs8(der: &[u8]) -> Result<Self, SigningKeyError> {
        if let Ok(key) = Ed25519KeyPair::from_pkcs8_maybe_unchecked(der) {
            return Ok(Self(Algorithm::Ed25519(Box::new(key))));
        }
        rsa::KeyPair::from_pkcs8(der).map_err(rejected).map(Self::rsa)
    }

    fn rsa(key: rsa::KeyPair) -> Self {
        Self(Algorithm::Rsa(Box::new(key)))
    }
}

fn rejected(error: aws_lc_rs::error::KeyRejected) -> SigningKeyError {
    match error.to_string().as_str() {
        "TooSmall" => SigningKeyError::Small,
        _ => SigningKeyError::Algorithm,
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SigningKey({})", self.algorithm())
    }
}
