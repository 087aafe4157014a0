//! What a plan is made of, in one word.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;

use aws_lc_rs::digest::{Context, SHA256};

use crate::foundation::Failure;

use super::audience::Audience;
use super::send_request::SendRequest;

/// Read at a time.
const BUFFER: usize = 64 * 1024;

/// A hash over all that decides what a plan comes to, but for the ledger itself: two plans of one hash are the same plan. Nothing where copies in doubt are to be sent again,
/// which is never asked for as a matter of course.
pub(super) fn plan_source(
    audience: &Audience,
    request: &SendRequest,
    edition: &str,
) -> Result<Option<String>, Failure> {
    if request.resend_in_doubt {
        return Ok(None);
    }
    let mut hash = Context::new(&SHA256);
    // What this program reads in a list may be another thing in its next version.
    for word in [
        env!("CARGO_PKG_VERSION"),
        edition,
        if request.late { "late" } else { "" },
    ] {
        enter(&mut hash, word.as_bytes());
    }
    enter(
        &mut hash,
        &audience.publication().config.late_joiners.as_secs().to_le_bytes(),
    );
    for tag in &request.tags {
        enter(&mut hash, tag.as_bytes());
    }
    for (name, path) in audience.lists() {
        enter(&mut hash, name.as_bytes());
        enter(&mut hash, path.as_os_str().as_encoded_bytes());
        enter_file(&mut hash, path).map_err(|error| {
            let shown = audience.publication().shown(path).display().to_string();
            Failure::new(format!("`{shown}` cannot be read: {error}"))
        })?;
    }
    let digest = hash.finish();
    let hex = digest.as_ref().iter().map(|byte| format!("{byte:02x}"));
    Ok(Some(hex.collect()))
}

/// Each entry with its length, so that no two rows of entries are one text.
fn enter(hash: &mut Context, bytes: &[u8]) {
    hash.update(&(bytes.len() as u64).to_le_bytes());
    hash.update(bytes);
}

fn enter_file(hash: &mut Context, path: &Path) -> std::io::Result<()> {
    let mut file = File::open(path)?;
    let mut buffer = vec![0; BUFFER];
    let mut length = 0_u64;
    loop {
        match file.read(&mut buffer) {
            Ok(0) => break,
            Ok(read) => {
                hash.update(&buffer[..read]);
                length += read as u64;
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    hash.update(&length.to_le_bytes());
    Ok(())
}
