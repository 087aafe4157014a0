//! `digest completions`

use std::io::Write as _;
use std::process::{Command, Stdio};

use clap::CommandFactory;
use digest_cli::command::Arguments;

use crate::support::Program;

const SHELLS: [&str; 5] = ["bash", "zsh", "fish", "elvish", "powershell"];

fn script(shell: &str) -> String {
    let ran = Program::in_empty_folder().run(["completions", shell]).success();
    assert_eq!(ran.stderr, "");
    ran.stdout
}

#[test]
fn every_shell_is_told_every_command_and_every_flag_of_check() {
    let command = Arguments::command();
    let commands: Vec<&str> = command.get_subcommands().map(clap::Command::get_name).collect();
    assert!(commands.contains(&"completions"), "{commands:?}");
    let check = command.find_subcommand("check").expect("it is there");
    let flags: Vec<&str> = check.get_arguments().filter_map(clap::Arg::get_long).collect();
    assert!(flags.contains(&"baseline"), "{flags:?}");
    for shell in SHELLS {
        let script = script(shell);
        let words: Vec<&str> = script
            .split(|c: char| !c.is_ascii_alphanumeric() && c != '-')
            .map(|word| word.trim_start_matches('-'))
            .collect();
        for name in commands.iter().chain(&flags) {
            assert!(words.contains(name), "{shell} is not told of `{name}`");
        }
    }
}

#[test]
#[cfg(unix)]
fn bash_reads_its_script() {
    let mut bash = Command::new("bash")
        .arg("-n")
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("bash is installed");
    let mut pipe = bash.stdin.take().expect("a pipe");
    pipe.write_all(script("bash").as_bytes()).expect("bash reads");
    drop(pipe);
    let output = bash.wait_with_output().expect("bash ends");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.is_empty(), "{said}");
}
