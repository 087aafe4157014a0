//! Copies of an edition.

use std::sync::Arc;

use crate::edition::Edition;
use crate::foundation::{Address, CanonicalAddress, Keyring};
use crate::message::{Attempt, Envelope, Message, Octets};
use crate::subscriber::Profile;

use super::dkim::Signers;
use super::form::{Finish, Form};
use super::headers::{Letterhead, Particulars};
use super::message_id::message_id;
use super::multipart::Multipart;
use super::reader::Reader;
use super::return_path::ReturnPath;
use super::subject::Subject;
use super::{ComposeError, Token, Unfillable, UnsubscribeLinks};

/// Makes the copies of one edition. Shared by threads; every copy depends on nothing but the edition, the keys, the scope, the date, the
/// subscriber and the row, so a second attempt on another machine is the same in every byte.
#[derive(Debug)]
pub struct Composer {
    edition: Arc<Edition>,
    keys: Keyring,
    scope: String,
    return_path: ReturnPath,
    unsubscribe: UnsubscribeLinks,
    letterhead: Letterhead,
    multipart: Multipart,
    subject: Subject,
    text: Form,
    html: Form,
    signers: Signers,
}

/// What a copy's own octets come to at most, in most copies: headers, frame, and what is filled in.
const OWN_OCTETS: usize = 4096;

impl Composer {
    /// Makes an edition ready: its templates compiled, what is the same in every copy encoded. The scope is that of the ledger's rows
    /// (`live`, `test/RUN`), the date that of the plan (RFC 5322 section 3.3).
    ///
    /// # Errors
    ///
    /// Where no copy could be made for anyone.
    pub fn new(
        edition: Arc<Edition>,
        keys: impl Into<Keyring>,
        scope: &str,
        date: &str,
    ) -> Result<Self, ComposeError> {
        let keys = keys.into();
        Ok(Self {
            return_path: ReturnPath::new(&edition, keys.current())?,
            unsubscribe: UnsubscribeLinks::new(&edition.unsubscribe)?,
            letterhead: Letterhead::new(&edition, date)?,
            multipart: Multipart::new(&edition.publication, &edition.issue),
            subject: Subject::new(&edition.subject, "")?,
            text: Form::new(&edition.text, Finish::Wire)?,
            html: Form::new(&edition.html, Finish::Wire)?,
            signers: Signers::default(),
            scope: scope.to_owned(),
            keys,
            edition,
        })
    }

    /// The same, with signatures on every copy.
    #[must_use]
    pub fn signed_by(mut self, signers: Signers) -> Self {
        self.signers = signers;
        self
    }

    /// The same, with subjects that say that the copies are tests.
    ///
    /// # Errors
    ///
    /// As [`Composer::new`].
    pub fn marked_as_test(mut self) -> Result<Self, ComposeError> {
        self.subject = Subject::new(&self.edition.subject, "[test] ")?;
        Ok(self)
    }

    /// One subscriber's copy.
    ///
    /// The canonical address and the list make the Message-ID and the unsubscribe token; mail goes to `mail_to`.
    ///
    /// # Errors
    ///
    /// Where `mail_to` is no address, or a slot has no value for this subscriber.
    pub fn compose(
        &self,
        attempt: Attempt,
        canonical: &CanonicalAddress,
        mail_to: &str,
        list: &str,
        profile: &Profile,
    ) -> Result<Message, Unfillable> {
        let recipient = Address::parse(mail_to)
            .map_err(|error| Unfillable::new(format!("no mail can be sent to `{mail_to}`: {error}")))?;
        let links = self
            .unsubscribe
            .with(&Token::for_reader(self.keys.current(), list, canonical));
        let reader = Reader::new(profile, &links);
        let id = self.message_id(canonical);
        let subject = self.subject.field(&reader)?;

        let mut octets = Octets::from(Vec::with_capacity(OWN_OCTETS));
        let copy = Particulars {
            name: &profile.name,
            recipient: &recipient,
            subject: &subject,
            id: &id,
            links: &links,
        };
        octets.adding(|own| self.letterhead.write(copy, own));
        octets.add(&self.multipart.headers);
        for (opening, form) in [
            (&self.multipart.text, &self.text),
            (&self.multipart.html, &self.html),
        ] {
            octets.add(opening);
            form.fill_into(&reader, &mut octets)?;
            Multipart::close(&mut octets);
        }
        octets.add(&self.multipart.end);
        self.signers
            .sign(&mut octets)
            .ok_or_else(|| Unfillable::new("a DKIM key failed to sign it"))?;
        let sender = self
            .return_path
            .of_copy(self.keys.current(), &self.scope, attempt.row);
        Ok(Message {
            attempt,
            envelope: Envelope { sender, recipient },
            id,
            octets,
        })
    }

    /// What it makes copies of.
    pub(super) fn edition(&self) -> &Edition {
        &self.edition
    }

    /// The same for every attempt at a copy, different for every copy, and telling nothing of who gets it.
    fn message_id(&self, canonical: &CanonicalAddress) -> String {
        let (publication, issue) = (&self.edition.publication, &self.edition.issue);
        let domain = self.letterhead.domain();
        message_id(
            self.keys.founding(),
            &self.scope,
            publication,
            issue,
            canonical,
            domain,
        )
    }
}
