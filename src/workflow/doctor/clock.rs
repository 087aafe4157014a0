//! Whether the clock can be right.

use std::fs;
use std::path::PathBuf;

use jiff::{Timestamp, ToSpan};

use crate::foundation::Clock;
use crate::publication::Publication;

use super::finding::{Finding, Topic, Verdict};

/// Compares the clock with the youngest of the publication's files: time does not run backwards.
pub(super) fn clock(publication: &Publication, clock: &Clock) -> Finding {
    let now = clock.now();
    // Other machines may have written them, whose clocks differ a little.
    let ahead = now.saturating_add(1.hour()).unwrap_or(now);
    let mut files: Vec<PathBuf> = publication.drafts();
    files.extend(publication.list_files());
    files.push(publication.ledger_path());
    files.push(publication.root.join("digest.yaml"));
    let changed = files.into_iter().filter_map(|file| {
        let changed = fs::metadata(&file).ok()?.modified().ok()?;
        Some((Timestamp::try_from(changed).ok()?, file))
    });
    match changed.max().filter(|(changed, _)| *changed > ahead) {
        Some((changed, file)) => Finding::new(
            Topic::Clock,
            Verdict::Fault,
            format!(
                "the clock shows {}, but `{}` was changed at {}",
                now.strftime("%Y-%m-%d %H:%M UTC"),
                publication.shown(&file).display(),
                changed.strftime("%Y-%m-%d %H:%M UTC")
            ),
        )
        .hinted(
            "set the clock: copies carry its time in `Date`, and filters distrust what comes from the past",
        ),
        None => Finding::new(
            Topic::Clock,
            Verdict::Good,
            format!("the clock shows {}", clock.zoned().strftime("%Y-%m-%d %H:%M %:z")),
        ),
    }
}
