//! How long `digest check` takes, beside other linters. docs/performance.md says what is measured, and what came of it.
//!
//! ```sh
//! cargo bench --bench check                     # five rounds
//! cargo bench --bench check -- 9                # nine
//! cargo bench --bench check -- make FOLDER 20   # only make a publication of 20 issues, to look at or to profile
//! ```

mod contender;
mod promises;
mod summary;
mod table;

#[path = "../measuring/mod.rs"]
mod measuring;
#[path = "../publication_maker/mod.rs"]
mod publication_maker;

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::Command;

use contender::{Contender, contenders};
use measuring::{described, of_promises};
use publication_maker::PublicationMaker;
use summary::Summary;

/// How many issues the large publication has.
const ISSUES: u64 = 600;
/// How many bytes an issue has.
const BYTES: usize = 20_000;
/// How often each contender runs, where nobody says otherwise.
const ROUNDS: usize = 5;

fn main() -> Result<(), Box<dyn Error>> {
    let words = measuring::words();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        [] => measure(ROUNDS),
        ["make", folder, issues] => make(Path::new(folder), issues.parse()?),
        [rounds] => measure(rounds.parse()?),
        _ => Err("usage: cargo bench --bench check -- [ROUNDS | make FOLDER ISSUES]".into()),
    }
}

fn make(folder: &Path, issues: u64) -> Result<(), Box<dyn Error>> {
    let maker = PublicationMaker { issues, bytes: BYTES };
    maker.make(folder)?;
    // A newsroom keeps its publication in git, and the check asks git. Where there is no git, it is done without.
    let _git = Command::new("git")
        .args(["init", "--quiet"])
        .current_dir(folder)
        .status();
    Ok(())
}

#[expect(clippy::print_stdout, reason = "what it measures is told on the terminal")]
fn measure(rounds: usize) -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let (large, small) = (folder.path().join("large"), folder.path().join("small"));
    for (folder, issues) in [(&large, ISSUES), (&small, 1)] {
        fs::create_dir(folder)?;
        make(folder, issues)?;
    }
    let contenders = contenders(&large, &small)?;
    println!("{}\n", described());
    let summaries = run(&contenders, rounds)?;
    println!("{}", table::of_times(&summaries));
    println!("{}", of_promises(&promises::held(&summaries)));
    println!("{}", described());
    Ok(())
}

/// Lets everybody run in turn, so that what else the machine does falls on all alike. A first round warms the caches and does not count.
fn run(contenders: &[Contender], rounds: usize) -> Result<Vec<Summary>, Box<dyn Error>> {
    let mut summaries: Vec<Summary> = contenders.iter().map(Summary::of).collect();
    for round in 0..=rounds {
        for (contender, summary) in contenders.iter().zip(&mut summaries) {
            let measured = contender.run()?;
            if round > 0 {
                summary.add(measured);
            }
        }
    }
    Ok(summaries)
}
