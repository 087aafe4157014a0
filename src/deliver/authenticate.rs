//! AUTH.

use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::commands::Auth;

use crate::message::{Phase, Reply};

use super::dial::Undialled;
use super::lost::Lost;
use super::session::{Session, within};
use super::{Secret, Stop};

/// No mechanism we speak has more steps.
const MOST_CHALLENGES: usize = 4;

impl Session {
    /// Authenticates with the best mechanism both sides know (RFC 4954). A 4yz is the relay's trouble, a 5yz ours.
    pub(super) async fn authenticate(&mut self, user: &str, secret: &Secret) -> Result<(), Undialled> {
        let mechanism = self
            .offer
            .mechanism()
            .ok_or_else(|| Stop::NoMechanism(self.offer.mechanisms.clone()))?;
        let credentials = Credentials::new(user.to_owned(), secret.expose().to_owned());
        let mut command = Auth::new(mechanism, credentials.clone(), None)
            .map_err(|error| Stop::Unusable(format!("AUTH cannot be begun: {error}")))?;
        for _ in 0..MOST_CHALLENGES {
            self.wire.forget();
            let answer = within(Phase::Auth, self.timeouts.auth, self.smtp.command(command)).await?;
            if let Ok(challenge) = &answer
                && challenge.has_code(334)
            {
                let next = Auth::new_from_response(mechanism, credentials.clone(), challenge);
                // A challenge that the mechanism does not have: there is no answer to it.
                command = next.map_err(|_| Stop::Authentication(Reply::new(334, "unexpected challenge")))?;
                continue;
            }
            let reply = self.judge(Phase::Auth, answer)?;
            return verdict(reply);
        }
        Err(Stop::Authentication(Reply::new(334, "challenges without end")).into())
    }
}

fn verdict(reply: Reply) -> Result<(), Undialled> {
    if reply.is_positive() {
        Ok(())
    } else if reply.is_permanent() {
        Err(Stop::Authentication(reply).into())
    } else {
        Err(Lost::refused(Phase::Auth, reply).into())
    }
}
