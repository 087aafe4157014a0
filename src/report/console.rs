//! Where everything is printed: data to standard output, all else to standard error.

use std::fmt::Display;
use std::io::{self, ErrorKind, Read, Write};
use std::path::Path;

use crate::foundation::{Environment, ExitStatus, Failure, Terminal};

use super::{ColorWhen, Look, follows_links};

/// The three streams of a process, or what stands for them in a test.
pub struct Streams {
    /// Standard input.
    pub input: Box<dyn Read + Send>,
    /// Standard output, for data.
    pub out: Box<dyn Write + Send>,
    /// Standard error, for everything else.
    pub err: Box<dyn Write + Send>,
}

/// How much is told besides data and errors.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verbosity {
    /// Errors and warnings only.
    Quiet,
    /// What was done.
    #[default]
    Normal,
    /// What is being done.
    Verbose,
}

/// The one way to print.
pub struct Console {
    streams: Streams,
    terminal: Terminal,
    color_out: bool,
    color_err: bool,
    verbosity: Verbosity,
    closed: bool,
}

impl Console {
    /// A console without colour that tells what is done; [`Console::set_up`] gives it what the person asked for.
    pub fn new(streams: Streams, terminal: Terminal) -> Self {
        Self {
            streams,
            terminal,
            color_out: false,
            color_err: false,
            verbosity: Verbosity::Normal,
            closed: false,
        }
    }

    /// Settles colours and how much is told. `NO_COLOR` (set to anything) and `TERM=dumb` mean no colour unless it was asked for.
    pub fn set_up(&mut self, color: ColorWhen, verbosity: Verbosity, environment: &Environment) {
        let plain =
            environment.variable("NO_COLOR").is_some() || environment.variable("TERM") == Some("dumb");
        let colors = |is_terminal: bool| match color {
            ColorWhen::Always => true,
            ColorWhen::Never => false,
            ColorWhen::Auto => is_terminal && !plain,
        };
        self.color_out = colors(self.terminal.output);
        self.color_err = colors(self.terminal.error);
        self.verbosity = verbosity;
    }

    /// Prints data, exactly as it is. A closed pipe is a failure that ends the program quietly.
    pub fn out(&mut self, text: impl Display) -> Result<(), Failure> {
        let written = write!(self.streams.out, "{text}");
        self.settled(written)
    }

    /// Prints a line of data.
    pub fn out_line(&mut self, line: impl Display) -> Result<(), Failure> {
        let written = writeln!(self.streams.out, "{line}");
        self.settled(written)
    }

    /// Prints data that something else writes.
    pub fn out_with(&mut self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
        let written = write(&mut self.streams.out);
        self.settled(written)
    }

    /// Prints text for the person, however quiet it should be: errors, findings, questions. There is nobody to tell where this fails.
    pub fn err(&mut self, text: impl Display) {
        // Data that was printed before stands before it on a terminal too.
        let _ = self.flush();
        let _ = write!(self.streams.err, "{text}");
        let _ = self.streams.err.flush();
    }

    /// Tells what was done: a line for the person, unless it should be quiet.
    pub fn tell(&mut self, line: impl Display) {
        if self.verbosity >= Verbosity::Normal {
            self.err(format_args!("{line}\n"));
        }
    }

    /// Tells what is being done, where `--verbose` asks for it.
    pub fn detail(&mut self, line: impl Display) {
        if self.verbosity >= Verbosity::Verbose {
            self.err(format_args!("{line}\n"));
        }
    }

    /// Warns of something that stops nothing; also where it should be quiet.
    pub fn warn(&mut self, message: impl Display) {
        let label = super::label("warning", anstyle::AnsiColor::Yellow, self.color_err);
        self.err(format_args!("{label} {message}\n"));
    }

    /// Everything on standard input, up to its end.
    pub fn read_input(&mut self) -> Result<Vec<u8>, Failure> {
        let mut bytes = Vec::new();
        let read = self.streams.input.read_to_end(&mut bytes);
        read.map_err(|error| Failure::new(format!("standard input cannot be read: {error}")))?;
        Ok(bytes)
    }

    /// Hands on what was printed.
    pub fn flush(&mut self) -> Result<(), Failure> {
        let flushed = self.streams.out.flush();
        self.settled(flushed)
    }

    /// Whether nobody reads standard output any more.
    pub fn is_closed(&self) -> bool {
        self.closed
    }

    /// Whether data is printed in colour.
    pub fn colors_out(&self) -> bool {
        self.color_out
    }

    /// Whether everything else is printed in colour.
    pub fn colors_err(&self) -> bool {
        self.color_err
    }

    /// How findings are to be drawn on standard output.
    pub fn look_out(&self) -> Look<'static> {
        Look {
            color: self.color_out,
            width: self.terminal.width,
            linked_from: None,
        }
    }

    /// How findings are to be drawn on standard output, their places as links where the terminal is known to follow them; paths count
    /// from `folder`.
    pub fn look_out_linked<'a>(&self, folder: &'a Path, environment: &Environment) -> Look<'a> {
        let linked = self.color_out && self.terminal.output && follows_links(environment);
        Look {
            linked_from: linked.then_some(folder),
            ..self.look_out()
        }
    }

    /// How findings are to be drawn on standard error.
    pub fn look_err(&self) -> Look<'static> {
        Look {
            color: self.color_err,
            width: self.terminal.width,
            linked_from: None,
        }
    }

    /// How much is told.
    pub fn verbosity(&self) -> Verbosity {
        self.verbosity
    }

    /// Which streams are a terminal.
    pub fn terminal(&self) -> Terminal {
        self.terminal
    }

    fn settled(&mut self, written: io::Result<()>) -> Result<(), Failure> {
        written.map_err(|error| {
            if error.kind() == ErrorKind::BrokenPipe {
                self.closed = true;
                return Failure::new("standard output was closed").with_status(ExitStatus::Success);
            }
            Failure::new(format!("standard output cannot be written: {error}"))
        })
    }
}

impl std::fmt::Debug for Console {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Console")
            .field("terminal", &self.terminal)
            .field("verbosity", &self.verbosity)
            .finish_non_exhaustive()
    }
}
