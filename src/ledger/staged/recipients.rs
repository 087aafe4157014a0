//! Rows of the lists, packed.

use std::io;

use super::record;
use crate::ledger::Recipient;

/// Some rows to be staged, already in the form in which they are laid down: packing them is most of the work of staging, and can be done on any thread.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Recipients {
    /// The names of their lists, in the order in which they first came.
    lists: Vec<String>,
    records: Vec<u8>,
    /// Where each record begins.
    starts: Vec<u32>,
}

impl Recipients {
    /// None yet, with room for so many bytes: what grows takes its room several times over.
    pub fn with_room(bytes: usize) -> Self {
        Self {
            records: Vec::with_capacity(bytes),
            ..Self::default()
        }
    }

    /// Adds one. Fails where it is too large for any ledger; nothing can be done with the others then either.
    pub fn push(&mut self, row: &Recipient) -> io::Result<()> {
        let start = u32::try_from(self.records.len()).map_err(|_| io::ErrorKind::FileTooLarge)?;
        let list = position(&mut self.lists, &row.list)?;
        record::write(&mut self.records, row, list)?;
        self.starts.push(start);
        Ok(())
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// Lays all of them down behind others, where the lists have numbers of their own.
    pub(super) fn append_to(
        &self,
        lists: &mut Vec<String>,
        records: &mut Vec<u8>,
        order: &mut Vec<u32>,
    ) -> io::Result<()> {
        let before = records.len();
        let end = u32::try_from(before + self.records.len()).map_err(|_| io::ErrorKind::FileTooLarge)?;
        let numbers = self.lists.iter().map(|list| position(lists, list));
        let numbers = numbers.collect::<io::Result<Vec<u32>>>()?;
        records.extend_from_slice(&self.records);
        let first = end - u32::try_from(self.records.len()).unwrap_or_default();
        order.extend(self.starts.iter().map(|start| first + start));
        let same = |(at, number): (usize, &u32)| at == *number as usize;
        if !numbers.iter().enumerate().all(same) {
            for start in &self.starts {
                record::renumber(&mut records[before + *start as usize..], &numbers);
            }
        }
        Ok(())
    }
}

impl<'a> TryFrom<&'a [Recipient]> for Recipients {
    type Error = io::Error;

    fn try_from(rows: &'a [Recipient]) -> io::Result<Self> {
        let mut packed = Self::default();
        rows.iter().try_for_each(|row| packed.push(row))?;
        Ok(packed)
    }
}

/// The number of a list, which it gets when it first comes.
fn position(lists: &mut Vec<String>, name: &str) -> io::Result<u32> {
    let known = lists.iter().position(|list| list == name);
    let at = known.unwrap_or_else(|| {
        lists.push(name.to_owned());
        lists.len() - 1
    });
    u32::try_from(at).map_err(|_| io::ErrorKind::FileTooLarge.into())
}
