//! The subscriber whose copy is the longest.

use crate::issue::{Draft, scan_tags};
use crate::render::Templates;
use crate::subscriber::Profile;

use super::{Readers, slot_names};

/// A name longer than most, for a list that is not there.
const NAME: &str = "Subscriber with a name longer than most";
/// The same for an address.
const EMAIL: &str = "a-subscriber-with-a-long-address@department.example.org";

/// Values for every slot of an issue: the longest that its lists have, and made-up ones as long as such values are where no list has any.
pub(super) fn longest_reader(draft: &Draft, templates: &Templates, readers: Option<&Readers>) -> Profile {
    let mut profile = readers.map(|readers| readers.longest.clone()).unwrap_or_default();
    if profile.name.trim().is_empty() {
        NAME.clone_into(&mut profile.name);
    }
    if profile.email.is_empty() {
        EMAIL.clone_into(&mut profile.email);
    }
    let texts = templates.texts().chain([draft.source.text()]);
    for text in texts {
        for tag in scan_tags(text) {
            for name in slot_names(tag.inner(text)) {
                if name.root == "subscriber" {
                    fill(&mut profile, name.field);
                }
            }
        }
    }
    profile
}

fn fill(profile: &mut Profile, field: &str) {
    if matches!(field, "email" | "name" | "language" | "tags") {
        if field == "language" && profile.language.is_none() {
            profile.language = Some("en".to_owned());
        }
        return;
    }
    let value = profile.fields.entry(field.to_owned()).or_default();
    if value.trim().is_empty() {
        *value = format!("what stands in the column {field}");
    }
}
