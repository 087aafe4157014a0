//! The publication that `digest` sends from.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};

use rcgen::{KeyPair, PKCS_RSA_SHA256, RsaKeySize};

use crate::disposable::write;
use crate::publication_maker::PublicationMaker;

/// How long the draft of the large issue is, in bytes, so that a copy has about 66 KB, whoever encodes it: more than the 65,483 bytes of a segment of the loopback. Who
/// writes the final dot by itself and leaves Nagle's algorithm on would else await the delayed acknowledgement of a lone segment, 40 ms.
const LARGE: usize = 23_700;
/// Neighbouring lines of the list are so many readers apart: as good as at random. A prime number, so that every reader has a line.
const STRIDE: u64 = 7_368_787;

/// How long a copy waits that is refused for now, where that is not what is measured: as by default.
pub(crate) const RETRY: &str = "[10s, 1m, 5m]";

/// How long the issue is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Length {
    /// Copies of about 66 KB.
    Large,
    /// A greeting and a paragraph.
    Small,
}

/// How a publication is to send.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Setting {
    /// The relay's port on the loopback.
    pub(crate) port: u16,
    /// How many connections.
    pub(crate) connections: usize,
    /// Whether each copy gets a DKIM signature.
    pub(crate) signed: bool,
    /// How long a copy waits that is refused for now.
    pub(crate) retry: &'static str,
}

/// A publication of one issue, in a folder.
pub(crate) struct Publication {
    /// Its folder.
    pub(crate) folder: PathBuf,
    /// The issue's draft, from there.
    pub(crate) draft: PathBuf,
}

impl Publication {
    /// Makes one, with an RSA key of 2,048 bits. It still needs readers and a setting.
    pub(crate) fn make(folder: &Path, length: Length) -> Result<Self, Box<dyn std::error::Error>> {
        let maker = PublicationMaker {
            issues: 1,
            bytes: LARGE,
        };
        let made = maker.make(folder)?;
        let publication = Self {
            folder: folder.to_owned(),
            draft: made.into_iter().next().ok_or("no draft was made")?,
        };
        if length == Length::Small {
            let draft = folder.join(&publication.draft);
            write(&draft, include_bytes!("small_draft.md"))?;
        }
        let key = KeyPair::generate_rsa_for(&PKCS_RSA_SHA256, RsaKeySize::_2048)?;
        let path = folder.join("dkim.pem");
        write(&path, key.serialize_pem().as_bytes())?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            fs::set_permissions(&path, fs::Permissions::from_mode(0o600))?;
        }
        Ok(publication)
    }

    /// Writes digest.yaml.
    pub(crate) fn set(&self, setting: Setting) -> io::Result<()> {
        let mut yaml = format!(
            "{}relay:\n  url: smtp://127.0.0.1:{}\n  connections: {}\n  rate: unlimited\n  retry: {}\n",
            include_str!("digest.yaml"),
            setting.port,
            setting.connections,
            setting.retry,
        );
        if setting.signed {
            yaml += "dkim: { selector: measured, key_file: dkim.pem }\n";
        }
        write(&self.folder.join("digest.yaml"), yaml.as_bytes())
    }

    /// Writes the list, in no order of addresses, and forgets what was sent before.
    pub(crate) fn set_readers(&self, count: u64) -> io::Result<()> {
        let mut list = BufWriter::new(File::create(self.folder.join("subscribers/weekly.csv"))?);
        writeln!(list, "email,name,language,tags,city,status")?;
        for index in 0..count {
            let number = index.wrapping_mul(STRIDE) % count;
            writeln!(list, "{},{},en,,,", address(number), name(number))?;
        }
        list.flush()?;
        self.forget_sends()
    }

    /// Takes away the ledger, but not the key, on which the links in copies depend.
    fn forget_sends(&self) -> io::Result<()> {
        for folder in [".digest", "sends"] {
            let folder = self.folder.join(folder);
            for file in folder.read_dir().into_iter().flatten() {
                let path = file?.path();
                if path.file_name().is_some_and(|name| name != "key") {
                    fs::remove_file(path)?;
                }
            }
        }
        Ok(())
    }

    /// The command that sends the issue, to be run in its folder.
    pub(crate) fn send(&self) -> Vec<OsString> {
        let digest = env!("CARGO_BIN_EXE_digest");
        let words = [digest, "send", "--yes", "--new-ledger"];
        words
            .map(OsString::from)
            .into_iter()
            .chain([self.draft.clone().into()])
            .collect()
    }
}

/// The address of one of the readers.
pub(crate) fn address(number: u64) -> String {
    format!("reader{number:07}@example.org")
}

/// The name of one of the readers.
pub(crate) fn name(number: u64) -> String {
    format!("Reader {number:07}")
}
