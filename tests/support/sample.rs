//! The repository's own publication, copied to where a test may change it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The sample issue, from the publication's folder.
pub(crate) const SAMPLE_ISSUE: &str = "drafts/2026-11-23-caspian-ports.md";

/// A copy of the sample publication whose relay listens on the loopback.
pub(crate) struct SamplePublication {
    root: PathBuf,
}

/// Copies the sample publication to `root`; its relay becomes `127.0.0.1:port`, without a limit of rate, with short delays between tries.
pub(crate) fn sample_publication(root: PathBuf, port: u16) -> SamplePublication {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    for file in ["digest.yaml", "subscribers/weekly.csv", SAMPLE_ISSUE] {
        let target = root.join(file);
        fs::create_dir_all(target.parent().expect("a file lies in a folder")).expect("a folder can be made");
        fs::copy(own.join(file), target).expect("the sample publication is complete");
    }
    let publication = SamplePublication { root };
    let yaml = fs::read_to_string(publication.root.join("digest.yaml")).expect("digest.yaml is UTF-8");
    let start = yaml.find("\nrelay:").expect("the sample has a relay") + 1;
    let rest = &yaml[start + 1..];
    let length = rest
        .match_indices('\n')
        .find(|(at, _)| rest[at + 1..].starts_with(|c: char| !c.is_whitespace() && c != '#'))
        .map_or(rest.len(), |(at, _)| at + 1);
    let relay = format!(
        "relay: {{ url: \"smtp://127.0.0.1:{port}\", connections: 4, rate: unlimited, retry: [1s] }}\n"
    );
    let changed = format!("{}{relay}{}", &yaml[..start], &rest[length..]);
    publication.write("digest.yaml", &changed);
    publication
}

impl SamplePublication {
    /// Writes a file of the publication.
    pub(crate) fn write(&self, path: &str, text: &str) {
        #[expect(clippy::disallowed_methods, reason = "a test's file need not survive a crash")]
        fs::write(self.root.join(path), text).expect("a file can be written");
    }

    /// The real program, not yet started, in the publication's folder and with nothing of our environment but the path.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_digest"));
        command.args(arguments).current_dir(&self.root).env_clear();
        command.env("PATH", std::env!("PATH"));
        command
    }

    /// Runs the real program to its end.
    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("the program starts")
    }
}
