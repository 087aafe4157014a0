//! A file has one reason to exist, and its length tells when it has more.

use super::source_tree::source_files;

/// Past this a file has more than one reason to exist.
const LONGEST: usize = 300;
/// Half of the files are shorter than this.
const MEDIAN: usize = 100;

#[test]
fn no_file_is_longer_than_a_reader_can_hold() {
    let long: Vec<String> = source_files()
        .iter()
        .map(|file| (file.text.lines().count(), &file.path))
        .filter(|(lines, _)| *lines > LONGEST)
        .map(|(lines, path)| format!("src/{path}: {lines} lines"))
        .collect();
    assert!(
        long.is_empty(),
        "longer than {LONGEST} lines:\n{}",
        long.join("\n")
    );
}

#[test]
fn half_of_the_files_are_short() {
    let mut lines: Vec<usize> = source_files()
        .iter()
        .map(|file| file.text.lines().count())
        .collect();
    lines.sort_unstable();
    let median = lines[lines.len() / 2];
    assert!(median < MEDIAN, "the median file has {median} lines");
}
