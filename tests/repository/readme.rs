//! The README's commands run, and do what it says.

use std::fs;

use digest_cli::foundation::ExitStatus;

use super::source_tree::root;
use crate::support::{Program, SAMPLE_ISSUE};

/// The lines of every block of shell commands.
fn commands() -> Vec<String> {
    let readme = fs::read_to_string(root().join("README.md")).expect("there is a README");
    let mut lines = Vec::new();
    let mut inside = false;
    for line in readme.lines() {
        match line.trim() {
            "```sh" => inside = true,
            "```" => inside = false,
            command if inside => {
                lines.push(command.split(" # ").next().unwrap_or_default().trim().to_owned());
            }
            _ => {}
        }
    }
    lines
}

/// The repository's own publication, in a folder of its own.
fn own_publication() -> Program {
    let own = |path: &str| fs::read(root().join(path)).expect("the sample publication is complete");
    ["digest.yaml", "subscribers/weekly.csv", SAMPLE_ISSUE]
        .into_iter()
        .fold(Program::in_empty_folder(), |program, path| {
            program.file(path, own(path))
        })
}

#[test]
fn the_main_job_runs_as_the_readme_writes_it_and_sends_nothing_the_second_time() {
    let commands = commands();
    let main_job = commands
        .iter()
        .find_map(|command| command.strip_prefix("cargo run --release -- "))
        .expect("the README opens with the main job");
    let program = own_publication();
    let first = program.run(main_job.split_whitespace());
    assert_eq!(first.status, ExitStatus::Success, "{}", first.stderr);
    assert!(
        first.stdout.contains(".digest/sandbox/Maildir"),
        "{}",
        first.stdout
    );
    let again = program.run(main_job.split_whitespace());
    assert_eq!(again.status, ExitStatus::Success, "{}", again.stderr);
    assert!(again.stderr.contains("nothing to send"), "{}", again.stderr);
}

#[test]
fn a_newsletter_starts_as_the_readme_says() {
    let program = Program::in_empty_folder();
    let mut folder = String::new();
    let lines = commands();
    let started: Vec<&str> = lines
        .iter()
        .flat_map(|line| line.split(" && "))
        .filter(|command| command.starts_with("digest ") || command.starts_with("cd "))
        .collect();
    assert!(started.len() >= 4, "{started:?}");
    for command in started {
        if let Some(into) = command.strip_prefix("cd ") {
            into.clone_into(&mut folder);
            continue;
        }
        let draft = fs::read_dir(program.path(&folder).join("drafts"))
            .ok()
            .and_then(|mut drafts| drafts.next())
            .map(|entry| {
                format!(
                    "drafts/{}",
                    entry.expect("an entry").file_name().to_string_lossy()
                )
            });
        let command = command.replace("drafts/*.md", draft.as_deref().unwrap_or("drafts/*.md"));
        let arguments = command.split_whitespace().skip(1);
        let here: Vec<&str> = if folder.is_empty() {
            vec![]
        } else {
            vec!["-C", &folder]
        };
        let ran = program.run(here.into_iter().chain(arguments));
        assert_eq!(
            ran.status,
            ExitStatus::Success,
            "{command}: {}{}",
            ran.stdout,
            ran.stderr
        );
    }
}

#[test]
fn the_readme_names_no_file_that_is_not_there() {
    let readme = fs::read_to_string(root().join("README.md")).expect("there is a README");
    for (at, _) in readme.match_indices("](") {
        let target = readme[at + 2..].split([')', '#']).next().unwrap_or_default();
        if !target.is_empty() && !target.contains("://") {
            assert!(root().join(target).exists(), "README.md links to {target}");
        }
    }
}
