//! An SPF record followed as a receiver does.

use std::net::IpAddr;
use std::pin::Pin;

use super::names::Names;
use super::network::in_range;
use super::spf_record::{Qualifier, Term, is_spf, terms};

/// How many terms may ask DNS (RFC 7208 section 4.6.4).
const MOST_LOOKUPS: usize = 10;

/// What a record says of an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Opinion {
    /// The term that matched says this.
    Matched(Qualifier),
    /// Nothing matched.
    Nothing,
    /// It depends on each message.
    Dynamic,
    /// The domain has no record.
    NoRecord,
    /// Receivers give up, for this reason (section 4.6: permerror).
    Broken(String),
    /// DNS gave no answer.
    Unknown(String),
}

/// One evaluation, which counts what it asks.
pub(super) struct Walk<'a> {
    pub(super) names: &'a Names,
    pub(super) address: IpAddr,
    pub(super) lookups: usize,
}

/// What a term came to: `None` to go on with the next.
type Step = Result<Option<Qualifier>, Opinion>;

impl Walk<'_> {
    /// What a domain's record says of the address.
    pub(super) fn ask<'b>(
        &'b mut self,
        domain: &'b str,
    ) -> Pin<Box<dyn Future<Output = Opinion> + Send + 'b>> {
        Box::pin(async move {
            let records = match self.names.txt(domain).await {
                Ok(records) => records,
                Err(reason) => return Opinion::Unknown(format!("`{domain}`: {reason}")),
            };
            let spf: Vec<&String> = records.iter().filter(|text| is_spf(text)).collect();
            match spf[..] {
                [] => Opinion::NoRecord,
                [record] => self.follow(domain, record).await,
                _ => Opinion::Broken(format!("`{domain}` has {} SPF records", spf.len())),
            }
        })
    }

    async fn follow(&mut self, domain: &str, record: &str) -> Opinion {
        let terms = match terms(record) {
            Ok(terms) => terms,
            Err(word) => {
                return Opinion::Broken(format!("`{word}` in the record of `{domain}` means nothing"));
            }
        };
        let mut dynamic = false;
        for term in &terms {
            dynamic |= *term == Term::Dynamic;
            match self.step(domain, term).await {
                Ok(None) => {}
                // An `all` behind a term that nobody can tell decides nothing.
                Ok(Some(_)) if dynamic => return Opinion::Dynamic,
                Ok(Some(qualifier)) => return Opinion::Matched(qualifier),
                Err(opinion) => return opinion,
            }
        }
        let redirect = terms.iter().find_map(|term| match term {
            Term::Redirect(target) => Some(target),
            _ => None,
        });
        match redirect {
            _ if dynamic => Opinion::Dynamic,
            Some(target) => self.redirected(target).await,
            None => Opinion::Nothing,
        }
    }

    async fn redirected(&mut self, target: &str) -> Opinion {
        if let Err(opinion) = self.count() {
            return opinion;
        }
        match self.ask(target).await {
            Opinion::NoRecord => no_record(target),
            opinion => opinion,
        }
    }

    async fn step(&mut self, domain: &str, term: &Term) -> Step {
        match term {
            Term::All(qualifier) => Ok(Some(*qualifier)),
            Term::Range(qualifier, base, length) => {
                let inside = in_range(self.address, *base, *length).unwrap_or(false);
                Ok(inside.then_some(*qualifier))
            }
            Term::Include(qualifier, target) => {
                self.count()?;
                match self.ask(target).await {
                    Opinion::Matched(Qualifier::Pass) => Ok(Some(*qualifier)),
                    Opinion::Matched(_) | Opinion::Nothing => Ok(None),
                    Opinion::NoRecord => Err(no_record(target)),
                    other => Err(other),
                }
            }
            Term::Address(qualifier, host, lengths) => {
                self.count()?;
                let host = host.as_deref().unwrap_or(domain);
                let inside = self.is_at(host, *lengths).await?;
                Ok(inside.then_some(*qualifier))
            }
            Term::Exchanger(qualifier, host, lengths) => {
                self.count()?;
                let host = host.as_deref().unwrap_or(domain);
                for exchanger in self.names.mail_exchangers(host).await.map_err(Opinion::Unknown)? {
                    if self.is_at(&exchanger, *lengths).await? {
                        return Ok(Some(*qualifier));
                    }
                }
                Ok(None)
            }
            Term::Dynamic => self.count().map(|()| None),
            Term::Redirect(_) | Term::Other => Ok(None),
        }
    }

    async fn is_at(&self, host: &str, lengths: [Option<u32>; 2]) -> Result<bool, Opinion> {
        let addresses = self.names.addresses(host).await.map_err(Opinion::Unknown)?;
        Ok(addresses.into_iter().any(|base| {
            let length = if base.is_ipv4() { lengths[0] } else { lengths[1] };
            in_range(self.address, base, length).unwrap_or(false)
        }))
    }

    fn count(&mut self) -> Result<(), Opinion> {
        self.lookups += 1;
        if self.lookups > MOST_LOOKUPS {
            let reason = format!("it asks DNS more than {MOST_LOOKUPS} times");
            return Err(Opinion::Broken(reason));
        }
        Ok(())
    }
}

fn no_record(domain: &str) -> Opinion {
    Opinion::Broken(format!("`{domain}`, which it names, has no SPF record"))
}
