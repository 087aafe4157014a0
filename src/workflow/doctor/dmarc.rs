//! What receivers are asked to do, and whether SPF or DKIM speaks for the From address.

use crate::publication::Publication;

use super::dmarc_policy::{DmarcPolicy, is_dmarc};
use super::finding::{Finding, Topic, Verdict};
use super::names::Names;

/// Looks the policy up, for the From address's domain and then for its organisation's.
pub(super) async fn dmarc(publication: &Publication, names: &Names) -> Vec<Finding> {
    let domain = publication.config.from.email.domain();
    let organisation = organisation(domain);
    for place in [domain, organisation] {
        let name = format!("_dmarc.{place}");
        let records = match names.txt(&name).await {
            Ok(records) => records,
            Err(reason) => return vec![Finding::unknown(Topic::Dmarc, &name, &reason)],
        };
        let records: Vec<String> = records.into_iter().filter(|text| is_dmarc(text)).collect();
        match &records[..] {
            [] => {}
            [record] => return found(publication, &name, record),
            several => {
                return vec![
                    fault(format!(
                        "`{name}` has {} DMARC records, and receivers take that for none",
                        several.len()
                    ))
                    .hinted("leave one"),
                ];
            }
        }
    }
    vec![
        fault(format!(
            "`{domain}`, the From address's domain, has no DMARC record"
        ))
        .hinted("publish one; Gmail, Yahoo and Microsoft demand it, and `p=none` is enough to begin with")
        .mended_by(format!("_dmarc.{organisation}"), suggested(publication)),
    ]
}

fn found(publication: &Publication, name: &str, record: &str) -> Vec<Finding> {
    let policy = match DmarcPolicy::parse(record) {
        Ok(policy) => policy,
        Err(why) => {
            return vec![
                fault(format!(
                    "receivers cannot use the DMARC record at `{name}`: {why}"
                ))
                .hinted("publish one like this")
                .mended_by(name, suggested(publication)),
            ];
        }
    };
    let mut finding = Finding::new(
        Topic::Dmarc,
        Verdict::Good,
        format!("`{name}` asks receivers for `p={}`", policy.action),
    );
    if policy.action == "none" {
        finding = finding.hinted("once the reports show that all your mail passes, `p=quarantine` keeps others from using your name");
    }
    if !policy.reports {
        finding = finding.hinted("`rua=mailto:…` would have receivers report who sends in your name");
    }
    vec![finding, alignment(publication, &policy)]
}

/// RFC 7489 section 3.1: one of the two must pass for a domain that is the From address's, or of its organisation.
fn alignment(publication: &Publication, policy: &DmarcPolicy) -> Finding {
    let config = &publication.config;
    let from = config.from.email.domain();
    let aligned = |other: &str, strict: bool| {
        if strict {
            other == from
        } else {
            organisation(other) == organisation(from)
        }
    };
    let bounce = config.envelope_sender().domain();
    let by_spf = aligned(bounce, policy.strict_spf);
    let signed: Vec<&str> = config
        .dkim
        .iter()
        .map(|settings| settings.domain.as_deref().unwrap_or(from))
        .collect();
    let by_dkim = signed.iter().any(|domain| aligned(domain, policy.strict_dkim));
    match (by_dkim, by_spf) {
        (true, true) => good(format!("signature and envelope sender both speak for `{from}`")),
        (true, false) => good(format!("the signature speaks for `{from}`"))
            .hinted(format!("the envelope sender's domain, `{bounce}`, does not: with a `bounce` address of `{from}` SPF would count too")),
        (false, true) if signed.is_empty() => Finding::new(
            Topic::Dmarc,
            Verdict::Note,
            format!("without a signature of ours, only the envelope sender speaks for `{from}`; forwarded mail loses that"),
        )
        .hinted("a DKIM signature, ours or the relay's, survives forwarding"),
        (false, true) => Finding::new(
            Topic::Dmarc,
            Verdict::Warning,
            format!("the signature is for `{}`, which does not speak for `{from}`; the envelope sender does", signed.join("`, `")),
        )
        .hinted("leave `dkim.domain` out: it is the From address's then"),
        (false, false) if signed.is_empty() => Finding::new(
            Topic::Dmarc,
            Verdict::Warning,
            format!("nothing of ours speaks for `{from}`: the envelope sender is of `{bounce}`, and all depends on the relay's signature"),
        )
        .hinted(format!("give a `bounce` address of `{from}`, or sign here with `dkim`")),
        (false, false) => fault(format!(
            "neither the signature (`{}`) nor the envelope sender (`{bounce}`) speaks for `{from}`: DMARC fails for every copy",
            signed.join("`, `")
        ))
        .hinted("leave `dkim.domain` out: it is the From address's then"),
    }
}

/// The domain that somebody registered.
fn organisation(domain: &str) -> &str {
    psl::domain_str(domain).unwrap_or(domain)
}

fn suggested(publication: &Publication) -> String {
    let config = &publication.config;
    let reports = config.reply_to.as_ref().unwrap_or(&config.from.email);
    format!("v=DMARC1; p=none; rua=mailto:{}", reports.wire())
}

fn fault(message: String) -> Finding {
    Finding::new(Topic::Dmarc, Verdict::Fault, message)
}

fn good(message: String) -> Finding {
    Finding::new(Topic::Dmarc, Verdict::Good, message)
}
