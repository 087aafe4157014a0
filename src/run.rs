//! Arguments and environment in, exit status out; the one place that reads the process and the one that prints an error.

use std::ffi::OsString;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;

use crate::command::{Arguments, Context};
use crate::foundation::{Clock, Environment, ExitStatus, Failure, Interrupt, Terminal};
use crate::report::{Console, Streams, Verbosity, failure_text};

/// Runs the program for this process: its arguments, its environment, its streams.
pub fn run_process() -> ExitStatus {
    let environment = match environment_of_process() {
        Ok(environment) => environment,
        Err(failure) => {
            let _ = writeln!(io::stderr(), "error: {failure}");
            return failure.status;
        }
    };
    watch_signals(environment.interrupt.clone());
    let console = Console::new(
        Streams {
            input: Box::new(io::stdin()),
            out: Box::new(BufWriter::new(io::stdout())),
            err: Box::new(io::stderr()),
        },
        environment.terminal,
    );
    run(std::env::args_os().collect(), environment, console)
}

/// Runs the program. `arguments` begin with the program's own name, as a process gets them.
pub fn run(arguments: Vec<OsString>, mut environment: Environment, mut console: Console) -> ExitStatus {
    let color = Arguments::color_asked_for(&arguments);
    let arguments = match Arguments::read(arguments, &environment) {
        Ok(arguments) => arguments,
        Err(answer) => {
            console.set_up(color, Verbosity::Normal, &environment);
            return show_answer(&answer, &mut console);
        }
    };
    let options = arguments.options;
    console.set_up(options.color, options.verbosity(), &environment);
    let moved = options
        .directory
        .as_ref()
        .map_or(Ok(()), |directory| move_to(directory, &mut environment));
    let mut context = Context {
        environment,
        console,
        options,
    };
    let result = moved.and_then(|()| arguments.command.run(&mut context));
    finish(result, &mut context.console)
}

/// `-C DIR`.
fn move_to(directory: &Path, environment: &mut Environment) -> Result<(), Failure> {
    let wanted = environment.directory.join(directory);
    let found = wanted.canonicalize().ok().filter(|folder| folder.is_dir());
    let Some(folder) = found else {
        return Err(
            Failure::new(format!("there is no folder `{}`", directory.display()))
                .hinted("`-C` names the folder to start in; `digest init DIR` makes a new publication"),
        );
    };
    environment.directory = folder;
    Ok(())
}

/// Help, version, or what is wrong with the arguments.
fn show_answer(answer: &clap::Error, console: &mut Console) -> ExitStatus {
    let text = answer.render();
    let for_people = |color: bool| {
        if color {
            text.ansi().to_string()
        } else {
            text.to_string()
        }
    };
    if answer.use_stderr() {
        console.err(for_people(console.colors_err()));
        return ExitStatus::CannotStart;
    }
    let shown = console.out(for_people(console.colors_out()));
    finish(shown.map(|()| ExitStatus::Success), console)
}

fn finish(result: Result<ExitStatus, Failure>, console: &mut Console) -> ExitStatus {
    let flushed = console.flush();
    let result = match flushed {
        Err(failure) if failure.status != ExitStatus::Success => result.and(Err(failure)),
        // That nobody reads any more is no fault of the work: it ends as it would have.
        _ => result,
    };
    match result {
        Ok(status) => status,
        Err(failure) => {
            if failure.status != ExitStatus::Success {
                console.err(failure_text(&failure, console.look_err()));
            }
            failure.status
        }
    }
}

/// What the process was given. A variable that is not Unicode is taken for what of it is.
#[expect(
    clippy::disallowed_methods,
    reason = "the one place that reads the environment"
)]
fn environment_of_process() -> Result<Environment, Failure> {
    let directory = std::env::current_dir()
        .map_err(|error| Failure::new(format!("the current folder cannot be found: {error}")))?;
    let variables = std::env::vars_os()
        .map(|(name, value)| {
            (
                name.to_string_lossy().into_owned(),
                value.to_string_lossy().into_owned(),
            )
        })
        .collect();
    Ok(Environment {
        variables,
        directory,
        terminal: Terminal {
            input: io::stdin().is_terminal(),
            output: io::stdout().is_terminal(),
            error: io::stderr().is_terminal(),
            width: console::Term::stderr().size_checked().map(|(_, columns)| columns),
        },
        clock: Clock::system(),
        interrupt: Interrupt::new(),
    })
}

/// Counts Ctrl-C, SIGTERM and SIGHUP, and ends the process where its work may be cut off.
fn watch_signals(interrupt: Interrupt) {
    let watched = ctrlc::set_handler(move || {
        interrupt.raise();
        interrupt.end_at_once(leave);
    });
    // Without a handler the signals do what they do by themselves: they end the process.
    drop(watched);
}

/// Ends the process from the signal handler's thread: a question that waits for a key cannot be woken in any other way.
#[expect(
    clippy::exit,
    reason = "the main thread is blocked in a question or may be cut off"
)]
fn leave(words: &str) {
    // Questions hide the cursor, and leave it hidden when they are cut off.
    let terminal = console::Term::stderr();
    if terminal.is_term() {
        let _ = terminal.show_cursor();
    }
    let _ = write!(io::stderr(), "{words}");
    std::process::exit(i32::from(u8::from(ExitStatus::Declined)));
}
