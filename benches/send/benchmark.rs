//! The benchmark from beginning to end.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::thread;

use crate::commit_latency::CommitLatency;
use crate::contender::{Contender, far, near, tell_missing};
use crate::ground::Ground;
use crate::growth::Growth;
use crate::measuring::{described, median, of_promises, time};
use crate::promises::{self, Allowed};
use crate::publication::{Length, Publication};
use crate::retries::Retries;
use crate::signing_rate::signing_rate;
use crate::summary::Summary;
use crate::table::{count, of_digest, of_growth, of_retries, of_runs, rounded};

/// What is to be measured.
pub(crate) struct Benchmark {
    /// How often everybody runs.
    pub(crate) rounds: usize,
    /// How many readers the lists have whose growth is measured, the smallest first.
    pub(crate) sizes: Vec<u64>,
}

impl Benchmark {
    /// Measures, and tells what came of it.
    #[expect(clippy::print_stdout, reason = "what it measures is told on the terminal")]
    pub(crate) fn run(&self) -> Result<(), Box<dyn Error>> {
        // On the disk on which people build, as the machine's folder for temporary files may be in memory.
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
        println!("{}\n", described());
        tell_missing();
        let ground = Ground::make(folder.path())?;
        let (mut near, mut far) = (summaries(near()), summaries(far()));
        let mut sizes: Vec<Growth> = self.sizes.iter().copied().map(Growth::to).collect();
        let mut retries = self.sizes.last().copied().map(Retries::among);
        let growing = growing(folder.path())?;
        let (mut latencies, mut rates) = (Vec::new(), Vec::new());
        for _ in 0..self.rounds {
            latencies.push(CommitLatency::of(&ground.publication.folder)?);
            rates.push(signing_rate(ground.letter.bytes)?);
            run(&mut near, &ground)?;
            run(&mut far, &ground)?;
            for size in &mut sizes {
                tell(&format!("{} readers", count(size.readers)));
                size.run(&growing)?;
            }
            if let Some(retries) = &mut retries {
                tell(&format!("{} of them tried again", count(retries.copies())));
                retries.run(&growing)?;
            }
        }
        let allowed = Allowed {
            latency: CommitLatency {
                append: median(latencies.iter().map(|latency| latency.append)),
                commit: median(latencies.iter().map(|latency| latency.commit)),
            },
            signing: median(rates),
            cores: thread::available_parallelism()?.get(),
        };
        println!("To a relay nearby:\n\n{}", of_runs(&near));
        println!("At a round trip of 20 ms:\n\n{}", of_runs(&far));
        println!(
            "`digest` before and while it sends:\n\n{}",
            of_digest(near.iter().chain(&far))
        );
        println!("More subscribers, small messages:\n\n{}", of_growth(&sizes));
        if let Some(retries) = &retries {
            println!(
                "Copies put off at first, far apart, and tried again:\n\n{}",
                of_retries(retries, &sizes)
            );
        }
        println!("{}\n", described_limits(allowed));
        let promises = [
            promises::near(&near, allowed),
            promises::far(&far),
            promises::growth(&sizes),
            promises::retries(retries.as_ref(), &sizes),
        ];
        println!(
            "{}",
            of_promises(&promises.into_iter().flatten().collect::<Vec<_>>())
        );
        println!("{}", described());
        Ok(())
    }
}

fn growing(folder: &Path) -> Result<Publication, Box<dyn Error>> {
    let folder = folder.join("growing");
    fs::create_dir(&folder)?;
    Publication::make(&folder, Length::Small)
}

fn summaries(contenders: Vec<Contender>) -> Vec<Summary> {
    contenders.into_iter().map(Summary::of).collect()
}

/// Lets everybody run in turn, so that what else the machine does falls on all alike.
fn run(summaries: &mut [Summary], ground: &Ground) -> Result<(), Box<dyn Error>> {
    for summary in summaries {
        let run = summary.contender.run(ground)?;
        let name = summary.contender.sender.name();
        tell(&format!("{name}: {} messages/s", rounded(run.rate())));
        summary.add(run);
    }
    Ok(())
}

/// It takes minutes: whoever waits sees how far it is.
#[expect(clippy::print_stderr, reason = "progress is told on the terminal")]
fn tell(line: &str) {
    eprintln!("{line}");
}

fn described_limits(allowed: Allowed) -> String {
    format!(
        "The disk keeps a page appended to a file after {}, and 32 changed rows of a database after {} (before each round, medians); \
         one core makes {} DKIM signatures a second.",
        time(allowed.latency.append),
        time(allowed.latency.commit),
        rounded(allowed.signing),
    )
}
