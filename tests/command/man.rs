//! `digest man`

use std::collections::BTreeSet;

use clap::CommandFactory;
use digest_cli::command::Arguments;

use crate::support::Program;

/// The file names of a command's page and of those below it.
fn names(command: &clap::Command, name: &str) -> BTreeSet<String> {
    let below = command
        .get_subcommands()
        .flat_map(|inner| names(inner, &format!("{name}-{}", inner.get_name())));
    below.chain([format!("{name}.1")]).collect()
}

/// The sections of a page, in order: the heading, and what stands below it.
fn sections(page: &str) -> Vec<(&str, &str)> {
    let sections = page.split("\n.SH ").skip(1);
    sections
        .map(|section| section.split_once('\n').unwrap_or((section, "")))
        .collect()
}

#[test]
fn every_command_has_a_page_without_an_empty_section() {
    let program = Program::in_empty_folder();
    let ran = program.run(["man", "-o", "share/man1"]).success();
    let expected = names(&Arguments::command(), "digest");
    assert!(expected.len() > 20, "{expected:?}");
    let written: BTreeSet<String> = ran
        .files
        .iter()
        .filter_map(|path| path.strip_prefix("share/man1/"))
        .map(str::to_owned)
        .collect();
    assert_eq!(written, expected);
    assert_eq!(
        (ran.stdout.as_str(), ran.stderr),
        ("", format!("{} pages written to share/man1\n", expected.len()))
    );
    for name in expected {
        let page = program.text(&format!("share/man1/{name}"));
        let sections = sections(&page);
        let headings: Vec<&str> = sections.iter().map(|(heading, _)| *heading).collect();
        assert_eq!(headings[..3], ["NAME", "SYNOPSIS", "DESCRIPTION"], "{name}");
        assert!(headings.contains(&"\"GLOBAL OPTIONS\""), "{name}: {headings:?}");
        for (heading, body) in sections {
            let said = body
                .lines()
                .any(|line| !line.starts_with('.') && !line.trim().is_empty());
            assert!(said, "{name}: {heading} is empty");
        }
    }
}

#[test]
fn without_a_folder_the_page_of_the_program_is_printed() {
    let program = Program::in_empty_folder();
    let ran = program.run(["man"]).success();
    let sections = sections(&ran.stdout);
    let commands = Arguments::command();
    let listed = sections.iter().find(|(heading, _)| *heading == "SUBCOMMANDS");
    let (_, listed) = listed.expect("the commands are listed");
    for command in commands.get_subcommands() {
        let name = command.get_name().replace('-', "\\-");
        assert!(
            listed.contains(&format!("digest\\-{name}(1)\n")),
            "{name}: {listed}"
        );
    }
    let (_, status) = sections
        .iter()
        .find(|(heading, _)| *heading == "\"EXIT STATUS\"")
        .expect("the exit status is told");
    assert!(status.starts_with("0 done"), "{status}");
    assert!(ran.files.is_empty(), "{:?}", ran.files);
}

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let program = Program::in_empty_folder().file("taken", "");
    let ran = program.run(["man", "-o", "taken"]);
    assert!(
        ran.stderr.starts_with("error: `taken` cannot be made: "),
        "{}",
        ran.stderr
    );
}
