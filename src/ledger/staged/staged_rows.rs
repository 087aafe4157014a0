//! Rows laid down for a plan.

use std::collections::HashSet;
use std::fs::File;
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::ops::Range;
use std::path::PathBuf;

use super::cursor::Cursor;
use super::record;
use super::{Recipients, SortedRows};

/// Rows are sorted and written down when so many bytes of them have come together.
const MOST_IN_MEMORY: usize = 4 << 20;

/// Rows in the order in which they came, with what reading them in another order takes. They are gone when this is dropped.
#[derive(Debug)]
pub(in crate::ledger) struct StagedRows {
    /// Where the disk is used: in a file without a name.
    folder: PathBuf,
    most_in_memory: usize,
    /// The lists' names in the order staged.
    lists: Vec<String>,
    /// Rows that have not been written down, and where each begins.
    records: Vec<u8>,
    order: Vec<u32>,
    /// The file and its runs, once there is one.
    file: Option<File>,
    runs: Vec<Range<u64>>,
    /// Addresses whose rows count for nothing.
    left_out: HashSet<String>,
}

impl StagedRows {
    /// None yet. What does not fit into memory goes into a file in `folder`.
    pub(in crate::ledger) fn new(folder: PathBuf) -> Self {
        Self {
            folder,
            most_in_memory: MOST_IN_MEMORY,
            lists: Vec::new(),
            records: Vec::new(),
            order: Vec::new(),
            file: None,
            runs: Vec::new(),
            left_out: HashSet::new(),
        }
    }

    /// The lists' names in the order staged.
    pub(in crate::ledger) fn lists(&self) -> &[String] {
        &self.lists
    }

    /// Lays rows down, all of them or, where the disk does not take those before them, none.
    pub(in crate::ledger) fn extend(&mut self, rows: &Recipients) -> io::Result<()> {
        if self.records.len() >= self.most_in_memory {
            self.write_down()?;
        }
        if self.records.is_empty() {
            // Room enough from the start: a buffer that grows is there twice for a while.
            self.records
                .reserve_exact(self.most_in_memory + self.most_in_memory / 4);
        }
        rows.append_to(&mut self.lists, &mut self.records, &mut self.order)
    }

    /// Leaves every row of an address out from now on.
    pub(in crate::ledger) fn leave_out(&mut self, address: String) {
        self.left_out.insert(address);
    }

