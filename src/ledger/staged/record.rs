//! A staged row as bytes: what a run consists of.

use std::io::{self, ErrorKind};

use super::StagedRow;
use crate::ledger::{Recipient, Standing};

/// The length of the record, of its four texts, and the list; then the standing. All numbers are little-endian.
const HEAD: usize = 6 * 4 + 1;

/// Appends the record of a row that stands on the list with this number.
pub(super) fn write(out: &mut Vec<u8>, row: &Recipient, list: u32) -> io::Result<()> {
    let start = out.len();
    out.extend([0; HEAD]);
    let (standing, reason) = stored(&row.standing);
    let mut lengths = [0; 4];
    for (length, text) in lengths
        .iter_mut()
        .zip([row.canonical.as_str(), &row.mail_to, reason])
    {
        out.extend_from_slice(text.as_bytes());
        *length = text.len();
    }
    let profile = out.len();
    serde_json::to_writer(&mut *out, &row.profile)?;
    lengths[3] = out.len() - profile;
    let whole = out.len() - start;
    let head = &mut out[start..start + HEAD];
    for (at, number) in [whole].into_iter().chain(lengths).enumerate() {
        let number = u32::try_from(number).map_err(|_| io::Error::from(ErrorKind::FileTooLarge))?;
        head[at * 4..][..4].copy_from_slice(&number.to_le_bytes());
    }
    head[20..24].copy_from_slice(&list.to_le_bytes());
    head[24] = standing;
    Ok(())
}

/// Gives a record's list the number that stands for it elsewhere.
pub(super) fn renumber(record: &mut [u8], numbers: &[u32]) {
    let list = number(record, 5);
    if let Some(number) = numbers.get(list) {
        record[20..24].copy_from_slice(&number.to_le_bytes());
    }
}

/// How long the record is that these bytes begin with; nothing where they do not even hold that.
pub(super) fn length(bytes: &[u8]) -> Option<usize> {
    (bytes.len() >= 4).then(|| number(bytes, 0))
}

/// The address of a record.
pub(super) fn address(record: &[u8]) -> &[u8] {
    &record[HEAD..HEAD + number(record, 1)]
}

/// The address and the row of a record.
pub(super) fn read(record: &[u8]) -> io::Result<(String, StagedRow)> {
    let mut rest = &record[HEAD..];
    let mut text = |at| {
        let (text, after) = rest.split_at(number(record, at));
        rest = after;
        String::from_utf8(text.to_vec()).map_err(|error| io::Error::new(ErrorKind::InvalidData, error))
    };
    let (address, mail_to, reason, profile) = (text(1)?, text(2)?, text(3)?, text(4)?);
    let row = StagedRow {
        list: number(record, 5),
        standing: standing(record[HEAD - 1], reason),
        mail_to,
        profile,
    };
    Ok((address, row))
}

fn number(record: &[u8], at: usize) -> usize {
    let mut bytes = [0; 4];
    bytes.copy_from_slice(&record[at * 4..][..4]);
    u32::from_le_bytes(bytes) as usize
}

fn stored(standing: &Standing) -> (u8, &str) {
    match standing {
        Standing::Wanted => (0, ""),
        Standing::Suppressed(reason) => (1, reason),
        Standing::Unusable(reason) => (2, reason),
    }
}

fn standing(number: u8, reason: String) -> Standing {
    match number {
        0 => Standing::Wanted,
        1 => Standing::Suppressed(reason),
        _ => Standing::Unusable(reason),
    }
}
