//! Whether answers and bounces can arrive.

use crate::publication::Publication;

use super::finding::{Finding, Topic, Verdict};
use super::names::Names;

/// A finding for each domain that mail comes back to.
pub(super) async fn mail_exchangers(publication: &Publication, names: &Names) -> Vec<Finding> {
    let config = &publication.config;
    let mut domains: Vec<(&str, String)> = Vec::new();
    for (what, address) in [
        ("from", Some(&config.from.email)),
        ("reply_to", config.reply_to.as_ref()),
        ("bounce", config.bounce.as_ref()),
    ] {
        let Some(address) = address else { continue };
        match domains.iter_mut().find(|(domain, _)| *domain == address.domain()) {
            Some((_, whose)) => {
                whose.push_str(", ");
                whose.push_str(what);
            }
            None => domains.push((address.domain(), what.to_owned())),
        }
    }
    let mut findings = Vec::new();
    for (domain, whose) in domains {
        findings.push(
            exchanger(domain, &whose, names)
                .await
                .unwrap_or_else(|(name, reason)| Finding::unknown(Topic::Mx, &name, &reason)),
        );
    }
    findings
}

/// The finding; else the name about which DNS gave no answer, and why.
async fn exchanger(domain: &str, whose: &str, names: &Names) -> Result<Finding, (String, String)> {
    let about = |name: &str| {
        let name = name.to_owned();
        move |reason: String| (name, reason)
    };
    let hosts = names.mail_exchangers(domain).await.map_err(about(domain))?;
    if hosts.is_empty() {
        let addresses = names.addresses(domain).await.map_err(about(domain))?;
        return Ok(if addresses.is_empty() {
            fault(format!("`{domain}` ({whose}) takes no mail: it has neither an MX record nor an address"))
                .hinted("publish an MX record that names the server of your mailboxes: answers and bounces must reach you")
        } else {
            Finding::new(
                Topic::Mx,
                Verdict::Note,
                format!("`{domain}` ({whose}) has no MX record; mail goes to the machine of that name"),
            )
            .hinted("publish an MX record, if that machine does not take mail")
        });
    }
    if hosts.iter().any(String::is_empty) {
        return Ok(fault(format!(
            "`{domain}` ({whose}) says that it takes no mail (null MX)"
        ))
        .hinted(
            "use addresses of a domain that does: receivers refuse mail whose sender cannot be answered",
        ));
    }
    let mut lost = Vec::new();
    for host in &hosts {
        if names.addresses(host).await.map_err(about(host))?.is_empty() {
            lost.push(host.as_str());
        }
    }
    let all = hosts.len() == lost.len();
    let lost = lost.join("`, `");
    Ok(if all {
        fault(format!(
            "`{domain}` ({whose}) takes no mail: its MX `{lost}` has no address"
        ))
        .hinted("publish the address of that host, or an MX record that names another")
    } else if !lost.is_empty() {
        Finding::new(
            Topic::Mx,
            Verdict::Warning,
            format!("of the MX records of `{domain}` ({whose}), `{lost}` has no address"),
        )
        .hinted("take it away, or publish its address")
    } else {
        Finding::new(
            Topic::Mx,
            Verdict::Good,
            format!("`{domain}` ({whose}) takes mail at `{}`", hosts.join("`, `")),
        )
    })
}

fn fault(message: String) -> Finding {
    Finding::new(Topic::Mx, Verdict::Fault, message)
}
