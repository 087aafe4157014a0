//! Who an issue goes to: its lists, read and staged in the ledger.

use std::path::{Path, PathBuf};

use crate::compose::{Probe, Trials};
use crate::foundation::{CanonicalAddress, Failure, listed, nearest, plural};
use crate::ledger::{Recipient, Recipients, Standing};
use crate::publication::Publication;
use crate::subscriber::{List, Page, Profile, Row, Status, Subscriber};

use super::opened_ledger::OpenedLedger;
use super::send_request::SendRequest;
use super::staging::Staging;
use super::unfilled::Unfilled;

/// The lists of a send, and which of their subscribers are meant.
#[derive(Debug, Clone)]
pub(super) struct Audience {
    lists: Vec<(String, PathBuf)>,
    tags: Vec<String>,
    publication: Publication,
}

impl Audience {
    /// The issue's lists as far as the request wants them. Fails where there is none, or where a list's file is missing: a list that is not there must not look like one that everybody has left.
    pub(super) fn of(
        publication: &Publication,
        issue_lists: &[String],
        request: &SendRequest,
    ) -> Result<Self, Failure> {
        if issue_lists.is_empty() {
            return Err(Failure::new("the issue names no lists, so it goes to nobody")
                .hinted("add `lists: [NAME]` to its front matter"));
        }
        if let Some(stranger) = request.lists.iter().find(|list| !issue_lists.contains(list)) {
            let known = nearest(stranger, issue_lists.iter().map(String::as_str));
            let failure = Failure::new(format!("the issue does not go to the list `{stranger}`"));
            return Err(failure.hinted(match known {
                Some(known) => format!("did you mean `{known}`?"),
                None => format!("its front matter names {}", listed(issue_lists)),
            }));
        }
        let wanted = issue_lists
            .iter()
            .filter(|list| request.lists.is_empty() || request.lists.contains(list));
        let lists = wanted
            .map(|list| {
                let path = publication.list_path(list)?.ok_or_else(|| {
                    Failure::new(format!("the list `{list}` has no file"))
                        .hinted(format!("it should be `subscribers/{list}.csv`, or `.yaml`"))
                })?;
                Ok((list.clone(), path))
            })
            .collect::<Result<_, Failure>>()?;
        Ok(Self {
            lists,
            tags: request.tags.clone(),
            publication: publication.clone(),
        })
    }

    /// The lists and their files.
    pub(super) fn lists(&self) -> &[(String, PathBuf)] {
        &self.lists
    }

    /// Whose lists they are.
    pub(super) fn publication(&self) -> &Publication {
        &self.publication
    }

    /// Nobody is meant: more likely a slip of the hand or a list cut short than everybody having left.
    fn nobody(&self) -> Failure {
        if self.tags.is_empty() {
            let files = self.lists.iter().map(|(_, path)| self.publication.shown(path));
            let files: Vec<String> = files.map(|path| path.display().to_string()).collect();
            return Failure::new(format!("there are no subscribers in {}", listed(&files)))
                .hinted("if a list was cut short, restore it; nothing was changed in the ledger");
        }
        let lists: Vec<&str> = self.lists.iter().map(|(list, _)| list.as_str()).collect();
        let lists = listed(&lists);
        Failure::new(format!("nobody on {lists} has the tag {}", listed(&self.tags)))
            .hinted("tags stand in the column `tags` of a list")
    }

    /// What is wrong with a list on which nobody can get a copy, and not because all have left: one that was exported badly must not look like one that everybody has.
    fn unusable(&self, path: &Path, tally: &Tally) -> Option<Failure> {
        // Which rows have a tag cannot be told of those that cannot be read.
        let is_unusable =
            self.tags.is_empty() && tally.unusable > 0 && tally.wanted == 0 && tally.unfilled.copies == 0;
        is_unusable.then(|| {
            let (list, rows) = (
                self.publication.shown(path).display(),
                plural(tally.unusable, "row"),
            );
            Failure::new(format!(
                "{list} has nobody who can get a copy: {rows} of it cannot be used"
            ))
            .hinted("`digest subscribers check` tells why; nothing was changed in the ledger")
        })
    }

