//! Questions on a terminal.

use std::io::{self, ErrorKind};
use std::path::Path;
use std::process::{Command, Stdio};

use console::Term;
use dialoguer::theme::{ColorfulTheme, SimpleTheme, Theme};
use dialoguer::{Confirm, FuzzySelect, Input, MultiSelect};

use crate::foundation::Failure;
use crate::scaffold::{Prompter, Question, Unanswered};

/// Asks on the terminal, by way of standard error: standard output is for data.
pub struct TerminalPrompter {
    term: Term,
    theme: Box<dyn Theme>,
}

impl TerminalPrompter {
    /// One for a process that has a terminal; [`crate::foundation::Terminal::is_interactive`] tells whether it has.
    pub fn new(colors: bool) -> Self {
        console::set_colors_enabled_stderr(colors);
        let theme: Box<dyn Theme> = if colors {
            Box::new(ColorfulTheme::default())
        } else {
            Box::new(SimpleTheme)
        };
        Self {
            term: Term::stderr(),
            theme,
        }
    }

    fn settled<T>(&self, answer: dialoguer::Result<T>) -> Result<T, Unanswered> {
        answer.map_err(|dialoguer::Error::IO(error)| {
            // Menus hide the cursor, and leave it hidden when they are cut off.
            let _ = self.term.show_cursor();
            match error.kind() {
                ErrorKind::Interrupted | ErrorKind::UnexpectedEof => Unanswered::Interrupted,
                _ => Unanswered::Failed(Failure::new(format!("the terminal cannot be asked: {error}"))),
            }
        })
    }
}

impl Prompter for TerminalPrompter {
    fn text(&mut self, question: &Question<'_>) -> Result<String, Unanswered> {
        let mut input = Input::<String>::with_theme(self.theme.as_ref())
            .with_prompt(question.prompt)
            .allow_empty(question.optional)
            .validate_with(|answer: &String| (question.check)(answer.trim()));
        if let Some(default) = &question.default {
            input = input.default(default.clone());
        }
        let answer = self.settled(input.interact_text_on(&self.term))?;
        Ok(answer.trim().to_owned())
    }

    fn confirm(&mut self, prompt: &str, default: bool) -> Result<bool, Unanswered> {
        let confirm = Confirm::with_theme(self.theme.as_ref())
            .with_prompt(prompt)
            .default(default);
        self.settled(confirm.interact_on(&self.term))
    }

    fn choose(&mut self, prompt: &str, items: &[String]) -> Result<usize, Unanswered> {
        let select = FuzzySelect::with_theme(self.theme.as_ref())
            .with_prompt(prompt)
            .items(items)
            .default(0);
        self.settled(select.interact_on(&self.term))
    }

    fn choose_several(
        &mut self,
        prompt: &str,
        items: &[String],
        chosen: &[bool],
    ) -> Result<Vec<usize>, Unanswered> {
        let select = MultiSelect::with_theme(self.theme.as_ref())
            .with_prompt(prompt)
            .items(items)
            .defaults(chosen);
        self.settled(select.interact_on(&self.term))
    }

    fn edit(&mut self, editor: &str, path: &Path) -> Result<(), String> {
        let status = editor_command(editor, path).status();
        match status {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(format!("`{editor}` ended badly ({status})")),
            Err(error) => Err(format!("`{editor}` cannot be started: {error}")),
        }
    }

    fn tell(&mut self, line: &str) {
        let _ = self.term.write_line(line);
    }
}

/// An editor's command line may hold arguments (`code --wait`), so the shell takes it apart, as git has it. Its output goes to the
/// terminal although ours may go to a file.
fn editor_command(editor: &str, path: &Path) -> Command {
    let mut command = if cfg!(windows) {
        let mut words = editor.split_whitespace();
        let mut command = Command::new(words.next().unwrap_or(editor));
        command.args(words);
        command
    } else {
        let mut command = Command::new("sh");
        command.arg("-c").arg(format!("{editor} \"$@\"")).arg(editor);
        command
    };
    command.arg(path).stdout(Stdio::from(io::stderr()));
    command
}
