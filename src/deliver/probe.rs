//! A connection made to see how the relay answers, and closed again.

use crate::message::Phase;
use crate::publication::Security;

use super::connect::Tcp;
use super::dial::{Undialled, dial};
use super::encryption::Encryption;
use super::lost::Lost;
use super::{Settings, Stop};

/// How the relay received us.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Welcome {
    /// Whether the connection is encrypted, with a certificate that is trusted.
    pub encrypted: bool,
    /// Whether AUTH took place, and was accepted.
    pub authenticated: bool,
    /// What EHLO announced, as far as we use it.
    pub announced: Vec<String>,
}

/// Connects as a send does, with the same certificates, user and password, and says goodbye: no message is begun.
///
/// # Errors
///
/// What would stop a send, or keep it from starting.
pub async fn probe(settings: &Settings) -> Result<Welcome, Stop> {
    let encryption = match settings.security {
        Security::None => None,
        Security::Implicit | Security::StartTls => Some(Encryption::new(settings)?),
    };
    let tcp = Tcp::new(&settings.host, settings.port);
    let session = match dial(&tcp, encryption.as_ref(), settings, 0).await {
        Ok(session) => session,
        Err(Undialled::Stop(stop)) => return Err(stop),
        // Both ways to say hello were tried.
        Err(Undialled::NoEhlo(reply)) => {
            return Err(Stop::Refused {
                phase: Phase::Hello,
                reply,
                recipient: None,
            });
        }
        Err(Undialled::Lost(lost)) => {
            let reason = format!("at {}: {}", lost.phase, lost.reason);
            return Err(Lost { reason, ..lost }.into_stop(settings.relay()));
        }
    };
    let offer = &session.offer;
    let mut announced: Vec<String> = [
        (offer.pipelining, "PIPELINING"),
        (offer.size.is_some(), "SIZE"),
        (offer.smtputf8, "SMTPUTF8"),
        (offer.dsn, "DSN"),
    ]
    .into_iter()
    .filter(|(offered, _)| *offered)
    .map(|(_, name)| name.to_owned())
    .collect();
    if !offer.mechanisms.is_empty() {
        announced.push(format!("AUTH {}", offer.mechanisms.join(" ")));
    }
    session.quit().await;
    Ok(Welcome {
        encrypted: settings.security != Security::None,
        authenticated: settings.credentials.is_some(),
        announced,
    })
}