    /// The rows in the order of their addresses. Can be read again and again.
    pub(in crate::ledger) fn sorted(&mut self) -> io::Result<SortedRows<'_>> {
        self.sort();
        let mut cursors = Vec::with_capacity(self.runs.len() + 1);
        if let Some(file) = &self.file {
            for run in &self.runs {
                cursors.extend(Cursor::on_disk(file, run.clone())?);
            }
        }
        cursors.extend(Cursor::in_memory(&self.records, &self.order));
        Ok(SortedRows::new(cursors, &self.left_out))
    }

    /// Sorts what is in memory. Rows of one address stay in the order staged, which is that of their places.
    fn sort(&mut self) {
        let records = &self.records;
        let key = |at: &u32| (record::address(&records[*at as usize..]), *at);
        self.order.sort_unstable_by(|a, b| key(a).cmp(&key(b)));
    }

    /// Makes a run of what is in memory.
    fn write_down(&mut self) -> io::Result<()> {
        self.sort();
        if self.file.is_none() {
            self.file = Some(tempfile::tempfile_in(&self.folder)?);
        }
        let Some(file) = &mut self.file else { return Ok(()) };
        let start = self.runs.last().map_or(0, |run| run.end);
        file.seek(SeekFrom::Start(start))?;
        let mut out = BufWriter::new(&*file);
        let cursor = Cursor::in_memory(&self.records, &self.order);
        if let Some(mut cursor) = cursor {
            out.write_all(cursor.record())?;
            while cursor.advance()? {
                out.write_all(cursor.record())?;
            }
        }
        out.flush()?;
        drop(out);
        self.runs.push(start..start + self.records.len() as u64);
        self.records.clear();
        self.order.clear();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::foundation::CanonicalAddress;
    use crate::ledger::staged::StagedRow;
    use crate::ledger::{Recipient, Standing};
    use crate::subscriber::Profile;

    fn recipient(address: &str, list: &str, name: String, standing: Standing) -> Recipient {
        Recipient {
            canonical: CanonicalAddress::stored(address),
            mail_to: address.to_uppercase(),
            list: list.to_owned(),
            profile: Profile {
                name,
                ..Profile::default()
            },
            standing,
        }
    }

    fn packed(rows: &[Recipient]) -> Recipients {
        rows.try_into().unwrap()
    }

    fn standing() -> impl Strategy<Value = Standing> {
        prop_oneof![
            Just(Standing::Wanted),
            ".{0,9}".prop_map(Standing::Suppressed),
            ".{0,9}".prop_map(Standing::Unusable),
        ]
    }

    /// Few addresses, so that they meet; one longer than a page that is read.
    fn rows() -> impl Strategy<Value = Vec<Recipient>> {
        let long = "ж".repeat(40_000);
        let address = prop_oneof!["[abé]{1,3}", Just(long)];
        let row = (address, "[xy]", ".{0,9}", standing());
        prop::collection::vec(
            row.prop_map(|(address, list, name, standing)| recipient(&address, &list, name, standing)),
            0..60,
        )
    }

    fn read(staged: &mut StagedRows) -> Vec<(String, StagedRow)> {
        let mut sorted = staged.sorted().unwrap();
        std::iter::from_fn(|| sorted.next().unwrap()).collect()
    }

    fn expected(staged: &StagedRows, rows: &[Recipient]) -> Vec<(String, StagedRow)> {
        let number = |name: &str| staged.lists().iter().position(|list| list == name).unwrap();
        let mut rows: Vec<_> = rows
            .iter()
            .map(|row| {
                let staged = StagedRow {
                    list: number(&row.list),
                    standing: row.standing.clone(),
                    mail_to: row.mail_to.clone(),
                    profile: serde_json::to_string(&row.profile).unwrap(),
                };
                (row.canonical.as_str().to_owned(), staged)
            })
            .collect();
        rows.sort_by(|(one, _), (other, _)| one.cmp(other));
        rows
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(100))]

        #[test]
        fn rows_come_sorted_by_address_and_then_as_they_were_staged(
            rows in rows(),
            chunk in 1..20_usize,
            most_in_memory in 0..3_000_usize,
        ) {
            let folder = tempfile::tempdir().unwrap();
            let mut staged = StagedRows { most_in_memory, ..StagedRows::new(folder.path().to_owned()) };
            rows.chunks(chunk).for_each(|rows| staged.extend(&packed(rows)).unwrap());
            let expected = expected(&staged, &rows);
            prop_assert_eq!(read(&mut staged), expected.clone());
            prop_assert_eq!(read(&mut staged), expected, "the second time as well");
            if cfg!(unix) {
                prop_assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "the file has no name");
            }
        }
    }

    #[test]
    fn an_address_that_is_left_out_is_not_read() {
        let mut staged = StagedRows::new(PathBuf::new());
        let row = |address| recipient(address, "x", String::new(), Standing::Wanted);
        staged
            .extend(&packed(&[row("a"), row("b"), row("a"), row("c")]))
            .unwrap();
        staged.leave_out("a".to_owned());
        let left: Vec<String> = read(&mut staged)
            .into_iter()
            .map(|(address, _)| address)
            .collect();
        assert_eq!(left, ["b", "c"]);
    }

    #[test]
    fn rows_that_the_disk_does_not_take_are_not_staged_by_half() {
        let mut staged = StagedRows {
            most_in_memory: 1,
            ..StagedRows::new("/no/such/folder".into())
        };
        let row = |address| recipient(address, "x", String::new(), Standing::Wanted);
        staged.extend(&packed(&[row("b")])).unwrap();
        assert!(staged.extend(&packed(&[row("a"), row("c")])).is_err());
        assert_eq!(read(&mut staged).len(), 1);
    }
}
