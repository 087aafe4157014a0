//! Which language a draft is in.

use crate::issue::Draft;
use crate::publication::Config;

/// The language of a draft without its region or script: `en` for `en-GB`. Rules that know the words of some languages ask for it.
pub(super) fn language_of<'a>(draft: &'a Draft, config: &'a Config) -> &'a str {
    let written = draft.front.language.as_ref();
    let tag = written.map_or(config.language.as_str(), |written| written.value.as_str());
    tag.split(['-', '_']).next().unwrap_or(tag)
}
