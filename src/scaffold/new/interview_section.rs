//! The bullets, one by one.

use crate::foundation::plural;
use crate::issue::count_words;
use crate::publication::{SectionKind, SectionStyle};
use crate::scaffold::{Question, Unanswered};

use super::given::one_line;
use super::wanted::{section_wanted, words_told};
use super::{Answers, Interview};

impl Interview<'_> {
    /// Asks for the bullets of every section of bullets; sections of another kind are written in the file.
    pub(super) fn sections(&mut self, answers: &mut Answers) -> Result<(), Unanswered> {
        let styles = &self.publication.config.structure.sections;
        for style in styles.iter().filter(|style| style.kind == SectionKind::Bullets) {
            self.bullets(style, answers)?;
        }
        Ok(())
    }

    fn bullets(&mut self, style: &SectionStyle, answers: &mut Answers) -> Result<(), Unanswered> {
        if answers.section_mut(&style.id).finished {
            return Ok(());
        }
        self.prompter.tell("");
        self.prompter.tell(&format!(
            "{}: {}. An empty answer ends the section.",
            style.heading,
            section_wanted(style)
        ));
        let most = style.bullets.and_then(|bullets| bullets.most);
        loop {
            let count = answers.section_mut(&style.id).bullets.len();
            if most.is_some_and(|most| count >= most) {
                break;
            }
            let prompt = match most {
                Some(most) => format!("Bullet {} of {most}", count + 1),
                None => format!("Bullet {}", count + 1),
            };
            let answer = self.prompter.text(&Question::new(&prompt).optional())?;
            let bullet = without_marker(&one_line(&answer)).to_owned();
            if bullet.is_empty() {
                break;
            }
            let words = count_words(&bullet);
            answers.section_mut(&style.id).bullets.push(bullet);
            self.journal.keep(answers)?;
            self.prompter.tell(&told(words, style));
        }
        self.end_section(style, answers)
    }

    fn end_section(&mut self, style: &SectionStyle, answers: &mut Answers) -> Result<(), Unanswered> {
        let section = answers.section_mut(&style.id);
        section.finished = true;
        let count = section.bullets.len();
        self.journal.keep(answers)?;
        let skipped = count == 0 && style.optional;
        if let Some(wanted) = style.bullets.filter(|wanted| !wanted.allows(count) && !skipped) {
            self.prompter.tell(&format!(
                "{}, wanted {wanted}: the rest can be written in the file",
                plural(count, "bullet")
            ));
        }
        Ok(())
    }
}

fn told(words: usize, style: &SectionStyle) -> String {
    let told = words_told(words, style.words);
    match style.words {
        Some(wanted) if !wanted.allows(words) => {
            format!("{told}: kept as it is, `digest check` will ask for a change")
        }
        _ => told,
    }
}

/// A bullet that was pasted brings its mark along; the draft has its own.
fn without_marker(text: &str) -> &str {
    let marks = ["- ", "* ", "+ ", "• ", "– ", "— "];
    marks
        .iter()
        .find_map(|mark| text.strip_prefix(mark))
        .unwrap_or(text)
        .trim_start()
}
