//! How fast mail is sent, beside other senders and beside what the machine allows. docs/performance.md says what is measured, and what came of it.
//!
//! ```sh
//! cargo bench --bench send                          # three rounds; lists of 10,000, 100,000 and 1,000,000 readers
//! cargo bench --bench send -- 5 10000 100000        # five rounds; lists of these sizes
//! cargo bench --bench send -- make FOLDER 20000     # only make a publication with so many readers, to look at or to profile
//! ```
//!
//! Two of the senders are in this program itself, and it starts itself to let them run as processes of their own.

mod benchmark;
mod commit_latency;
mod contender;
mod disposable;
mod filled;
mod ground;
mod growth;
mod letter;
mod lettre_pool;
mod mailmerge;
mod promises;
mod publication;
mod raw;
mod retries;
mod run;
mod sender;
mod signing_rate;
mod sink;
mod summary;
mod table;

#[path = "../measuring/mod.rs"]
mod measuring;
#[path = "../publication_maker/mod.rs"]
mod publication_maker;

use std::error::Error;
use std::fs;
use std::path::Path;

use benchmark::Benchmark;
use publication::{Length, Publication, RETRY, Setting};

/// How often everybody runs, where nobody says otherwise.
const ROUNDS: usize = 3;
/// How many readers the lists have, where nobody says otherwise.
const SIZES: [u64; 3] = [10_000, 100_000, 1_000_000];

fn main() -> Result<(), Box<dyn Error>> {
    let words = measuring::words();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        ["raw", port, connections, messages, letter] => raw::send(
            port.parse()?,
            connections.parse()?,
            messages.parse()?,
            Path::new(letter),
        ),
        ["lettre", port, connections, messages, letter] => lettre_pool::send(
            port.parse()?,
            connections.parse()?,
            messages.parse()?,
            Path::new(letter),
        )
        .map_err(|error| error as Box<dyn Error>),
        ["make", folder, readers] => make(Path::new(folder), readers.parse()?),
        [] => benchmark(ROUNDS, SIZES.to_vec()),
        [rounds] => benchmark(rounds.parse()?, SIZES.to_vec()),
        [rounds, ref sizes @ ..] => {
            let sizes: Result<Vec<u64>, _> = sizes.iter().map(|size| size.parse()).collect();
            benchmark(rounds.parse()?, sizes?)
        }
    }
}

fn benchmark(rounds: usize, sizes: Vec<u64>) -> Result<(), Box<dyn Error>> {
    Benchmark { rounds, sizes }.run()
}

fn make(folder: &Path, readers: u64) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    let publication = Publication::make(folder, Length::Large)?;
    publication.set(Setting {
        port: 2525,
        connections: contender::NEAR_CONNECTIONS,
        signed: false,
        retry: RETRY,
    })?;
    Ok(publication.set_readers(readers)?)
}
