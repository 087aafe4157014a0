//! A real Dovecot with one mailbox for everyone, and the check of passwords that Postfix asks it for.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use digest_cli::foundation::replace;

use super::postfix::{folder_for, terminate, wait_for};

/// The user that may submit mail.
pub(super) const USER: &str = "bulletin";
/// Its password.
pub(super) const PASSWORD: &str = "tea-and-samsa";

/// A running Dovecot; ended when dropped.
pub(super) struct Dovecot {
    process: Child,
    folder: PathBuf,
}

impl Dovecot {
    /// Starts one that keeps everything in `folder`.
    pub(super) fn start(folder: &Path) -> Self {
        folder_for("dovecot", &folder.join("mail"));
        let settings = folder.join("dovecot.conf");
        replace(&settings, configuration(folder).as_bytes()).expect("the file can be written");
        let process = Command::new("dovecot")
            .arg("-F")
            .arg("-c")
            .arg(settings)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("dovecot is installed (scripts/test does that)");
        let dovecot = Self {
            process,
            folder: folder.to_owned(),
        };
        for socket in [dovecot.lmtp(), dovecot.auth()] {
            wait_for(|| std::os::unix::net::UnixStream::connect(&socket).is_ok());
        }
        dovecot
    }

    /// The socket that takes mail by LMTP.
    pub(super) fn lmtp(&self) -> PathBuf {
        self.folder.join("lmtp")
    }

    /// The socket that knows passwords.
    pub(super) fn auth(&self) -> PathBuf {
        self.folder.join("auth")
    }

    /// The folder of messages that nobody has read.
    pub(super) fn mailbox(&self) -> PathBuf {
        self.folder.join("mail/everyone/new")
    }
}

impl Drop for Dovecot {
    fn drop(&mut self) {
        terminate(&mut self.process);
    }
}

/// One mailbox takes the mail of all; line ends are kept, so that a file holds the bytes that came.
fn configuration(folder: &Path) -> String {
    let folder = folder.display();
    format!(
        "base_dir = {folder}/run\n\
         state_dir = {folder}/run\n\
         log_path = {folder}/log\n\
         protocols = lmtp\n\
         ssl = no\n\
         mail_location = maildir:{folder}/mail/everyone\n\
         mail_save_crlf = yes\n\
         mail_uid = dovecot\n\
         mail_gid = dovecot\n\
         first_valid_uid = 1\n\
         passdb {{\n  driver = static\n  args = user={USER} password={PASSWORD}\n}}\n\
         userdb {{\n  driver = static\n  args = home={folder}/mail allow_all_users=yes\n}}\n\
         service auth {{\n  unix_listener {folder}/auth {{\n    mode = 0666\n  }}\n}}\n\
         service lmtp {{\n  unix_listener {folder}/lmtp {{\n    mode = 0666\n  }}\n}}\n\
         protocol lmtp {{\n  postmaster_address = postmaster@example.org\n}}\n"
    )
}
