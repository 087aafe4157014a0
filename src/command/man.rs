//! `digest man`

use std::fs;
use std::path::{Path, PathBuf};

use clap::CommandFactory;
use clap_mangen::Man as Page;

use crate::foundation::{ExitStatus, Failure, plural};

use super::output_file::write_output;
use super::{Arguments, Context};

/// Print the manual page, or write the pages of all commands into a folder
#[derive(Debug, clap::Args)]
pub struct Man {
    /// Write digest.1 and a page for each command into this folder; made where there is none
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
}

impl Man {
    pub(super) fn run(self, context: &mut Context) -> Result<ExitStatus, Failure> {
        let mut command = Arguments::command().disable_help_subcommand(true);
        command.build();
        match self.output {
            Some(folder) => write_pages(&command, &folder, context)?,
            None => context.console.out(text(&page(&command))?)?,
        }
        Ok(ExitStatus::Success)
    }
}

fn write_pages(command: &clap::Command, shown: &Path, context: &mut Context) -> Result<(), Failure> {
    let folder = context.path(shown);
    fs::create_dir_all(&folder)
        .map_err(|error| Failure::new(format!("`{}` cannot be made: {error}", shown.display())))?;
    let pages = pages(command);
    for page in &pages {
        let name = page.get_filename();
        write_output(&folder.join(&name), &shown.join(&name), text(page)?.as_bytes())?;
    }
    let written = plural(pages.len(), "page");
    context
        .console
        .tell(format_args!("{written} written to {}", shown.display()));
    Ok(())
}

/// The page of a command, and those of the commands below it.
fn pages(command: &clap::Command) -> Vec<Page> {
    let below = command.get_subcommands().flat_map(pages);
    std::iter::once(page(command)).chain(below).collect()
}

fn page(command: &clap::Command) -> Page {
    // Commands have no version of their own; the program's stands at the foot of every page.
    Page::new(command.clone()).source(concat!("digest ", env!("CARGO_PKG_VERSION")))
}

fn text(page: &Page) -> Result<String, Failure> {
    let mut text = Vec::new();
    page.render(&mut text)
        .map_err(|error| Failure::new(format!("the manual page cannot be made: {error}")))?;
    // What stands after the help has no heading of its own there, and gets one that manual pages know.
    Ok(String::from_utf8_lossy(&text).replacen("\n.SH EXTRA\nExit status: ", "\n.SH \"EXIT STATUS\"\n", 1))
}
