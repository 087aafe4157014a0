//! digest.yaml's relay, made ready to connect to.

use std::fs;

use crate::deliver::{Secret, Settings};
use crate::foundation::{Environment, Failure};
use crate::publication::{Publication, Relay};

use super::secrets::relay_password;

/// The relay with its password and certificates. Fails where digest.yaml names none.
pub(super) fn relay_settings(
    publication: &Publication,
    environment: &Environment,
) -> Result<Settings, Failure> {
    let Some(relay) = &publication.config.relay else {
        return Err(
            Failure::new("digest.yaml names no relay, so there is nobody to hand the mail to")
                .hinted("add `relay: { url: smtps://USER@smtp.example.org }` to digest.yaml")
                .hinted("`--sandbox` rehearses a send without one"),
        );
    };
    let password = match &relay.user {
        Some(_) => Some(Secret::new(relay_password(publication, environment)?)),
        None => None,
    };
    let roots = extra_roots(publication, relay)?;
    let helo = publication.config.from.email.domain();
    Ok(Settings::of_relay(relay, password, roots, helo))
}

/// The sandbox's server: no TLS, no AUTH, no limit.
pub(super) fn sandbox_settings(port: u16) -> Settings {
    Settings {
        connections: 4,
        ..Settings::new("127.0.0.1", port)
    }
}

fn extra_roots(publication: &Publication, relay: &Relay) -> Result<Option<Vec<u8>>, Failure> {
    let Some(file) = &relay.ca_file else {
        return Ok(None);
    };
    let path = publication.root.join(file);
    fs::read(&path).map(Some).map_err(|error| {
        Failure::new(format!(
            "`{}` cannot be read: {error}",
            publication.shown(&path).display()
        ))
        .hinted("`relay.ca_file` in digest.yaml names it; it holds certificates in PEM")
    })
}
