//! TLS: whom we trust, and the handshake.

use std::io;
use std::sync::Arc;

use rustls_platform_verifier::Verifier;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::aws_lc_rs;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{CertificateError, ClientConfig, Error};

use super::connect::Link;
use super::{Settings, Stop};

/// How TLS is negotiated with the relay: its name, and the certificates we trust.
pub(super) struct Encryption {
    connector: TlsConnector,
    name: ServerName<'static>,
}

impl Encryption {
    /// The system's certificates and the extra ones. Reads the certificate store, so it is made once for a run.
    pub(super) fn new(settings: &Settings) -> Result<Self, Stop> {
        let name = ServerName::try_from(settings.host.clone()).map_err(|_| {
            Stop::Unusable(format!(
                "`{}` is no host name that a certificate could have",
                settings.host
            ))
        })?;
        let mut roots = Vec::new();
        if let Some(pem) = &settings.extra_roots_pem {
            roots = CertificateDer::pem_slice_iter(pem)
                .collect::<Result<Vec<_>, _>>()
                .map_err(|error| Stop::Unusable(format!("the extra certificates cannot be read: {error}")))?;
            if roots.is_empty() {
                return Err(Stop::Unusable(
                    "the extra certificates' file holds none".to_owned(),
                ));
            }
        }
        let unusable = |error: Error| Stop::Unusable(format!("TLS cannot be set up: {error}"));
        let provider = Arc::new(aws_lc_rs::default_provider());
        let verifier = Verifier::new_with_extra_roots(roots, provider.clone()).map_err(unusable)?;
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(unusable)?
            .dangerous() // rustls's word for any verifier but its own; this one is the platform's.
            .with_custom_certificate_verifier(Arc::new(verifier))
            .with_no_client_auth();
        Ok(Self {
            connector: TlsConnector::from(Arc::new(config)),
            name,
        })
    }

    /// The handshake. An error that [`distrust`] knows will not go away by itself.
    pub(super) async fn negotiate(&self, link: Box<dyn Link>) -> io::Result<Box<dyn Link>> {
        let stream = self.connector.connect(self.name.clone(), link).await?;
        Ok(Box::new(stream))
    }
}

/// The [`Stop`] that a failed handshake means; `None` where only the connection was lost.
pub(super) fn distrust(error: &io::Error) -> Option<Stop> {
    let error = error.get_ref()?.downcast_ref::<Error>()?;
    let hint = match error {
        Error::InvalidCertificate(CertificateError::UnknownIssuer) => {
            "if the relay has a certificate of your own authority, name that authority's PEM file in `relay.ca_file`"
        }
        Error::InvalidCertificate(
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. },
        ) => "write the relay's name in `relay.url` as its certificate has it",
        Error::InvalidCertificate(_) => "the relay's administrator must renew or mend its certificate",
        Error::InvalidMessage(_) => {
            "the port seems not to speak TLS from the first byte: write `smtp://` for STARTTLS (usually port 587), `smtps://` for TLS (usually 465)"
        }
        _ => "`digest` speaks TLS 1.2 and 1.3; ask the relay's administrator which it speaks",
    };
    Some(Stop::Tls {
        reason: error.to_string(),
        hint: hint.to_owned(),
    })
}
