//! Postfix's smtp-sink, running.

use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use super::postfix::free_port;

/// A running smtp-sink that dumps each message to a file; ended when dropped.
pub(super) struct SmtpSink {
    process: Child,
    dump: PathBuf,
    pub(super) port: u16,
}

impl SmtpSink {
    /// Starts one that does as it should.
    pub(super) fn start(dump: &Path) -> Self {
        Self::start_with(dump, &[])
    }

    /// Starts one with options that have it do otherwise.
    pub(super) fn start_with(dump: &Path, options: &[&str]) -> Self {
        std::fs::create_dir_all(dump).expect("a folder for the dump");
        let port = free_port();
        // As root it wants a user to become; the dump's folder belongs to us, so we stay who we are.
        let process = Command::new("/usr/sbin/smtp-sink")
            .args(["-u", "root"])
            .args(options)
            .args([
                "-d",
                &format!("{}/%H%M%S.", dump.display()),
                &format!("127.0.0.1:{port}"),
                "100",
            ])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("smtp-sink is installed (scripts/test does that)");
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            std::thread::yield_now();
        }
        Self {
            process,
            dump: dump.to_owned(),
            port,
        }
    }

    /// Whom the messages that came to their final dot were for. The sink ends the file of such a message with an empty line.
    pub(super) fn received(&self) -> Vec<String> {
        received(&self.dump)
    }

    /// Waits until it ends by itself.
    pub(super) fn wait(&mut self) {
        self.process.wait().expect("it is our child");
    }
}

impl Drop for SmtpSink {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Whom the messages in a dump were for, those that came to their final dot.
pub(super) fn received(dump: &Path) -> Vec<String> {
    let files = std::fs::read_dir(dump).expect("the dump's folder");
    let texts = files.filter_map(|file| std::fs::read_to_string(file.ok()?.path()).ok());
    let whole = texts.filter(|text| text.ends_with("\n\n"));
    let recipient = |text: String| {
        let (_, rest) = text.split_once("\nX-Rcpt-Args: <").expect("a recipient");
        let (address, _) = rest.split_once('>').expect("an address");
        address.to_owned()
    };
    whole.map(recipient).collect()
}
