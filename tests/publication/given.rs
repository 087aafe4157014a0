//! Configurations for tests.

use std::sync::Arc;

use digest_cli::foundation::{Diagnostic, Source};
use digest_cli::publication::Config;

/// The least that makes a publication: three lines.
pub(crate) const LEAST: &str =
    "id: weekly.example.org\ntitle: Our Weekly\nfrom: { name: Our Weekly, email: weekly@example.org }\n";

/// Every key, used.
pub(crate) const FULL: &str = r#"id: eurasia-weekly.example.org
title: Eurasia Weekly
language: kk-cyrl
from: { name: "Eurasia Weekly, Almaty", email: bulletin@example.org }
reply_to: editors@example.org
bounce: bounces@example.org
verp: hyphen
postal_address: |
  4 Example Street
  Almaty
homepage: https://example.org

authors:
  aserik: { name: Aigerim Serik, affiliation: "Example Institute, Kazakhstan" }
  other: { name: Other Person }

structure:
  lead: { words: 600..1600, byline: required }
  sections:
    - { id: politics, heading: "Politics, Foreign Affairs, and Security", bullets: 7, words: 40..80 }
    - { id: notes, heading: Notes, kind: prose, words: ..300, optional: true }
    - { id: rest, heading: The rest, kind: any }

lists:
  weekly: { title: "Weekly bulletin" }
  monthly:

relay:
  url: smtps://bulletin@smtp.example.org
  tls: required
  password_file: .digest/password
  ca_file: /etc/ssl/relay.pem
  helo: mail.example.org
  connections: 8
  ahead: 2
  rate: 600/m
  per_domain: { gmail.com: 5/s, почта.example: unlimited, example.net: { rate: 2/s, connections: 1 } }
  messages_per_connection: 100
  connection_age: 5m
  retry: [30s, 2m]
  expire_after: 2d

dkim:
  - { domain: example.org, selector: digest2026, key_file: .digest/dkim.pem }
  - { selector: ed.digest, key_file: /etc/digest/ed25519.pem }
unsubscribe: { url: "https://news.example.org/u", mailto: unsubscribe@example.org, one_click: true }
headers: { help: "https://news.example.org/help", owner: owner@example.org, archive: "https://news.example.org/issues", feedback_id: eurasia-weekly }
late_joiners: 3d
ledger: state/ledger.db
durability: process
check:
  fail_on: error
  rules: { link-text-generic: off, lead-length: info, subject-length: { severity: warning, shown: 50 } }
  audience: [gmail, outlook]
  terms: { email: [e-mail, eMail] }
  require_consent: true
"#;

pub(crate) fn read(text: &str) -> Result<Config, Vec<Diagnostic>> {
    Config::read(&Arc::new(Source::new("digest.yaml", text)))
}

/// The configuration of a text without mistakes.
pub(crate) fn config(text: &str) -> Config {
    read(text).unwrap_or_else(|_| panic!("{:#?}", told(text)))
}

/// The mistakes of a text as `LINE:COLUMN MESSAGE | HINT`.
pub(crate) fn told(text: &str) -> Vec<String> {
    let findings = read(text).err().unwrap_or_default();
    findings
        .iter()
        .map(|finding| {
            let place = finding.location.position();
            let hint = finding.hint.as_deref().unwrap_or("-");
            format!("{}:{} {} | {hint}", place.line, place.column, finding.message)
        })
        .collect()
}

/// The mistakes of the least configuration with more lines.
pub(crate) fn told_with(more: &str) -> Vec<String> {
    told(&format!("{LEAST}{more}"))
}
