//! What a new draft is called.

use deunicode::deunicode;
use jiff::civil::Date;

use super::PastIssues;

/// The longest that a title makes a name: enough to recognise it by, short enough for a listing.
const LONGEST: usize = 60;

/// An id that no draft has yet: `2019-02-05-caspian-crossroads`, then `…-2`, `…-3`. The file's stem is the same.
pub(super) fn draft_name(date: Date, title: &str, past: &PastIssues) -> String {
    let name = match slug(title) {
        slug if slug.is_empty() => format!("{date}-issue"),
        slug => format!("{date}-{slug}"),
    };
    if !past.has_name(&name) {
        return name;
    }
    let numbered = (2_u32..).map(|number| format!("{name}-{number}"));
    numbered
        .into_iter()
        .find(|name| !past.has_name(name))
        .unwrap_or(name)
}

/// A title in the letters of a file name: any script is spelt in ASCII, everything else becomes a dash.
fn slug(title: &str) -> String {
    let ascii = deunicode(title).to_lowercase().replace('\'', "");
    let words = ascii
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    let mut slug = String::new();
    for word in words {
        if slug.is_empty() {
            slug.extend(word.chars().take(LONGEST));
        } else if slug.len() + 1 + word.len() <= LONGEST {
            slug.push('-');
            slug.push_str(word);
        } else {
            break;
        }
    }
    slug
}
