//! What a client asks.

/// One command of RFC 5321 section 4.1, as far as a sandbox needs to understand it.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Command {
    /// EHLO.
    Ehlo,
    /// HELO.
    Helo,
    /// MAIL FROM and the reverse path, empty for bounces.
    Mail(String),
    /// RCPT TO and the forward path.
    Recipient(String),
    /// DATA.
    Data,
    /// RSET.
    Reset,
    /// NOOP.
    Noop,
    /// VRFY.
    Verify,
    /// QUIT.
    Quit,
    /// A known command with an argument that cannot be right.
    Malformed,
    /// Anything else.
    Unknown,
}

impl Command {
    /// Reads a line without its end.
    pub(super) fn parse(line: &[u8]) -> Self {
        let Ok(line) = std::str::from_utf8(line) else {
            return Self::Unknown;
        };
        if line.contains(char::is_control) {
            return Self::Malformed;
        }
        let (verb, argument) = line.split_once(' ').unwrap_or((line, ""));
        match verb.to_ascii_uppercase().as_str() {
            "EHLO" | "HELO" if argument.trim().is_empty() => Self::Malformed,
            "EHLO" => Self::Ehlo,
            "HELO" => Self::Helo,
            "MAIL" => path(argument, "FROM:").map_or(Self::Malformed, Self::Mail),
            "RCPT" => path(argument, "TO:")
                .filter(|path| !path.is_empty())
                .map_or(Self::Malformed, Self::Recipient),
            "DATA" if argument.is_empty() => Self::Data,
            "RSET" => Self::Reset,
            "NOOP" => Self::Noop,
            "VRFY" => Self::Verify,
            "QUIT" => Self::Quit,
            _ => Self::Unknown,
        }
    }
}

/// `FROM:<path> PARAMETERS`; the parameters are what was announced, and none changes what a sandbox does.
fn path(argument: &str, keyword: &str) -> Option<String> {
    let head = argument.get(..keyword.len())?;
    let rest = argument[keyword.len()..].trim_start().strip_prefix('<')?;
    let (path, parameters) = rest.split_once('>')?;
    let fits = head.eq_ignore_ascii_case(keyword)
        && !path.contains(['<', ' '])
        && (parameters.is_empty() || parameters.starts_with(' '));
    fits.then(|| path.to_owned())
}
