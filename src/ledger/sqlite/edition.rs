//! Frozen editions, compressed.

use std::io::{Read, Write};

use flate2::{Compression, read::ZlibDecoder, write::ZlibEncoder};
use rusqlite::{Connection, OptionalExtension, params};

use super::fault::damaged;
use crate::ledger::{FrozenEdition, LedgerError, Run};

/// The number of the newest edition, and its hash.
pub(super) fn newest(connection: &Connection, run: Run) -> rusqlite::Result<Option<(u32, String)>> {
    connection
        .prepare_cached("SELECT number, hash FROM edition WHERE issue = ?1 ORDER BY number DESC LIMIT 1")?
        .query_row([run.0], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()
}

/// Freezes an edition and returns its number.
pub(super) fn freeze(connection: &Connection, run: Run, edition: &FrozenEdition) -> Result<u32, LedgerError> {
    let number = newest(connection, run)?.map_or(1, |(number, _)| number + 1);
    let content = compressed(&edition.content).map_err(|error| LedgerError::Unwritable(error.to_string()))?;
    connection.execute(
        "INSERT INTO edition (issue, number, hash, date, content) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![run.0, number, edition.hash, edition.date, content],
    )?;
    Ok(number)
}

/// A frozen edition by its number.
pub(super) fn numbered(
    connection: &Connection,
    run: Run,
    number: u32,
) -> Result<Option<FrozenEdition>, LedgerError> {
    let stored = connection
        .prepare_cached("SELECT hash, date, content FROM edition WHERE issue = ?1 AND number = ?2")?
        .query_row(params![run.0, number], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get::<_, Vec<u8>>(2)?))
        })
        .optional()?;
    let Some((hash, date, content)) = stored else {
        return Ok(None);
    };
    let content = decompressed(&content).map_err(|error| damaged(format!("edition {number}: {error}")))?;
    Ok(Some(FrozenEdition { hash, content, date }))
}

fn compressed(text: &str) -> std::io::Result<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text.as_bytes())?;
    encoder.finish()
}

/// The checksum that zlib keeps (RFC 1950 section 2.2) tells damage.
fn decompressed(bytes: &[u8]) -> std::io::Result<String> {
    let mut text = String::new();
    ZlibDecoder::new(bytes).read_to_string(&mut text)?;
    Ok(text)
}
