//! A real Postfix: STARTTLS, AUTH, PIPELINING, CHUNKING, and limits for a client that is in too much of a hurry.

use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use digest_cli::foundation::replace;

use super::dovecot::Dovecot;
use crate::support::Identity;

/// Connections that one client may have at once.
const CONNECTIONS: usize = 3;
/// Connections that one client may open in [`TIME_UNIT`], refused ones counted.
const CONNECTION_RATE: usize = 5;
/// Messages that one client may begin in [`TIME_UNIT`]: fewer than three connections of twenty messages bring at once.
const MESSAGE_RATE: usize = 40;
/// How long Postfix's `anvil` counts before it begins anew.
const TIME_UNIT: &str = "3s";
/// It starts within so long, or not at all.
const GREETING: Duration = Duration::from_mins(1);
/// How long its log is listened to, in seconds.
const PATIENCE: &str = "600";

/// A running Postfix that hands all mail for example.org to a Dovecot; ended when dropped.
pub(super) struct Postfix {
    process: Child,
    folder: PathBuf,
    port: u16,
}

impl Postfix {
    /// Starts one that keeps everything in `folder`.
    pub(super) fn start(folder: &Path, identity: &Identity, mailboxes: &Dovecot) -> Self {
        let port = free_port();
        make_folders(folder);
        for (name, text) in [
            ("certificate.pem", &identity.pem),
            ("key.pem", &identity.key_pem),
            ("etc/main.cf", &main_cf(folder, mailboxes)),
            ("etc/master.cf", &master_cf(port)),
        ] {
            replace(&folder.join(name), text.as_bytes()).expect("the file can be written");
        }
        let process = Command::new("/usr/lib/postfix/sbin/master")
            .arg("-s")
            .arg("-c")
            .arg(folder.join("etc"))
            .env("MAIL_CONFIG", folder.join("etc"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("postfix is installed (scripts/test does that)");
        let postfix = Self {
            process,
            folder: folder.to_owned(),
            port,
        };
        wait_for(|| TcpStream::connect(("127.0.0.1", port)).is_ok());
        postfix.assert_greets();
        postfix
    }

    /// Its first process listens before any is ready to speak.
    fn assert_greets(&self) {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        stream.set_read_timeout(Some(GREETING)).expect("a limit in time");
        let mut greeting = String::new();
        let read = BufReader::new(stream).read_line(&mut greeting);
        let log = || std::fs::read_to_string(self.log()).unwrap_or_default();
        assert!(
            read.is_ok() && greeting.starts_with("220 "),
            "{greeting}{}",
            log()
        );
    }

    /// Where it listens.
    pub(super) fn port(&self) -> u16 {
        self.port
    }

    /// Waits until so many messages have left the queue. Panics at one that was not delivered.
    pub(super) fn wait_until_delivered(&self, messages: usize) {
        let mut tail = Command::new("timeout")
            .args([PATIENCE, "tail", "-n", "+1", "-f"])
            .arg(self.log())
            .stdout(Stdio::piped())
            .spawn()
            .expect("coreutils are installed");
        let lines = BufReader::new(tail.stdout.take().expect("a pipe")).lines();
        let mut delivered = 0;
        for line in lines.map_while(Result::ok) {
            let Some((_, status)) = line.split_once("status=") else {
                continue;
            };
            assert!(status.starts_with("sent"), "{line}");
            delivered += 1;
            if delivered == messages {
                break;
            }
        }
        let _ = tail.kill();
        let _ = tail.wait();
        assert_eq!(delivered, messages, "Postfix delivers no more");
    }

    /// How many lines of its log hold this.
    pub(super) fn told(&self, words: &str) -> usize {
        let log = std::fs::read_to_string(self.log()).expect("it writes one");
        log.lines().filter(|line| line.contains(words)).count()
    }

    fn log(&self) -> PathBuf {
        self.folder.join("log")
    }
}

impl Drop for Postfix {
    fn drop(&mut self) {
        terminate(&mut self.process);
    }
}

/// A folder that belongs to a server's own user and that this user can come to.
pub(super) fn folder_for(user: &str, folder: &Path) {
    let mut install = Command::new("install");
    let made = install.args(["-d", "-m", "700", "-o", user]).arg(folder).status();
    assert!(
        made.is_ok_and(|status| status.success()),
        "{}: only root can start servers",
        folder.display()
    );
}

/// Asks a server to end, with all its processes, and waits for that.
pub(super) fn terminate(process: &mut Child) {
    let _ = Command::new("kill").arg(process.id().to_string()).status();
    let _ = process.wait();
}

/// Waits for what a server just started will do in a moment.
pub(super) fn wait_for(is_so: impl Fn() -> bool) {
    while !is_so() {
        std::thread::yield_now();
    }
}

/// A port where nobody listens at the moment.
pub(super) fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("its number").port()
}

fn make_folders(folder: &Path) {
    for plain in ["etc", "queue/pid"] {
        std::fs::create_dir_all(folder.join(plain)).expect("a folder");
    }
    let own = [
        "active", "bounce", "corrupt", "defer", "deferred", "flush", "hold",
    ];
    let more = ["incoming", "maildrop", "private", "public", "saved", "trace"];
    for name in own.into_iter().chain(more) {
        folder_for("postfix", &folder.join("queue").join(name));
    }
    folder_for("postfix", &folder.join("data"));
    let open = std::fs::Permissions::from_mode(0o755);
    std::fs::set_permissions(folder, open).expect("the folder is ours");
}

fn main_cf(folder: &Path, mailboxes: &Dovecot) -> String {
    let (lmtp, auth) = (mailboxes.lmtp(), mailboxes.auth());
    let (folder, lmtp, auth) = (folder.display(), lmtp.display(), auth.display());
    format!(
        "compatibility_level = 3.6\n\
         queue_directory = {folder}/queue\n\
         data_directory = {folder}/data\n\
         daemon_directory = /usr/lib/postfix/sbin\n\
         maillog_file = {folder}/log\n\
         maillog_file_prefixes = {folder}\n\
         myhostname = relay.example.org\n\
         mydestination =\n\
         mynetworks =\n\
         inet_interfaces = 127.0.0.1\n\
         inet_protocols = ipv4\n\
         disable_dns_lookups = yes\n\
         alias_maps =\n\
         local_recipient_maps =\n\
         virtual_mailbox_domains = example.org\n\
         virtual_transport = lmtp:unix:{lmtp}\n\
         smtpd_tls_security_level = encrypt\n\
         smtpd_tls_cert_file = {folder}/certificate.pem\n\
         smtpd_tls_key_file = {folder}/key.pem\n\
         smtpd_sasl_auth_enable = yes\n\
         smtpd_sasl_type = dovecot\n\
         smtpd_sasl_path = {auth}\n\
         smtpd_relay_restrictions = permit_sasl_authenticated, reject\n\
         smtpd_forbid_unauth_pipelining = yes\n\
         smtpd_forbid_bare_newline = yes\n\
         smtpd_client_event_limit_exceptions =\n\
         smtpd_client_connection_count_limit = {CONNECTIONS}\n\
         smtpd_client_connection_rate_limit = {CONNECTION_RATE}\n\
         smtpd_client_message_rate_limit = {MESSAGE_RATE}\n\
         smtpd_recipient_limit = 1\n\
         smtpd_recipient_overshoot_limit = 1\n\
         anvil_rate_time_unit = {TIME_UNIT}\n"
    )
}

fn master_cf(port: u16) -> String {
    format!(
        "127.0.0.1:{port} inet n - n - - smtpd\n\
         postlog unix-dgram n - n - 1 postlogd\n\
         cleanup unix n - n - 0 cleanup\n\
         qmgr unix n - n 300 1 qmgr\n\
         tlsmgr unix - - n 1000? 1 tlsmgr\n\
         rewrite unix - - n - - trivial-rewrite\n\
         bounce unix - - n - 0 bounce\n\
         defer unix - - n - 0 bounce\n\
         trace unix - - n - 0 bounce\n\
         proxymap unix - - n - - proxymap\n\
         error unix - - n - - error\n\
         retry unix - - n - - error\n\
         anvil unix - - n - 1 anvil\n\
         scache unix - - n - 1 scache\n\
         lmtp unix - - n - - lmtp\n"
    )
}
