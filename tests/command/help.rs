//! docs/cli.md is what the program says of itself.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use clap::CommandFactory;
use digest_cli::command::Arguments;

const HEAD: &str = "# The command line\n\n\
    What `digest --help` and `digest COMMAND --help` print. This page is made from the program itself.\n";

#[test]
#[expect(clippy::disallowed_methods, reason = "a test may be told to write the page")]
fn the_page_of_commands_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/cli.md");
    let page = page();
    if std::env::var_os("BLESS").is_some() {
        digest_cli::foundation::replace(&path, page.as_bytes()).expect("docs/cli.md can be written");
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert!(written == page, "docs/cli.md is stale: run `just bless`");
}

#[test]
fn every_command_and_flag_says_what_it_does() {
    let mut command = Arguments::command();
    command.build();
    assert_documented(&command, "digest");
}

fn page() -> String {
    let mut command = Arguments::command().term_width(100);
    command.build();
    let mut page = HEAD.to_owned();
    write_chapter(&mut command, "digest", &mut page);
    page
}

/// One chapter a command; what can be said to every command is told once.
fn write_chapter(command: &mut clap::Command, name: &str, page: &mut String) {
    let help = command.render_long_help().to_string();
    let own = if name == "digest" {
        help.as_str()
    } else {
        help.split("\nGlobal options:").next().unwrap_or(&help)
    };
    let lines: Vec<&str> = own.trim_end().lines().map(str::trim_end).collect();
    let _ = write!(page, "\n## {name}\n\n```text\n{}\n```\n", lines.join("\n"));
    for inner in command
        .get_subcommands_mut()
        .filter(|inner| inner.get_name() != "help")
    {
        let name = format!("{name} {}", inner.get_name());
        write_chapter(inner, &name, page);
    }
}

fn assert_documented(command: &clap::Command, name: &str) {
    assert!(command.get_about().is_some(), "`{name}` says nothing of itself");
    for argument in command.get_arguments() {
        assert!(
            argument.get_help().is_some(),
            "`{name}`: `{}` says nothing of itself",
            argument.get_id()
        );
    }
    for inner in command
        .get_subcommands()
        .filter(|inner| inner.get_name() != "help")
    {
        assert_documented(inner, &format!("{name} {}", inner.get_name()));
    }
}
