//! A list that all cores read.

use std::collections::BTreeSet;
use std::fmt::Write;

use digest_cli::foundation::Failure;
use digest_cli::subscriber::{Page, Row};

use super::open;

/// Some hundred pages, with values over several lines among them.
fn long() -> Vec<u8> {
    let mut text = "email,name\n".to_owned();
    for n in 0..20_000 {
        let name = if n % 997 == 0 { "\"Anna\nVera\"" } else { "Anna" };
        let _ = writeln!(text, "reader{n}@example.org,{name}");
    }
    text.into_bytes()
}

#[test]
fn what_is_made_of_pages_comes_in_the_files_order() {
    let text = long();
    let one_by_one: Vec<Row> = open("weekly.csv", &text)
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    let mut abreast = Vec::new();
    let mut threads = BTreeSet::new();
    let list = open("weekly.csv", &text).unwrap();
    let made = |page: Page| {
        (
            std::thread::current().name().map(str::to_owned),
            page.collect::<Vec<_>>(),
        )
    };
    let read = list.abreast(made, |(thread, rows)| {
        threads.insert(thread);
        abreast.extend(rows);
        Ok(())
    });
    read.unwrap();
    assert_eq!(one_by_one.len(), 20_000);
    assert!(abreast == one_by_one, "the same rows");
    assert_eq!(threads, BTreeSet::from([Some("list".to_owned())]), "not here");
}

#[test]
fn whoever_takes_rows_in_can_end_the_reading() {
    let list = open("weekly.csv", &long()).unwrap();
    let mut taken = 0;
    let read = list.abreast(Iterator::count, |_| {
        taken += 1;
        if taken == 3 {
            return Err(Failure::new("the ledger is full"));
        }
        Ok(())
    });
    assert_eq!(read.unwrap_err().message, "the ledger is full");
    assert_eq!(taken, 3);
}

#[test]
fn a_yaml_list_comes_in_pages_too() {
    let text: String = (0..250).map(|n| format!("- reader{n}@example.org\n")).collect();
    let list = open("weekly.yaml", text.as_bytes()).unwrap();
    let mut pages = Vec::new();
    let read = list.abreast(Iterator::count, |rows| {
        pages.push(rows);
        Ok(())
    });
    read.unwrap();
    assert_eq!(pages, [100, 100, 50]);
}
