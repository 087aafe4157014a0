//! From nothing to an open session.

use std::io;

use lettre::transport::smtp::Error;
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::commands::{Ehlo, Starttls};
use lettre::transport::smtp::extension::ClientId;
use tokio::time::Instant;

use crate::message::{Phase, Reply};
use crate::publication::Security;

use super::connect::Connect;
use super::encryption::{Encryption, distrust};
use super::fault::Fault;
use super::lost::Lost;
use super::offer::Offer;
use super::session::{Session, within};
use super::wire::{Sight, Wire};
use super::{Settings, Stop};

/// Why there is no session.
#[derive(Debug)]
pub(super) enum Undialled {
    /// It may work the next time.
    Lost(Lost),
    /// It will not.
    Stop(Stop),
    /// The server does not know EHLO.
    NoEhlo(Reply),
}

/// Connects, waits for the greeting, says EHLO, turns TLS on and authenticates, as the settings ask. `encryption` is there where they ask for TLS.
///
/// A server that does not know EHLO is asked again with HELO (RFC 5321 section 3.2), over a new connection: lettre has given up the first.
pub(super) async fn dial(
    connect: &dyn Connect,
    encryption: Option<&Encryption>,
    settings: &Settings,
    number: usize,
) -> Result<Session, Undialled> {
    match attempt(connect, encryption, settings, number, false).await {
        // There is no STARTTLS without EHLO.
        Err(Undialled::NoEhlo(_)) if settings.security != Security::StartTls => {
            attempt(connect, encryption, settings, number, true).await
        }
        Err(Undialled::NoEhlo(reply)) => Err(refused(Phase::Hello, reply)),
        other => other,
    }
}

async fn attempt(
    connect: &dyn Connect,
    encryption: Option<&Encryption>,
    settings: &Settings,
    number: usize,
    plain: bool,
) -> Result<Session, Undialled> {
    let hello = hello(settings)?;
    let limits = settings.timeouts;
    let link = within(Phase::Connect, limits.connect, connect.connect())
        .await?
        .map_err(|error| Lost::from_io(Phase::Connect, &error))?;
    let wire = Wire::new(link, plain);
    if settings.security == Security::Implicit {
        encrypt(&wire, encryption, settings).await?;
    }
    within(Phase::Greeting, limits.greeting, wire.answered())
        .await?
        .map_err(|error| Lost::from_io(Phase::Greeting, &error))?;
    let greeted = AsyncSmtpConnection::connect_with_transport(Box::new(wire.clone()), &hello);
    let smtp = within(Phase::Hello, limits.hello, greeted)
        .await?
        .map_err(|error| match unwelcome(&error, &wire) {
            Undialled::NoEhlo(reply) if plain => refused(Phase::Hello, reply),
            other => other,
        })?;
    let mut session = Session {
        smtp,
        offer: Offer::read(&wire.heard()),
        wire,
        timeouts: limits,
        number,
        used: 0,
        most_copies: settings.messages_per_connection.max(1),
        opened: Instant::now(),
        most_age: settings.connection_age,
        unfinished: false,
        standing: None,
    };
    if settings.security == Security::StartTls {
        start_tls(&mut session, encryption, settings, hello).await?;
    }
    if let Some((user, secret)) = &settings.credentials {
        session.authenticate(user, secret).await?;
    }
    Ok(session)
}

/// STARTTLS, required (RFC 3207). A server that does not offer it may be one whose offer was cut out on the way.
async fn start_tls(
    session: &mut Session,
    encryption: Option<&Encryption>,
    settings: &Settings,
    hello: ClientId,
) -> Result<(), Undialled> {
    if !session.offer.starttls {
        return Err(tls(
            "the relay does not offer STARTTLS",
            "somebody between may have cut the offer out; `smtps://` asks for TLS from the first byte, `tls: none` does without",
        ));
    }
    let limit = session.timeouts.hello;
    let reply = session.command(Phase::Tls, limit, &Starttls.to_string()).await?;
    match reply.code {
        220 => {}
        400..500 => return Err(Lost::refused(Phase::Tls, reply).into()),
        _ => {
            let hint = "ask the relay's administrator; `smtps://` asks for TLS from the first byte";
            return Err(tls(&format!("STARTTLS was answered `{reply}`"), hint));
        }
    }
    // Section 6: what came before TLS must not be taken for what the server says under it.
    if session.wire.look().await == Sight::Talking {
        return Err(tls(
            "plain text followed the answer to STARTTLS",
            "somebody between may be putting words into the relay's mouth: do not send from this network",
        ));
    }
    encrypt(&session.wire, encryption, settings).await?;
    let reply = session
        .command(Phase::Hello, limit, &Ehlo::new(hello).to_string())
        .await?;
    if !reply.is_positive() {
        return Err(refused(Phase::Hello, reply));
    }
    // Section 4.2: what was offered before TLS no longer counts.
    session.offer = Offer::read(&session.wire.heard());
    Ok(())
}

async fn encrypt(wire: &Wire, encryption: Option<&Encryption>, settings: &Settings) -> Result<(), Undialled> {
    let Some(encryption) = encryption else {
        return Err(Stop::Unusable("TLS was asked for and not set up".to_owned()).into());
    };
    within(Phase::Tls, settings.timeouts.connect, wire.encrypt(encryption))
        .await?
        .map_err(|error: io::Error| match distrust(&error) {
            Some(stop) => Undialled::Stop(stop),
            None => Lost::from_io(Phase::Tls, &error).into(),
        })
}

/// The name for EHLO: a host name or an address literal, and nothing that could be a second command.
fn hello(settings: &Settings) -> Result<ClientId, Stop> {
    let helo = &settings.helo;
    if !helo.is_empty() && helo.len() <= 255 && helo.bytes().all(|byte| byte.is_ascii_graphic()) {
        Ok(ClientId::Domain(helo.clone()))
    } else {
        Err(Stop::Unusable(format!("{helo:?} is no host name for EHLO")))
    }
}

/// What lettre's first exchange failed by. It reads greeting and EHLO in one; whether we have spoken tells them apart. The reply is taken from
/// the error: lettre has said QUIT meanwhile.
fn unwelcome(error: &Error, wire: &Wire) -> Undialled {
    let phase = if wire.has_spoken() {
        Phase::Hello
    } else {
        Phase::Greeting
    };
    match error.status() {
        Some(code) => {
            let text = std::error::Error::source(error).map(ToString::to_string);
            let reply = Reply::new(code.into(), text.unwrap_or_default());
            if phase == Phase::Hello && matches!(reply.code, 500 | 502) {
                return Undialled::NoEhlo(reply);
            }
            refused(phase, reply)
        }
        None => Lost::from_lettre(phase, error, wire).into(),
    }
}

fn refused(phase: Phase, reply: Reply) -> Undialled {
    match Fault::of(phase, &reply) {
        Fault::Sender => Stop::Refused {
            phase,
            reply,
            recipient: None,
        }
        .into(),
        Fault::Recipient | Fault::Relay => Lost::refused(phase, reply).into(),
    }
}

fn tls(reason: &str, hint: &str) -> Undialled {
    Undialled::Stop(Stop::Tls {
        reason: reason.to_owned(),
        hint: hint.to_owned(),
    })
}

impl From<Lost> for Undialled {
    fn from(lost: Lost) -> Self {
        Self::Lost(lost)
    }
}

impl From<Stop> for Undialled {
    fn from(stop: Stop) -> Self {
        Self::Stop(stop)
    }
}
