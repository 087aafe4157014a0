//! The keys that digest.yaml's `dkim` names.

use std::sync::Arc;

use crate::compose::dkim::{Signer, Signers, SigningKey};
use crate::foundation::Failure;
use crate::publication::{DkimSettings, Publication};

use super::secrets::private_text;

/// The signatures that each copy gets; none where `dkim` names none.
pub fn dkim_signers(publication: &Publication) -> Result<Signers, Failure> {
    let settings = publication.config.dkim.iter();
    let signers: Result<Vec<Signer>, Failure> = settings.map(|one| dkim_signer(publication, one)).collect();
    signers.map(Signers)
}

/// One of them.
pub(super) fn dkim_signer(publication: &Publication, settings: &DkimSettings) -> Result<Signer, Failure> {
    let path = publication.root.join(&settings.key_file);
    let pem = private_text(publication, &path)
        .map_err(|failure| failure.hinted("`dkim` in digest.yaml names it; it holds a private key in PEM"))?;
    let key = SigningKey::from_pem(pem.as_bytes()).map_err(|error| {
        let shown = publication.shown(&path).display().to_string();
        Failure::new(format!("`{shown}` cannot sign: {error}")).hinted(error.hint())
    })?;
    let from = publication.config.from.email.domain();
    Ok(Signer {
        domain: settings.domain.clone().unwrap_or_else(|| from.to_owned()),
        selector: settings.selector.clone(),
        key: Arc::new(key),
    })
}
