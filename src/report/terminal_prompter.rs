//! Questions on a terminal.

use std::io::{self, ErrorKind};
use std::path::Path;
use std::process::{Command, Stdio};

use console::{Term, measure_text_width};
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

    /// Puts the answer in place of what was typed. A long one has filled several rows, of which dialoguer clears the last alone.
    fn show_answer(&self, prompt: &str, answer: &str) {
        let (mut asked, mut answered) = (String::new(), String::new());
        let formatted = self
            .theme
            .format_input_prompt(&mut asked, prompt, None)
            .and_then(|()| {
                self.theme
                    .format_input_prompt_selection(&mut answered, prompt, answer)
            });
        if formatted.is_ok() {
            let columns = usize::from(self.term.size().1).max(1);
            let typed = measure_text_width(&asked) + measure_text_width(answer);
            let _ = self.term.clear_last_lines(typed.saturating_sub(1) / columns);
            let _ = self.term.write_line(&answered);
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
        let input = Input::<String>::with_theme(self.theme.as_ref())
            .with_prompt(question.prompt)
            .allow_empty(question.optional)
            .validate_with(|answer: &String| (question.check)(answer.trim()));
        let answer = if let Some(default) = &question.default {
            self.settled(input.default(default.clone()).interact_text_on(&self.term))?
        } else {
            let answer = self.settled(input.report(false).interact_text_on(&self.term))?;
            self.show_answer(question.prompt, &answer);
            answer
        };
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
