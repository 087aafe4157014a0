//! What was measured, as Markdown.

use crate::contender::Contender;
use crate::growth::Growth;
use crate::measuring::{megabytes, time};
use crate::retries::Retries;
use crate::run::{Run, exact};
use crate::sender::Sender;
use crate::summary::Summary;

/// What everybody came to.
pub(crate) fn of_runs(summaries: &[Summary]) -> String {
    let ratio = |rate: f64, to: Sender| {
        let other = summaries.iter().find(|other| other.contender.sender == to);
        other.map_or_else(String::new, |other| format!("{:.2}", rate / other.rate()))
    };
    let rows = summaries.iter().map(|summary| {
        let (least, greatest) = summary.range();
        format!(
            "| {} | {} | {} | {:.1} KB | {} | {}–{} | {} | {:.4} | {} | {} | {} |\n",
            summary.contender.sender.name(),
            summary.contender.connections,
            count(summary.contender.messages),
            summary.median(Run::size) / 1000.0,
            rounded(summary.rate()),
            rounded(least),
            rounded(greatest),
            rounded(summary.median(Run::whole_rate)),
            summary.median(Run::processor),
            megabytes(summary.memory()),
            ratio(summary.rate(), Sender::Raw),
            ratio(summary.rate(), Sender::SmtpSource),
        )
    });
    let head = "| | connections | messages | each | messages/s | least–most | start to exit | CPU s per 1,000 | peak memory | ÷ raw bound | ÷ smtp-source |\n\
                |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n";
    head.to_owned() + &rows.collect::<String>()
}

/// What `digest` did before it sent, and what it waited for while it sent.
pub(crate) fn of_digest<'a>(summaries: impl Iterator<Item = &'a Summary>) -> String {
    let own = summaries.filter(|summary| summary.contender.sender.is_digest());
    let rows = own.map(|summary| {
        let Contender {
            sender, connections, ..
        } = summary.contender;
        let append = summary.median(|run| run.append.unwrap_or(f64::NAN));
        format!(
            "| {}, {connections} connections | {} | {} | {} | {:.4} | {} | {:.2} |\n",
            sender.name(),
            time(summary.median(|run| run.tallied.before)),
            rounded(summary.median(|run| exact(run.tallied.messages) / run.tallied.before)),
            time(summary.median(|run| run.tallied.sending)),
            summary.median(|run| run.processor_sending().unwrap_or(f64::NAN)),
            time(append),
            summary.rate() * append / exact(connections as u64),
        )
    });
    let head = "| | to the first connection | rows/s | sending | CPU s per 1,000, sending | a page on the disk meanwhile | messages in that time ÷ connections |\n\
                |---|--:|--:|--:|--:|--:|--:|\n";
    head.to_owned() + &rows.collect::<String>()
}

/// What it costs to have more readers.
pub(crate) fn of_growth(sizes: &[Growth]) -> String {
    let rows = sizes.iter().map(|size| {
        let smallest = sizes.first().unwrap_or(size);
        format!(
            "| {} | {} | {} | {} | {:.4} | {:.2} | {:.4} | {} | {} | {} |\n",
            count(size.readers),
            time(size.median(|run| run.tallied.before)),
            rounded(size.planned()),
            rounded(size.median(Run::rate)),
            size.cost(),
            size.cost() / smallest.cost(),
            size.median(Run::processor),
            megabytes(size.memory()),
            time(size.again()),
            time(size.status()),
        )
    });
    let head = "| subscribers | to the first connection | rows/s | messages/s | CPU s per 1,000, sending | ÷ the smallest | with planning | peak memory | `send` again | `status` |\n\
                |--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n";
    head.to_owned() + &rows.collect::<String>()
}

/// What it costs to try again those of a long list that were put off.
pub(crate) fn of_retries(retries: &Retries, sizes: &[Growth]) -> String {
    let smallest = sizes.first().map_or(f64::NAN, Growth::cost);
    format!(
        "| subscribers | of them tried again | copies/s, start to exit | CPU s per 1,000 | ÷ a first try with the smallest | peak memory |\n\
         |--:|--:|--:|--:|--:|--:|\n\
         | {} | {} | {} | {:.4} | {:.2} | {} |\n",
        count(retries.readers),
        count(retries.copies()),
        rounded(retries.rate()),
        retries.cost(),
        retries.cost() / smallest,
        megabytes(retries.memory()),
    )
}

/// A rate to three figures, as more would be chance.
pub(crate) fn rounded(rate: f64) -> String {
    let unit = 10_f64.powf((rate.log10().floor() - 2.0).max(0.0));
    grouped(&format!("{:.0}", (rate / unit).round() * unit))
}

/// A count with its thousands parted.
pub(crate) fn count(count: u64) -> String {
    grouped(&count.to_string())
}

fn grouped(digits: &str) -> String {
    let groups: Vec<&str> = digits
        .as_bytes()
        .rchunks(3)
        .rev()
        .filter_map(|group| std::str::from_utf8(group).ok())
        .collect();
    groups.join(",")
}
