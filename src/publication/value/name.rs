//! Short names that people type and files bear.

use crate::publication::Fault;

/// The name of a list or a section: ASCII letters, digits, `-` and `_`, at most 64, so that it is a file's stem on every system.
pub fn name(text: &str) -> Result<String, Fault> {
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    if !text.is_empty() && text.len() <= 64 && text.chars().all(fits) {
        Ok(text.to_owned())
    } else {
        let fault = Fault::new(format!("`{}` is no name", text.escape_debug()));
        Err(fault.hinted("use letters a to z, digits, `-` and `_`, at most 64"))
    }
}
