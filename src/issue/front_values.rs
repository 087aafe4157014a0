//! What the values of a front matter's keys may be.

use jiff::civil::Date;

use crate::foundation::nearest;
use crate::publication::Fault;

use super::Status;

/// An issue's id: it names a file (`sends/ID.yaml`) and rows of the ledger.
pub(super) fn id(text: &str) -> Result<String, Fault> {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    let hint = "write 1 to 128 of the letters a to z, digits, `-`, `_` and `.`, as in `2019-02-05-caspian-crossroads`";
    if let Some(character) = text.chars().find(|c| !allowed(*c)) {
        return Err(Fault::new(format!("an id cannot hold {character:?}")).hinted(hint));
    }
    if text.is_empty() || text.len() > 128 {
        return Err(Fault::new(format!("an id of {} characters cannot be used", text.len())).hinted(hint));
    }
    if text.starts_with('.') {
        return Err(Fault::new(format!("`{text}` begins with a dot")).hinted(hint));
    }
    Ok(text.to_owned())
}

pub(super) fn issue_number(text: &str) -> Result<u32, Fault> {
    match text.parse() {
        Ok(number) if number > 0 && text.bytes().all(|b| b.is_ascii_digit()) => Ok(number),
        _ => Err(Fault::new(format!("`{text}` is not an issue's number"))
            .hinted("write a whole number from 1, as in `197`")),
    }
}

pub(super) fn date(text: &str) -> Result<Date, Fault> {
    let hint = "write year, month and day, as in `2019-02-05`";
    let shaped = text.len() == 10 && text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    let parsed = shaped.then(|| text.parse::<Date>().ok()).flatten();
    parsed.ok_or_else(|| {
        let what = if shaped {
            "is not a day of the calendar"
        } else {
            "is not a date"
        };
        Fault::new(format!("`{text}` {what}")).hinted(hint)
    })
}

pub(super) fn status(text: &str) -> Result<Status, Fault> {
    match text {
        "draft" => Ok(Status::Draft),
        "ready" => Ok(Status::Ready),
        _ => Err(Fault::new(format!("`{text}` is not a status")).hinted(
            match nearest(text, ["draft", "ready"]) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "write `draft` or `ready`".to_owned(),
            },
        )),
    }
}

/// A language tag by its shape (BCP 47 section 2.1): subtags of letters and digits, the first of letters.
pub(super) fn language(text: &str) -> Result<String, Fault> {
    let mut subtags = text.split('-');
    let first = subtags.next().unwrap_or_default();
    let shaped = (2..=8).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_alphabetic())
        && text.len() <= 35
        && subtags.all(|tag| (1..=8).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_alphanumeric()));
    if shaped {
        Ok(text.to_owned())
    } else {
        Err(Fault::new(format!("`{text}` is not a language"))
            .hinted("write a tag such as `en`, `pt-BR` or `zh-Hant`"))
    }
}

/// A text of one line. Line ends and other control characters, which YAML can spell in several ways, become spaces.
pub(super) fn line(text: &str) -> Result<String, Fault> {
    let spaced: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let line = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.is_empty() {
        return Err(
            Fault::new("nothing is written between the quotes").hinted("write it, or leave the key out")
        );
    }
    Ok(line)
}
