//! The subscriber whose copy is the longest.

use crate::issue::{Draft, scan_tags};
use crate::subscriber::Profile;

use super::{Readers, slot_names};

/// A name longer than most, for a list that is not there.
const NAME: &str = "Subscriber with a name longer than most";
/// The same for an address.
const EMAIL: &str = "a-subscriber-with-a-long-address@department.example.org";

/// Values for every slot of an issue: the longest that its lists have, and made-up ones as long as such values are where no list has any.
/// `named` are the fields that the templates name.
pub(super) fn longest_reader(draft: &Draft, named: &[String], readers: Option<&Readers>) -> Profile {
    let mut profile = readers.map(|readers| readers.longest.clone()).unwrap_or_default();
    if profile.name.trim().is_empty() {
        NAME.clone_into(&mut profile.name);
    }
    if profile.email.is_empty() {
        EMAIL.clone_into(&mut profile.email);
    }
    for field in named {
        fill(&mut profile, field);
    }
    for field in fields_in(draft.source.text()) {
        fill(&mut profile, &field);
    }
    profile
}

/// The fields of a subscriber that the tags of a text name.
pub(super) fn fields_in(text: &str) -> Vec<String> {
    let tags = scan_tags(text);
    let names = tags.iter().flat_map(|tag| slot_names(tag.inner(text)));
    let fields = names.filter(|name| name.root == "subscriber");
    fields.map(|name| name.field.to_owned()).collect()
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
