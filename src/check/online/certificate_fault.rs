//! A certificate that every reader's browser refuses.

use std::fmt;

use tokio_rustls::rustls::{CertificateError, Error};

/// What is wrong with a server's certificate, where every browser would say so.
///
/// An unknown issuer is not among them: most often the server only forgets an intermediate certificate, which browsers know or fetch, or the
/// office's firewall puts its own certificate in between. That is a [`Doubt`](super::Doubt).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CertificateFault {
    /// Its time is over.
    Expired,
    /// Its time has not begun.
    NotYetValid,
    /// It is another host's.
    WrongName,
    /// Its issuer took it back.
    Revoked,
}

impl CertificateFault {
    /// The fault behind a failed handshake; `None` where it failed for another reason.
    pub(super) fn behind(error: &Error) -> Option<Self> {
        let Error::InvalidCertificate(error) = error else {
            return None;
        };
        match error {
            CertificateError::Expired | CertificateError::ExpiredContext { .. } => Some(Self::Expired),
            CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
                Some(Self::NotYetValid)
            }
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
                Some(Self::WrongName)
            }
            CertificateError::Revoked => Some(Self::Revoked),
            _ => None,
        }
    }
}

impl fmt::Display for CertificateFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Expired => "has expired",
            Self::NotYetValid => "is not valid yet",
            Self::WrongName => "is another host's",
            Self::Revoked => "was revoked",
        })
    }
}
