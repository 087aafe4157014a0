//! Whether the relay receives us.

use std::time::Duration;

use crate::deliver::{Settings, Timeouts, Welcome, probe};
use crate::foundation::{Environment, Failure};
use crate::publication::Publication;
use crate::publication::value::is_loopback;
use crate::workflow::relay_settings::relay_settings;

use super::finding::{Finding, Topic, Verdict};

/// A person waits for this, so each answer has less time than during a send.
const PATIENCE: Duration = Duration::from_secs(15);

/// Connects to the relay as a send would, and hangs up.
pub(super) async fn relay(publication: &Publication, environment: &Environment) -> Vec<Finding> {
    let settings = match relay_settings(publication, environment) {
        Ok(settings) => hasty(settings),
        Err(failure) => return vec![fault(failure)],
    };
    match probe(&settings).await {
        Ok(welcome) => welcomed(&settings, &welcome),
        Err(stop) => {
            let failure = Failure::new(stop.message());
            vec![fault(stop.hints().into_iter().fold(failure, Failure::hinted))]
        }
    }
}

fn welcomed(settings: &Settings, welcome: &Welcome) -> Vec<Finding> {
    let relay = settings.relay();
    let announced = match &welcome.announced[..] {
        [] => "nothing that we use".to_owned(),
        announced => announced.join(", "),
    };
    let tls = if welcome.encrypted {
        ", over TLS with a trusted certificate"
    } else {
        ""
    };
    let auth = if welcome.authenticated {
        ", and takes user and password"
    } else {
        ""
    };
    let mut findings = vec![Finding::new(
        Topic::Relay,
        Verdict::Good,
        format!("`{relay}` answers{tls}{auth}; it announces {announced}"),
    )];
    if !welcome.encrypted && !is_loopback(&settings.host) {
        findings.push(
            Finding::new(
                Topic::Relay,
                Verdict::Warning,
                format!("mail goes to `{relay}` in the clear, as `tls: none` asks"),
            )
            .hinted("use `smtps://`, or leave `tls: none` out: whoever is on the way can read the mail and change it"),
        );
    }
    if !welcome.announced.iter().any(|name| name == "PIPELINING") {
        findings.push(Finding::new(
            Topic::Relay,
            Verdict::Note,
            format!("`{relay}` does not announce PIPELINING: each copy takes several round trips, and a send longer"),
        ));
    }
    findings
}

fn hasty(settings: Settings) -> Settings {
    let timeouts = Timeouts {
        connect: PATIENCE,
        greeting: PATIENCE,
        hello: PATIENCE,
        auth: PATIENCE,
        ..settings.timeouts
    };
    Settings { timeouts, ..settings }
}

fn fault(failure: Failure) -> Finding {
    let finding = Finding::new(Topic::Relay, Verdict::Fault, failure.message);
    failure.hints.into_iter().fold(finding, Finding::hinted)
}
