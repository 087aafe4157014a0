//! A pair of colours as a finding.

use crate::check::{Finding, MessageScope};
use crate::foundation::{Location, Span};

use super::{Color, FaintPair, Mode};

/// How many words in a row are looked for in the draft: many, else few.
const RUNS: [usize; 3] = [40, 6, 3];
/// How much of a text is quoted, in characters.
const QUOTED: usize = 40;

/// The finding about a pair: where its colour is declared, else where its words stand.
///
/// A template is the same for every issue, and so is what is said of it: words of the issue are quoted only where they stand in it.
pub(in crate::check) fn told(scope: &MessageScope<'_>, pair: &FaintPair, mode: Mode) -> Finding {
    let said = said(scope, &pair.words);
    let location = declaration(scope, pair.declared).unwrap_or_else(|| scope.origin(&said));
    let words = if location.source.text().contains(&said) {
        format!("`{}`", quoted(&said))
    } else {
        "text".to_owned()
    };
    let shown = match mode {
        Mode::Light => "",
        Mode::OwnDark => "in dark mode ",
        Mode::ForcedDark => "where Gmail or Outlook darken the page, ",
    };
    // Rounded down: 4.498 is not yet 4.5.
    let ratio = (pair.ratio * 100.0).floor() / 100.0;
    let message = format!(
        "{shown}{words} is hard to read: {} on {} has a contrast of {ratio:.2}, and {} is needed",
        pair.text, pair.background, pair.needed
    );
    Finding::new(location, message).hinted(hint(pair, mode))
}

fn hint(pair: &FaintPair, mode: Mode) -> String {
    if mode == Mode::ForcedDark {
        return "choose colours of which one is much lighter than the other".to_owned();
    }
    let (words, behind) = if pair.is_light_on_dark() {
        ("lighter", "darker")
    } else {
        ("darker", "lighter")
    };
    let what = match pair.better() {
        Some(color) => format!("make the words {words}, `{color}` for instance"),
        None => format!("make what is behind the words {behind}"),
    };
    match mode {
        Mode::OwnDark => format!("{what}, in the rules for `prefers-color-scheme: dark`"),
        _ => what,
    }
}

/// As many words in a row as the draft says letter by letter: what is between them may be a subscriber's own, or marked. All of them where it
/// says none.
fn said(scope: &MessageScope<'_>, text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let mut runs = RUNS
        .iter()
        .flat_map(|run| words.windows((*run).min(words.len())))
        .map(|run| run.join(" "));
    let in_draft = runs.find(|run| scope.written.text().contains(run));
    in_draft.unwrap_or_else(|| text.to_owned())
}

fn quoted(words: &str) -> String {
    match words.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words.to_owned(),
    }
}

/// Where the draft or the HTML template writes a colour.
fn declaration(scope: &MessageScope<'_>, color: Color) -> Option<Location> {
    let written = spellings(color);
    let draft = &scope.written.draft.source;
    let template = scope.templates.source("issue.html");
    [Some(draft), template].into_iter().flatten().find_map(|source| {
        let text = source.text();
        let spans = written.iter().flat_map(|color| {
            text.match_indices(color.as_str())
                .map(|(at, found)| Span::new(at, at + found.len()))
        });
        // `#777` also begins `#777123`.
        let mut whole = spans.filter(|span| !text[span.end..].starts_with(|c: char| c.is_ascii_hexdigit()));
        whole.next().map(|span| Location::new(source, span))
    })
}

/// The ways in which a colour is mostly written.
fn spellings(color: Color) -> Vec<String> {
    let long = color.to_string();
    let digits = long.as_bytes();
    let pairs = digits[1..].chunks_exact(2);
    let mut all = vec![long.to_ascii_uppercase()];
    if pairs.clone().all(|pair| pair[0] == pair[1]) {
        let short: String = pairs.map(|pair| char::from(pair[0])).collect();
        all.push(format!("#{}", short.to_ascii_uppercase()));
        all.push(format!("#{short}"));
    }
    all.push(long);
    all
}
