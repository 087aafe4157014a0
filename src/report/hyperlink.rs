//! Text that a terminal opens a file by (OSC 8).

use std::fmt::Write as _;
use std::path::Path;

use crate::foundation::Environment;

/// Programs that say by `TERM_PROGRAM` who they are, and follow such links. Visual Studio Code is not among them on purpose: it finds
/// `path:line:column` by itself and jumps to the line, which a link to the file does not.
const PROGRAMS: [&str; 4] = ["iTerm.app", "WezTerm", "ghostty", "rio"];
/// Terminals that say by `TERM` who they are.
const TERMS: [&str; 5] = ["xterm-kitty", "xterm-ghostty", "alacritty", "foot", "foot-extra"];
/// Terminals that say by a variable of their own who they are.
const VARIABLES: [&str; 3] = ["KONSOLE_VERSION", "WT_SESSION", "DOMTERM"];
/// The first release of VTE (GNOME Terminal and its kin) that follows them without a crash, 0.50.1.
const VTE: u32 = 5001;

/// Whether the terminal is known to follow links. There is no way to ask it; `FORCE_HYPERLINK` (0 or 1) says it in so many words.
pub(super) fn follows_links(environment: &Environment) -> bool {
    let variable = |name| environment.variable(name);
    if let Some(said) = variable("FORCE_HYPERLINK") {
        return said != "0";
    }
    // GNU screen hands on no such links, and prints a part of them instead.
    if variable("STY").is_some() {
        return false;
    }
    let vte = variable("VTE_VERSION").and_then(|version| version.parse::<u32>().ok());
    variable("TERM_PROGRAM").is_some_and(|program| PROGRAMS.contains(&program))
        || variable("TERM").is_some_and(|term| TERMS.contains(&term))
        || VARIABLES.iter().any(|name| variable(name).is_some())
        || vte.is_some_and(|version| version >= VTE)
}

/// Text that opens a file; `path` is absolute. The host is named, so that a terminal does not seek another machine's file on its own.
pub(super) fn linked(text: &str, path: &Path) -> String {
    let host = gethostname::gethostname();
    let mut url = format!("file://{}", host.to_string_lossy());
    for byte in path.to_string_lossy().replace('\\', "/").bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/:".contains(&byte) {
            url.push(char::from(byte));
        } else {
            // Writing to memory cannot fail.
            let _ = write!(url, "%{byte:02X}");
        }
    }
    format!("\u{1b}]8;;{url}\u{1b}\\{text}\u{1b}]8;;\u{1b}\\")
}
