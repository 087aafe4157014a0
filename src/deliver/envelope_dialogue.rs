//! MAIL, RCPT and DATA, up to the 354.

use crate::message::{Journal, MessageSource, Phase, Reply};

use super::commands::{Commands, DATA, DOT};
use super::dialogue::Dialogue;
use super::lost::Lost;
use super::turn::{After, Turn};
use super::verdict::{limit, unoffered, welcome};

/// A refusal, and the phase it came in.
type Refusal = Option<(Phase, Reply)>;

impl<S: MessageSource, J: Journal> Dialogue<'_, S, J> {
    /// Comes to the 354: by what the envelope that went out before is answered, by a group (RFC 2920), or step by step.
    pub(super) async fn open(&mut self) -> Result<(), Turn> {
        if self.copy.joined {
            self.session.used += 1;
            let limit = self.session.timeouts.mail;
            let mail = self.session.reply(Phase::Mail, limit).await;
            let mail = self.heard(Phase::Mail, mail)?;
            return self.read_envelope(mail).await;
        }
        let commands = Commands::new(&self.copy.message, &self.session.offer).map_err(unoffered)?;
        let grouped = self.session.offer.pipelining;
        self.session.used += 1;
        if let Err(lost) = self.session.quiet(Phase::Mail).await {
            return Err(self.closed_between(lost.closing()));
        }
        if !grouped {
            return Box::pin(self.open_in_steps(&commands)).await;
        }
        let mail = self.session.open(commands.group()).await;
        let mail = self.heard(Phase::Mail, mail)?;
        self.read_envelope(mail).await
    }

    async fn open_in_steps(&mut self, commands: &Commands) -> Result<(), Turn> {
        if self.session.unfinished {
            let reset = self.session.reset().await;
            reset.map_err(|lost| self.closed_between(lost))?;
        }
        let steps = [
            (Phase::Mail, commands.mail()),
            (Phase::Recipient, commands.recipient()),
            (Phase::Data, DATA),
        ];
        for (phase, command) in steps {
            let limit = limit(self.session, phase);
            let reply = self.session.command(phase, limit, command).await;
            let reply = self.heard(phase, reply)?;
            if !welcome(phase, &reply) {
                return Err(self.refused(phase, reply));
            }
        }
        Ok(())
    }

    /// Every reply of the group is read, whatever those before it say.
    async fn read_envelope(&mut self, mail: Reply) -> Result<(), Turn> {
        let mut refusal = (!welcome(Phase::Mail, &mail)).then_some((Phase::Mail, mail));
        for phase in [Phase::Recipient, Phase::Data] {
            let limit = limit(self.session, phase);
            let reply = match (self.session.reply(phase, limit).await, refusal.take()) {
                (Ok(reply), earlier) => {
                    refusal = earlier;
                    reply
                }
                (Err(lost), None) => return Err(lost.into()),
                // The refusal stands, although the server closed the connection after it.
                (Err(lost), Some((phase, reply))) => return Err(self.refused(phase, reply).losing(lost)),
            };
            if phase == Phase::Data && refusal.is_some() && reply.code == 354 {
                Box::pin(self.end_empty(&mut refusal)).await?;
            } else if !welcome(phase, &reply) {
                refusal.get_or_insert((phase, reply));
            }
        }
        match refusal {
            None => Ok(()),
            Some((phase, reply)) => Err(self.refused(phase, reply)),
        }
    }

    /// The envelope was refused and the server awaits a message nevertheless: it gets an empty one, for nobody (RFC 2920 section 3.1).
    async fn end_empty(&mut self, refusal: &mut Refusal) -> Result<(), Turn> {
        let limit = self.session.timeouts.terminator;
        let ended = self.session.command(Phase::Data, limit, DOT).await;
        match (ended, refusal.take()) {
            (Err(lost), Some((phase, reply))) => Err(self.refused(phase, reply).losing(lost)),
            (_, kept) => {
                *refusal = kept;
                Ok(())
            }
        }
    }

    /// What a command was answered, unless that ends the connection between two copies.
    fn heard(&self, phase: Phase, answer: Result<Reply, Lost>) -> Result<Reply, Turn> {
        match answer {
            Ok(reply) if phase == Phase::Mail && reply.code == 421 => {
                Err(self.closed_between(Lost::refused(phase, reply).closing()))
            }
            Ok(reply) => Ok(reply),
            Err(lost) => Err(self.closed_between(lost)),
        }
    }

    /// A server may close a connection that has carried copies whenever it likes: what it then does not answer says nothing of the relay or of the copy.
    fn closed_between(&self, lost: Lost) -> Turn {
        if lost.phase == Phase::Mail && lost.closed && self.session.used > 1 {
            Turn::nothing(After::Closed(lost))
        } else {
            lost.into()
        }
    }
}
