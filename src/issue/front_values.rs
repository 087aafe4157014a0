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
