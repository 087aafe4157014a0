//! Whether the envelope sender's domain lets the relay send for it.

use std::net::IpAddr;

use crate::publication::value::is_loopback;
use crate::publication::{Publication, Relay};

use super::finding::{Finding, Topic, Verdict};
use super::names::Names;
use super::spf_record::{Qualifier, is_spf};
use super::spf_walk::{Opinion, Walk};

/// Looks the record up, and follows it for the relay's address.
pub(super) async fn spf(publication: &Publication, names: &Names) -> Finding {
    let config = &publication.config;
    let domain = config.envelope_sender().domain();
    let records = match names.txt(domain).await {
        Ok(records) => records,
        Err(reason) => return Finding::unknown(Topic::Spf, domain, &reason),
    };
    let records: Vec<String> = records.into_iter().filter(|text| is_spf(text)).collect();
    let relay = config.relay.as_ref();
    match &records[..] {
        [] => none(domain, relay),
        [record] => one(domain, record, relay, names).await,
        several => fault(format!(
            "`{domain}` has {} SPF records, and receivers take that for none",
            several.len()
        ))
        .hinted("publish one record that names all who send, and take the others away"),
    }
}

fn none(domain: &str, relay: Option<&Relay>) -> Finding {
    let text = match relay.filter(|relay| !is_loopback(&relay.host)) {
        Some(relay) => format!("v=spf1 {} ~all", by_host(&relay.host)),
        None => "v=spf1 mx ~all".to_owned(),
    };
    fault(format!("`{domain}`, the envelope sender's domain, has no SPF record"))
        .hinted("publish a record that names the machines that send for it; Gmail, Yahoo and Microsoft demand one")
        .hinted("where the relay's operator has a text of their own, as `include:spf.example.net`, put that in place of the relay's name")
        .mended_by(domain, text)
}

async fn one(domain: &str, record: &str, relay: Option<&Relay>, names: &Names) -> Finding {
    let lowered = record.to_ascii_lowercase();
    if lowered.split(' ').any(|term| matches!(term, "all" | "+all")) {
        return fault(format!(
            "the SPF record of `{domain}` lets every machine send for it"
        ))
        .hinted("end it with `~all` or `-all`")
        .mended_by(domain, closed(record));
    }
    let addresses = match relay {
        Some(relay) if !is_loopback(&relay.host) => match names.addresses(&relay.host).await {
            Ok(addresses) => addresses,
            Err(reason) => return Finding::unknown(Topic::Spf, &relay.host, &reason),
        },
        _ => Vec::new(),
    };
    let Some(relay) = relay.filter(|_| !addresses.is_empty()) else {
        // From which address a relay on this machine sends can be seen only outside; the record is followed all the same.
        let opinion = opinion(domain, IpAddr::from([192, 0, 2, 1]), names).await;
        return unplaced(domain, record, opinion);
    };
    let mut worst = None;
    for address in addresses {
        match opinion(domain, address, names).await {
            Opinion::Matched(Qualifier::Pass) => {
                return good(format!(
                    "`{domain}` lets `{}` ({address}) send for it: `{record}`",
                    relay.host
                ));
            }
            other => worst = Some(other),
        }
    }
    refused(domain, record, relay, worst.unwrap_or(Opinion::Nothing))
}

async fn opinion(domain: &str, address: IpAddr, names: &Names) -> Opinion {
    let mut walk = Walk {
        names,
        address,
        lookups: 0,
    };
    walk.ask(domain).await
}

fn unplaced(domain: &str, record: &str, opinion: Opinion) -> Finding {
    match opinion {
        Opinion::Broken(why) => broken(domain, &why),
        Opinion::Unknown(reason) => Finding::unknown(Topic::Spf, domain, &reason),
        _ => Finding::new(
            Topic::Spf,
            Verdict::Note,
            format!("`{domain}` has an SPF record, `{record}`; from which address the relay sends cannot be told from here"),
        )
        .hinted("see that it names the address from which your mail reaches the Internet"),
    }
}

fn refused(domain: &str, record: &str, relay: &Relay, opinion: Opinion) -> Finding {
    match opinion {
        Opinion::Broken(why) => broken(domain, &why),
        Opinion::Unknown(reason) => Finding::unknown(Topic::Spf, domain, &reason),
        Opinion::Dynamic => Finding::new(
            Topic::Spf,
            Verdict::Note,
            format!("whether `{domain}` lets `{}` send for it depends on each message: `{record}`", relay.host),
        )
        .hinted("look at `spf=` in the Authentication-Results of a test copy (`digest send --test`)"),
        _ => Finding::new(
            Topic::Spf,
            Verdict::Warning,
            format!("the SPF record of `{domain}` does not name the relay `{}`: `{record}`", relay.host),
        )
        .hinted("add the relay to it, unless it hands mail on from other addresses that are named: its operator knows")
        .mended_by(domain, with(record, &by_host(&relay.host))),
    }
}

fn broken(domain: &str, why: &str) -> Finding {
    fault(format!(
        "receivers cannot use the SPF record of `{domain}`: {why}"
    ))
    .hinted("mend the record: until then it counts as a failure for every message")
}

/// A term for a host name or an address.
fn by_host(host: &str) -> String {
    match host.parse() {
        Ok(IpAddr::V4(address)) => format!("ip4:{address}"),
        Ok(IpAddr::V6(address)) => format!("ip6:{address}"),
        Err(_) => format!("a:{host}"),
    }
}

/// The record with one more term, before those that decide about the rest.
fn with(record: &str, term: &str) -> String {
    let mut words: Vec<&str> = record.split(' ').filter(|word| !word.is_empty()).collect();
    let last = words.iter().position(|word| {
        let word = word.to_ascii_lowercase();
        word.trim_start_matches(['+', '-', '~', '?']) == "all" || word.starts_with("redirect=")
    });
    words.insert(last.unwrap_or(words.len()), term);
    words.join(" ")
}

fn closed(record: &str) -> String {
    let words = record
        .split(' ')
        .map(|word| match word.to_ascii_lowercase().as_str() {
            "all" | "+all" => "~all",
            _ => word,
        });
    words.collect::<Vec<_>>().join(" ")
}

fn fault(message: String) -> Finding {
    Finding::new(Topic::Spf, Verdict::Fault, message)
}

fn good(message: String) -> Finding {
    Finding::new(Topic::Spf, Verdict::Good, message)
}
