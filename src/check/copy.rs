//! What one subscriber gets.

use std::sync::Arc;

use crate::compose::{Composer, Links, Token, UnsubscribeLinks, plain};
use crate::edition::Edition;
use crate::foundation::{Address, Key};
use crate::message::Attempt;
use crate::subscriber::Profile;

/// A key that everybody knows: tokens made with it open nothing.
const THROWAWAY_KEY: &str = "none:0000000000000000000000000000000000000000000000000000000000000000";
/// Any date is as long as another.
const DATE: &str = "Mon, 01 Jan 2024 00:00:00 +0000";

/// An edition filled for one subscriber.
#[derive(Debug)]
pub(super) struct Copy {
    /// The subject.
    pub(super) subject: String,
    /// The HTML part.
    pub(super) html: String,
    /// The text part.
    pub(super) text: String,
    /// The subscriber's own links.
    pub(super) links: Links,
    profile: Profile,
    list: String,
}

impl Copy {
    /// Fills an edition. Fails where it cannot be filled for this subscriber, in words.
    pub(super) fn of(edition: &Edition, profile: Profile, list: &str) -> Result<Self, String> {
        let links = UnsubscribeLinks::new(&edition.unsubscribe).map_err(|error| error.to_string())?;
        let links = links.with(&Token::specimen());
        let fill = |slotted| plain(slotted, &profile, &links).map_err(|unfillable| unfillable.reason);
        Ok(Self {
            subject: fill(&edition.subject)?,
            html: fill(&edition.html)?,
            text: fill(&edition.text)?,
            list: list.to_owned(),
            links,
            profile,
        })
    }

    /// The whole message, as SMTP carries it; `None` where none can be composed.
    pub(super) fn message(&self, edition: &Edition) -> Option<Vec<u8>> {
        let key = Key::parse(THROWAWAY_KEY)?;
        let address = Address::parse(&self.profile.email).ok()?;
        let composer = Composer::new(Arc::new(edition.clone()), key, "live", DATE).ok()?;
        let attempt = Attempt { row: 0, number: 1 };
        let canonical = address.canonical();
        let composed = composer.compose(attempt, &canonical, address.written(), &self.list, &self.profile);
        composed.ok().map(|message| message.octets.to_vec())
    }
}
