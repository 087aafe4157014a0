//! The headers of a composed message.

/// The headers of a message, unfolded (RFC 5322 section 2.2.3), not decoded.
#[derive(Debug, Clone)]
pub(super) struct Headers<'a> {
    lines: Vec<&'a str>,
}

impl<'a> Headers<'a> {
    /// Those that stand before the first empty line.
    pub(super) fn of(message: &'a [u8]) -> Self {
        let end = message
            .windows(4)
            .position(|bytes| bytes == b"\r\n\r\n")
            .unwrap_or(message.len());
        let text = std::str::from_utf8(&message[..end]).unwrap_or_default();
        Self {
            lines: text.split("\r\n").collect(),
        }
    }

    /// What a header says, in one line; `None` where it is not there.
    pub(super) fn get(&self, name: &str) -> Option<String> {
        let begins = |line: &&str| {
            line.split_once(':')
                .is_some_and(|(found, _)| found.eq_ignore_ascii_case(name))
        };
        let at = self.lines.iter().position(begins)?;
        let (_, first) = self.lines[at].split_once(':')?;
        let further = self.lines[at + 1..]
            .iter()
            .take_while(|line| line.starts_with([' ', '\t']));
        let value: String = std::iter::once(first).chain(further.copied()).collect();
        Some(value.trim().to_owned())
    }
}
