//! The relay's address.

use super::Fault;
use super::value::{host, is_loopback, split_port};

/// `smtps://user@host:port` or `smtp://user@host:port`, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RelayUrl {
    /// Whether TLS starts with the first byte.
    pub(super) implicit_tls: bool,
    /// Percent-decoded, without control characters.
    pub(super) user: Option<String>,
    /// A name as A-labels, or an IP address without brackets.
    pub(super) host: String,
    /// As written, or the scheme's own (RFC 8314 section 3.3, RFC 6409 section 3.1).
    pub(super) port: u16,
}

impl RelayUrl {
    pub(super) fn parse(text: &str) -> Result<Self, Fault> {
        let shape = "write `smtps://user@smtp.example.org`, or `smtp://` for STARTTLS";
        let (scheme, rest) = text.split_once("://").unwrap_or(("", text));
        // The password is looked for before anything is said that could repeat it.
        let (user, authority) = match rest.rsplit_once('@') {
            Some((user, authority)) => (Some(user_name(user)?), authority),
            None => (None, rest),
        };
        let implicit_tls = match scheme {
            "smtps" => true,
            "smtp" => false,
            "" => return Err(Fault::new("it has no scheme").hinted(shape)),
            _ => {
                let message = format!("`{}` is no scheme of a relay", scheme.escape_debug());
                return Err(Fault::new(message).hinted(shape));
            }
        };
        let authority = authority.strip_suffix('/').unwrap_or(authority);
        if authority.contains(['/', '?', '#']) {
            return Err(Fault::new("something follows the host").hinted(shape));
        }
        let (name, port) = split_port(authority);
        let port = match port {
            None if implicit_tls => 465,
            None => 587,
            Some(port) => port_number(port)?,
        };
        Ok(Self {
            implicit_tls,
            user,
            host: host(name)?,
            port,
        })
    }

    pub(super) fn is_loopback(&self) -> bool {
        is_loopback(&self.host)
    }
}

fn user_name(written: &str) -> Result<String, Fault> {
    if let Some((_, password)) = written.split_once(':') {
        let fault = Fault::new("a password has no place in this file").concealing(password);
        return Err(fault.hinted(
            "give it in DIGEST_SMTP_PASSWORD, or in a file of mode 0600 that `relay.password_file` names",
        ));
    }
    let user = percent_decoded(written)
        .ok_or_else(|| Fault::new("the user's percent-encoding is broken").hinted("write `%25` for a `%`"))?;
    if user.is_empty() {
        return Err(Fault::new("there is no user before the `@`").hinted("leave the `@` out"));
    }
    if user.chars().any(char::is_control) {
        return Err(Fault::new("the user holds a control character"));
    }
    Ok(user)
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut parts = text.split('%');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let digits = part
            .get(..2)
            .filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()))?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        bytes.extend_from_slice(&part.as_bytes()[2..]);
    }
    String::from_utf8(bytes).ok()
}

fn port_number(text: &str) -> Result<u16, Fault> {
    let number = text.parse::<u16>().ok().filter(|port| *port > 0);
    number.ok_or_else(|| Fault::new(format!("`{}` is no port from 1 to 65535", text.escape_debug())))
}
