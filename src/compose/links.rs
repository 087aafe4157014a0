//! A copy's own links.

use crate::edition::LinkStyle;
use crate::foundation::Address;

use super::{ComposeError, Token, escape};

/// What slots see as `links`, and what `List-Unsubscribe` says, for one copy.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Links {
    /// The https address that unsubscribes this reader.
    pub url: Option<String>,
    /// The mailto link that does the same by mail (RFC 6068).
    pub mailto: Option<String>,
}

impl Links {
    /// `links.unsubscribe`: the https address, else the mailto link.
    pub fn unsubscribe(&self) -> Option<&str> {
        self.url.as_deref().or(self.mailto.as_deref())
    }
}

/// An edition's unsubscribe links, but for the token.
#[derive(Debug, Clone)]
pub struct UnsubscribeLinks {
    /// What stands before and after the token in the https address.
    url: Option<(String, String)>,
    /// What stands before the token in the mailto link.
    mailto: Option<String>,
}

/// With its token and the header's name, still far from 998 octets (RFC 5322 section 2.1.1).
const LONGEST_URL: usize = 900;

impl UnsubscribeLinks {
    /// Makes an edition's links ready.
    ///
    /// # Errors
    ///
    /// Where the unsubscribe address is none, or the URL is too long for a header line.
    pub fn new(style: &LinkStyle) -> Result<Self, ComposeError> {
        let mailto = style.mailto.as_deref().map(mailto_before_token).transpose()?;
        let url = style.url.as_deref().map(url_around_token).transpose()?;
        Ok(Self { url, mailto })
    }

    /// The links of the copy that carries a token.
    pub fn with(&self, token: &Token) -> Links {
        Links {
            url: self
                .url
                .as_ref()
                .map(|(before, after)| [before, token.as_str(), after].concat()),
            mailto: self
                .mailto
                .as_ref()
                .map(|before| [before, token.as_str()].concat()),
        }
    }
}

fn mailto_before_token(address: &str) -> Result<String, ComposeError> {
    let parsed = Address::parse(address).map_err(|reason| ComposeError::Address {
        role: "unsubscribe",
        address: address.to_owned(),
        reason,
    })?;
    let local = escape::percent(parsed.local());
    Ok(format!(
        "mailto:{local}@{}?subject=unsubscribe%20",
        parsed.domain()
    ))
}

/// The token becomes the last segment of the path, so a query stays behind it.
fn url_around_token(url: &str) -> Result<(String, String), ComposeError> {
    let url = escape::url(url.trim());
    if url.len() > LONGEST_URL {
        return Err(ComposeError::LongLink(url.len()));
    }
    let path_end = url.find(['?', '#']).unwrap_or(url.len());
    let (path, rest) = url.split_at(path_end);
    Ok((format!("{}/", path.trim_end_matches('/')), rest.to_owned()))
}
