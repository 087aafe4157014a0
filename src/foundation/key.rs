//! The publication's secret, and what is derived from it.

use std::fmt::Write;

use aws_lc_rs::hmac;

/// A secret with an id: unsubscribe tokens, Message-IDs, and the hashes that outlive a forgotten address are made with it.
///
/// Has no `Display`, and its `Debug` does not show the secret.
#[derive(Clone)]
pub struct Key {
    id: String,
    secret: hmac::Key,
}

impl Key {
    /// A key from its text, `ID:HEX` with 64 hexadecimal digits; an id is 1 to 8 ASCII letters or digits.
    pub fn parse(text: &str) -> Option<Self> {
        let (id, digits) = text.trim().split_once(':')?;
        let id_fits = (1..=8).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_alphanumeric());
        if !id_fits || digits.len() != 64 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        let bytes: Option<Vec<u8>> = (0..64)
            .step_by(2)
            .map(|at| u8::from_str_radix(&digits[at..at + 2], 16).ok())
            .collect();
        Some(Self {
            id: id.to_owned(),
            secret: hmac::Key::new(hmac::HMAC_SHA256, &bytes?),
        })
    }

    /// The text of a new key, as [`Key::parse`] reads it. Fails where the system has no randomness to give.
    pub fn generate(id: &str) -> std::io::Result<String> {
        let mut secret = [0_u8; 32];
        getrandom::fill(&mut secret)?;
        let mut text = format!("{id}:");
        for byte in secret {
            let _ = write!(text, "{byte:02x}");
        }
        Ok(text + "\n")
    }

    /// Its id, which may be seen by everyone.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Whether that is its id. Mail programs change the case of letters.
    pub fn has_id(&self, id: &str) -> bool {
        self.id.eq_ignore_ascii_case(id)
    }

    /// HMAC-SHA-256 over a purpose and parts. Each part is preceded by its length, so no two lists of parts give the same bytes.
    pub fn mac(&self, purpose: &str, parts: &[&str]) -> [u8; 32] {
        let mut context = hmac::Context::with_key(&self.secret);
        for part in std::iter::once(&purpose).chain(parts) {
            context.update(&(part.len() as u64).to_be_bytes());
            context.update(part.as_bytes());
        }
        let mut mac = [0; 32];
        mac.copy_from_slice(context.sign().as_ref());
        mac
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Key({})", self.id)
    }
}
