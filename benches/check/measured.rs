//! What one run of a command took.

use std::error::Error;
use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

/// What one run of a command took.
#[derive(Debug, Clone, Copy, serde::Deserialize)]
pub(crate) struct Measured {
    /// Its exit status; negative where a signal ended it.
    pub(crate) status: i32,
    /// Seconds from start to exit.
    pub(crate) wall: f64,
    /// Seconds of processor time, of all cores together.
    pub(crate) processor: f64,
    /// Bytes of memory in use at the peak.
    pub(crate) memory: f64,
}

impl Measured {
    /// Runs a command in a folder. Python starts it and keeps the account, as that takes an interface which Rust's own library lacks.
    pub(crate) fn running(folder: &Path, command: &[OsString]) -> Result<Self, Box<dyn Error>> {
        let output = Command::new("python3")
            .args(["-c", include_str!("measure.py")])
            .arg(folder)
            .args(command)
            .output()?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into());
        }
        Ok(serde_json::from_slice(&output.stdout)?)
    }
}
