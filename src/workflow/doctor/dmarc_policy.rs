//! A DMARC record.

/// What a domain asks receivers to do (RFC 7489 section 6.3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DmarcPolicy {
    /// `none`, `quarantine` or `reject`.
    pub(super) action: String,
    /// Whether the signature's domain must be the From address's own, and not only of one organisation.
    pub(super) strict_dkim: bool,
    /// The same of the envelope sender's domain.
    pub(super) strict_spf: bool,
    /// Whether anybody gets reports.
    pub(super) reports: bool,
}

/// Whether a TXT record is a DMARC record.
pub(super) fn is_dmarc(text: &str) -> bool {
    let version = text.split(';').next().unwrap_or_default();
    let version: String = version.split_whitespace().collect();
    version == "v=DMARC1"
}

impl DmarcPolicy {
    /// Reads a record; else what is wrong with it.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let tag = |name: &str| {
            let mut tags = text.split(';').filter_map(|tag| tag.split_once('='));
            let (_, value) = tags.find(|(known, _)| known.trim().eq_ignore_ascii_case(name))?;
            Some(value.trim().to_owned())
        };
        let action = tag("p").ok_or("it has no `p=`")?.to_ascii_lowercase();
        if !matches!(action.as_str(), "none" | "quarantine" | "reject") {
            return Err(format!(
                "`p={action}` is none of `none`, `quarantine` and `reject`"
            ));
        }
        let strict = |name: &str| match tag(name).as_deref() {
            None | Some("r" | "R") => Ok(false),
            Some("s" | "S") => Ok(true),
            Some(other) => Err(format!("`{name}={other}` is neither `r` nor `s`")),
        };
        Ok(Self {
            action,
            strict_dkim: strict("adkim")?,
            strict_spf: strict("aspf")?,
            reports: tag("rua").is_some_and(|address| !address.is_empty()),
        })
    }
}
