//! Everything looked at, in one go.

use crate::foundation::{Environment, Failure};
use crate::issue::Draft;
use crate::publication::Publication;

use super::clock::clock;
use super::copies::copies;
use super::disk::disk;
use super::dkim_keys::dkim_keys;
use super::dmarc::dmarc;
use super::finding::Finding;
use super::ledger::ledger;
use super::mail_exchangers::mail_exchangers;
use super::names::Names;
use super::relay::relay;
use super::spf::spf;

/// What a person asked for.
#[derive(Debug, Clone, Default)]
pub struct ExaminationRequest {
    /// The draft whose copies are filled; the last by name where absent.
    pub draft: Option<Draft>,
    /// The name server to ask, `HOST[:PORT]`; the system's where absent.
    pub name_server: Option<String>,
}

/// A publication looked at before a send.
#[derive(Debug)]
pub struct Examination {
    /// What was found, topic by topic.
    pub findings: Vec<Finding>,
}

impl Examination {
    /// Looks at everything. Nothing is changed and no message is begun.
    pub async fn of(
        publication: &Publication,
        environment: &Environment,
        request: ExaminationRequest,
    ) -> Result<Self, Failure> {
        let names = Names::new(request.name_server.as_deref()).await?;
        let draft = match request.draft {
            Some(draft) => Some(draft),
            None => last_draft(publication)?,
        };
        let (relay, spf, dkim, dmarc, mx) = tokio::join!(
            relay(publication, environment),
            spf(publication, &names),
            dkim_keys(publication, &names),
            dmarc(publication, &names),
            mail_exchangers(publication, &names),
        );
        let copies = copies(publication, environment, draft);
        let mut findings = relay;
        findings.push(spf);
        findings.extend(dkim);
        findings.extend(dmarc);
        findings.extend(mx);
        findings.push(clock(publication, &environment.clock));
        findings.push(ledger(publication, environment));
        findings.extend(disk(publication, copies.rows));
        findings.push(copies.finding);
        Ok(Self { findings })
    }
}

fn last_draft(publication: &Publication) -> Result<Option<Draft>, Failure> {
    let drafts = publication.drafts();
    drafts
        .last()
        .map(|path| Draft::read(path, publication.shown(path)))
        .transpose()
}
