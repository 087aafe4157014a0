//! Where the key and the relay's password come from.

use std::fs;
use std::path::Path;

use crate::foundation::{Environment, Failure, Key, Keyring, create_new};
use crate::publication::Publication;

/// The variable that holds the publication's key.
const KEY_VARIABLE: &str = "DIGEST_KEY";
/// The variable that holds the relay's password.
const PASSWORD_VARIABLE: &str = "DIGEST_SMTP_PASSWORD";

/// How keys are written.
const KEY_FORM: &str = "a key is written `ID:` and 64 hexadecimal digits; where there are several, one a line, the newest first, each with an id of its own";

/// The publication's keys: from `DIGEST_KEY`, else from `.digest/key`; `None` where there is neither.
pub(super) fn keys(publication: &Publication, environment: &Environment) -> Result<Option<Keyring>, Failure> {
    if let Some(text) = environment.variable(KEY_VARIABLE) {
        let keys = Keyring::parse(text)
            .ok_or_else(|| Failure::new(format!("`{KEY_VARIABLE}` holds no key")).hinted(KEY_FORM))?;
        return Ok(Some(keys));
    }
    let path = publication.state_folder().join("key");
    if path.exists() {
        key_file(publication, &path).map(Some)
    } else {
        Ok(None)
    }
}

/// The keys in a file, which only its owner may read; a new one where there is none.
pub(super) fn keys_made_where_missing(publication: &Publication, path: &Path) -> Result<Keyring, Failure> {
    if !path.exists() {
        let shown = publication.shown(path).display().to_string();
        let cannot = |error: std::io::Error| Failure::new(format!("`{shown}` cannot be written: {error}"));
        let text = Key::generate("k1").map_err(cannot)?;
        create_new(path, text.as_bytes()).map_err(cannot)?;
        restrict(path).map_err(cannot)?;
    }
    key_file(publication, path)
}

/// The relay's password: from `DIGEST_SMTP_PASSWORD`, else from `relay.password_file`.
pub(super) fn relay_password(
    publication: &Publication,
    environment: &Environment,
) -> Result<String, Failure> {
    if let Some(password) = environment.variable(PASSWORD_VARIABLE) {
        return Ok(password.to_owned());
    }
    let file = publication
        .config
        .relay
        .as_ref()
        .and_then(|relay| relay.password_file.as_deref());
    let Some(file) = file else {
        return Err(
            Failure::new("the relay wants a password, and there is none").hinted(format!(
                "set `{PASSWORD_VARIABLE}`, or name a file with `relay.password_file` in digest.yaml"
            )),
        );
    };
    let path = publication.root.join(file);
    let text = private_text(publication, &path)?;
    Ok(text.trim_end_matches(['\r', '\n']).to_owned())
}

fn key_file(publication: &Publication, path: &Path) -> Result<Keyring, Failure> {
    let text = private_text(publication, path)?;
    Keyring::parse(&text).ok_or_else(|| {
        Failure::new(format!("`{}` holds no key", publication.shown(path).display()))
            .hinted(KEY_FORM)
            .hinted("bring the file from where the publication was made")
    })
}

/// A secret's text; refused where others than its owner can read the file.
pub(super) fn private_text(publication: &Publication, path: &Path) -> Result<String, Failure> {
    let shown = publication.shown(path).display().to_string();
    let cannot = |error: std::io::Error| Failure::new(format!("`{shown}` cannot be read: {error}"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(path).map_err(cannot)?.permissions().mode();
        if mode & 0o077 != 0 {
            return Err(Failure::new(format!(
                "`{shown}` holds a secret, and others can read it (mode {:o})",
                mode & 0o777
            ))
            .hinted(format!("run `chmod 600 {}`", path.display())));
        }
    }
    fs::read_to_string(path).map_err(cannot)
}

fn restrict(path: &Path) -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(path, fs::Permissions::from_mode(0o600))?;
    }
    Ok(())
}
