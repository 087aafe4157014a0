//! A file that holds no key to sign with.

/// Why a text is no key to sign with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SigningKeyError {
    /// It is no PEM, or holds no private key.
    #[error("it holds no private key in PEM")]
    NoKey,
    /// It is a public key.
    #[error("it holds a public key, and a private one is needed to sign")]
    Public,
    /// It is protected by a passphrase.
    #[error("it is encrypted with a passphrase")]
    Encrypted,
    /// An RSA key of fewer than 2048 bits.
    #[error("the RSA key has fewer than 2048 bits")]
    Small,
    /// It is for another algorithm, or damaged.
    #[error("it is neither an RSA key of 2048 to 8192 bits nor an Ed25519 key, or it is damaged")]
    Algorithm,
}

impl SigningKeyError {
    /// What to do about it.
    pub fn hint(self) -> &'static str {
        match self {
            Self::Encrypted => {
                "`openssl pkey -in FILE -out NEW` takes the passphrase off; the file's permissions protect it then"
            }
            _ => "`openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out FILE` makes one",
        }
    }
}
