//! The lead, in the person's editor.

use crate::issue::count_words;
use crate::scaffold::Unanswered;

use super::wanted::{lead_wanted, words_told};
use super::{Answers, Editing, Interview};

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
        let question = format!("Write the lead now, in `{editor}`?");
        if !self.prompter.confirm(&question, true)? {
            return Ok(self.journal.lead()?.unwrap_or_default());
        }
        if self.journal.lead()?.is_none() {
            self.journal.begin_lead(&lead_wanted(style))?;
        }
        if let Err(message) = self.prompter.edit(editor, &self.journal.lead_path()) {
            self.prompter
                .tell(&format!("{message}: write the lead in the draft"));
        }
        let lead = self.journal.lead()?.unwrap_or_default();
        self.prompter.tell(&words_told(count_words(&lead), style.words));
        Ok(lead)
    }
}
