//! What is said when a map has been read: keys too many, keys too few.

use crate::foundation::{Diagnostic, Location, nearest};

use super::Reader;
use super::entries::Entry;
use super::secrets::is_secret;

impl Reader<'_> {
    /// Reports the keys that nobody asked for and those that are missing.
    pub(super) fn finish(&mut self) {
        for entry in self.entries.clone() {
            if !self.known.contains(&entry.name) {
                self.report_unknown(entry);
            }
        }
        for (key, hint) in std::mem::take(&mut self.missing) {
            let location = Location::new(self.source, self.here);
            let message = format!("`{}` is missing", self.path_of(key));
            self.report(Diagnostic::error(self.rules.missing, location, message).hinted(hint));
        }
    }

    fn report_unknown(&mut self, entry: Entry<'_>) {
        let name = entry.name;
        let location = Location::new(self.source, entry.key);
        if is_secret(name) {
            let message = format!("`{}`: a password has no place in this file", self.path_of(name));
            let hint =
                "give it in DIGEST_SMTP_PASSWORD, or in a file of mode 0600 that `relay.password_file` names";
            self.report(Diagnostic::error(self.rules.unknown, location, message).hinted(hint));
            return;
        }
        let hint = match nearest(name, self.known.iter().copied()) {
            Some(near) => {
                // One slip of the hand is one finding: the misspelt key is not missing too.
                self.missing.retain(|(key, _)| *key != near);
                format!("did you mean `{near}`?")
            }
            None => format!("known keys are `{}`", self.known.join("`, `")),
        };
        let place = match self.path.as_str() {
            "" => String::new(),
            path => format!(" in `{path}`"),
        };
        let message = format!("there is no key `{name}`{place}");
        self.report(Diagnostic::error(self.rules.unknown, location, message).hinted(hint));
    }
}
