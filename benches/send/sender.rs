//! Who sends.

use std::ffi::OsString;
use std::path::Path;

use crate::ground::Ground;
use crate::measuring::peer;

/// Somebody who can send.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sender {
    /// What was made before, one round trip a message: nothing can be faster.
    Raw,
    /// `digest send`, its ledger on the disk.
    Digest,
    /// The same, each copy signed with an RSA key of 2,048 bits.
    SignedDigest,
    /// Postfix's load generator: the same bytes for everybody.
    SmtpSource,
    /// lettre's pool.
    Lettre,
    /// Nodemailer's pool.
    Nodemailer,
    /// Python's own library, one connection.
    Smtplib,
    /// mailmerge, a connection for each message.
    Mailmerge,
}

/// Where, over how many connections, and how much.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Load {
    /// The port on the loopback.
    pub(crate) port: u16,
    /// How many connections.
    pub(crate) connections: usize,
    /// How many messages.
    pub(crate) messages: u64,
}

impl Sender {
    /// What the tables call it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Raw => "raw bound",
            Self::Digest => "`digest send`",
            Self::SignedDigest => "`digest send`, DKIM with RSA-2048",
            Self::SmtpSource => "smtp-source -d",
            Self::Lettre => "lettre, pool",
            Self::Nodemailer => "Nodemailer, pool",
            Self::Smtplib => "Python's smtplib",
            Self::Mailmerge => "mailmerge",
        }
    }

    /// Whether it is one that reads the publication.
    pub(crate) fn is_digest(self) -> bool {
        matches!(self, Self::Digest | Self::SignedDigest)
    }

    /// What installs it, where it is not there.
    pub(crate) fn missing(self) -> Option<&'static str> {
        let by_script = |path| peer(path).is_none().then_some("`benches/install-peers`");
        match self {
            Self::SmtpSource => smtp_source().is_none().then_some("Postfix"),
            Self::Nodemailer => by_script("node_modules/nodemailer"),
            Self::Mailmerge => by_script("bin/mailmerge"),
            _ => None,
        }
    }

    /// The command that sends, to be run in the publication's folder.
    pub(crate) fn command(self, ground: &Ground, load: Load) -> Vec<OsString> {
        let [port, connections, messages] = [
            load.port.to_string(),
            load.connections.to_string(),
            load.messages.to_string(),
        ]
        .map(OsString::from);
        let folder = ground.letter.folder.clone().into_os_string();
        let own = std::env::current_exe().unwrap_or_default().into_os_string();
        let installed = |path| peer(path).unwrap_or_default().into_os_string();
        match self {
            Self::Raw => {
                let letter = ground.letter("letter.eml").into();
                vec![own, "raw".into(), port, connections, messages, letter]
            }
            Self::Lettre => vec![own, "lettre".into(), port, connections, messages, folder],
            Self::Digest | Self::SignedDigest => ground.publication.send(),
            Self::SmtpSource => {
                let mut words = vec![smtp_source().unwrap_or_default().into(), "-d".into(), "-s".into()];
                words.extend([connections, "-m".into(), messages, "-F".into()]);
                words.extend([
                    ground.letter("one.eml").into(),
                    format!("127.0.0.1:{}", load.port).into(),
                ]);
                words
            }
            Self::Nodemailer => {
                let package = installed("node_modules/nodemailer");
                let script = script("nodemailer.cjs");
                vec![
                    "node".into(),
                    script,
                    package,
                    port,
                    connections,
                    messages,
                    folder,
                ]
            }
            Self::Smtplib => vec![
                "python3".into(),
                script("smtplib_sender.py"),
                port,
                messages,
                folder,
            ],
            Self::Mailmerge => {
                let words = ["--no-dry-run", "--no-limit", "--output-format", "raw"].map(OsString::from);
                [vec![installed("bin/mailmerge")], words.to_vec()].concat()
            }
        }
    }
}

/// Where Debian and others keep it: not on everybody's path.
fn smtp_source() -> Option<&'static str> {
    ["/usr/sbin/smtp-source", "/usr/local/sbin/smtp-source"]
        .into_iter()
        .find(|path| Path::new(path).is_file())
}

fn script(name: &str) -> OsString {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("benches/send/peers")
        .join(name)
        .into()
}