    fn wants(&self, subscriber: &Subscriber) -> bool {
        self.tags.is_empty() || subscriber.tags.iter().any(|tag| self.tags.contains(tag))
    }

    fn recipient(&self, list: &str, row: Row, trials: &mut Trials<'_>) -> Option<Recipient> {
        match row {
            Row::Usable { subscriber, .. } if self.wants(&subscriber) => {
                let canonical = subscriber.address.canonical();
                let status = subscriber.status;
                let mut profile = Profile::from(subscriber);
                let standing = standing(status, &canonical, list, &profile, trials);
                Some(Recipient {
                    canonical,
                    mail_to: std::mem::take(&mut profile.email),
                    list: list.to_owned(),
                    profile,
                    standing,
                })
            }
            Row::Usable { .. } => None,
            Row::Unusable {
                line,
                written,
                reason,
            } => Some(Recipient {
                // Kept apart from every real address, and from the same words on another line.
                canonical: CanonicalAddress::stored(format!("{list}:{line}")),
                mail_to: written,
                list: list.to_owned(),
                profile: Profile::default(),
                standing: Standing::Unusable(reason),
            }),
        }
    }
}

/// How much longer rows are when they are packed, at most, as a rule.
const GROWTH: usize = 3;

/// What rows come to.
#[derive(Default)]
struct Tally {
    rows: usize,
    /// How many of them get a copy.
    wanted: usize,
    /// How many are no subscriber.
    unusable: usize,
    unfilled: Unfilled,
}

impl Tally {
    fn count(&mut self, standing: &Standing) {
        self.rows += 1;
        match standing {
            Standing::Wanted => self.wanted += 1,
            Standing::Suppressed(reason) => self.unfilled.count(reason),
            Standing::Unusable(_) => self.unusable += 1,
        }
    }

    /// Adds those that come behind.
    fn join(&mut self, others: Self) {
        self.rows += others.rows;
        self.wanted += others.wanted;
        self.unusable += others.unusable;
        self.unfilled.join(others.unfilled);
    }
}

impl Audience {
    /// The rows of a part of a list, and what they come to.
    fn part(&self, list: &str, page: Page, probe: &Probe) -> Result<(Recipients, Tally), Failure> {
        let mut rows = Recipients::with_room(page.size() * GROWTH);
        let mut tally = Tally::default();
        let mut trials = probe.trials();
        for recipient in page.filter_map(|row| self.recipient(list, row, &mut trials)) {
            tally.count(&recipient.standing);
            let packed = rows.push(&recipient);
            packed.map_err(|error| Failure::new(format!("`{}`: {error}", recipient.mail_to)))?;
        }
        Ok((rows, tally))
    }
}

/// Reads every list and stages its rows; blocks meanwhile. A copy that cannot be filled is found now, before the first message leaves; fails where that is every one of
/// them.
pub(super) fn stage(ledger: &OpenedLedger, audience: &Audience, probe: &Probe) -> Result<Unfilled, Failure> {
    let mut tally = Tally::default();
    let mut staging = Staging::new(ledger);
    for (name, path) in &audience.lists {
        let mut of_list = Tally::default();
        let list = List::read(path, audience.publication.shown(path))?;
        list.abreast(
            |page| audience.part(name, page, probe),
            |part| {
                let (rows, part) = part?;
                of_list.join(part);
                staging.push(rows)
            },
        )?;
        if let Some(failure) = audience.unusable(path, &of_list) {
            return Err(failure);
        }
        tally.join(of_list);
    }
    staging.finish()?;
    if tally.rows == tally.unusable {
        Err(audience.nobody())
    } else if tally.wanted == 0 && tally.unfilled.copies > 0 {
        Err(tally.unfilled.failure())
    } else {
        Ok(tally.unfilled)
    }
}

/// Whether a subscriber gets a copy.
fn standing(
    status: Status,
    canonical: &CanonicalAddress,
    list: &str,
    profile: &Profile,
    trials: &mut Trials<'_>,
) -> Standing {
    match status {
        Status::Active => match trials.refusal(canonical, &profile.email, list, profile) {
            None => Standing::Wanted,
            Some(unfillable) => Standing::Suppressed(Unfilled::reason(&unfillable)),
        },
        said => Standing::Suppressed(said.word().to_owned()),
    }
}
