//! What one run of a command took.

use std::error::Error;
use std::ffi::OsString;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;
use std::process::{Command, Stdio};

/// What one run of a command took.
#[derive(Debug, Clone, serde::Deserialize)]
pub(crate) struct Measured {
    /// Its exit status; negative where a signal ended it.
    pub(crate) status: i32,
    /// Seconds from start to exit.
    pub(crate) wall: f64,
    /// Seconds of processor time, of all cores together.
    pub(crate) processor: f64,
    /// Bytes of memory in use at the peak.
    pub(crate) memory: f64,
    /// The last that it wrote to standard error.
    pub(crate) said: String,
}

impl Measured {
    /// Runs a command in a folder, and tells its process id to `started` as soon as it runs. Python starts it and keeps the account, as that takes an interface
    /// which Rust's own library lacks.
    pub(crate) fn running(
        folder: &Path,
        command: &[OsString],
        started: impl FnOnce(u32),
    ) -> Result<Self, Box<dyn Error>> {
        let mut starter = Command::new("python3")
            .args(["-c", include_str!("measure.py")])
            .arg(folder)
            .args(command)
            .stdout(Stdio::piped())
            .spawn()?;
        let mut told = BufReader::new(starter.stdout.take().ok_or("no standard output")?);
        let mut line = String::new();
        told.read_line(&mut line)?;
        if let Ok(process) = line.trim_end().parse() {
            started(process);
        }
        let mut account = String::new();
        told.read_to_string(&mut account)?;
        if starter.wait()?.success() {
            Ok(serde_json::from_str(&account)?)
        } else {
            Err(format!("{} could not be measured", command[0].display()).into())
        }
    }
}
