//! The lead, in the person's editor.

use crate::issue::count_words;
use crate::scaffold::Unanswered;

use super::wanted::{lead_wanted, words_told};
use super::{Answers, Editing, Interview};

/// What the editor's file begins with; goes out again before the lead is taken.
const MARK: &str = "<!-- digest new:";

impl Interview<'_> {
    /// Opens the editor on the lead. Where there is none, or it fails, the lead is left to be written in the draft.
    pub(super) fn lead(&mut self, answers: &mut Answers) -> Result<(), Unanswered> {
        if answers.lead.is_some() {
            return Ok(());
        }
        self.prompter.tell("");
        let lead = match self.editing.clone() {
            Editing::NoEditor => {
                self.prompter
                    .tell("neither VISUAL nor EDITOR is set: write the lead in the draft");
                String::new()
            }
            Editing::In(editor) => self.edited_lead(&editor)?,
        };
        answers.lead = Some(lead);
        self.journal.keep(answers)?;
        Ok(())
    }

    fn edited_lead(&mut self, editor: &str) -> Result<String, Unanswered> {
        let style = &self.publication.config.structure.lead;
        if !self
            .prompter
            .confirm(&format!("Write the lead now, in `{editor}`?"), true)?
        {
            return Ok(without_note(&self.journal.lead()?.unwrap_or_default()).to_owned());
        }
        if self.journal.lead()?.is_none() {
            let note = format!(
                "{MARK} {}. Write below this line, save, and close the editor. -->\n\n",
                lead_wanted(style)
            );
            self.journal.keep_lead(&note)?;
        }
        if let Err(message) = self.prompter.edit(editor, &self.journal.lead_path()) {
            self.prompter
                .tell(&format!("{message}: write the lead in the draft"));
        }
        let text = self.journal.lead()?.unwrap_or_default();
        let lead = without_note(&text).to_owned();
        self.prompter.tell(&words_told(count_words(&lead), style.words));
        Ok(lead)
    }
}

/// The lead without the note that stood above it.
pub(super) fn without_note(text: &str) -> &str {
    let text = text.trim_start_matches('\u{FEFF}').trim();
    let rest = text.strip_prefix(MARK).and_then(|rest| rest.split_once("-->"));
    rest.map_or(text, |(_, lead)| lead).trim()
}
