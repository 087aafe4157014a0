//! A form's template taken apart.

use std::ops::Range;

use super::plain_condition::PlainCondition;
use super::step::{Choice, Step};

/// A form's steps, and the templates that they name: each with where it stands in the whole.
pub(super) type Taken = (Vec<Step>, Vec<(String, Range<usize>)>);

/// Collects the steps of a form while its template is written: what needs no template as it is, and each stretch that does as a template of its own.
#[derive(Debug, Default)]
pub(super) struct Steps {
    /// The steps of the branch that is being collected.
    done: Vec<Step>,
    /// The choices that it is a branch of, each within the one before.
    choices: Vec<Choosing>,
    /// The templates: their names, and where they stand in the whole.
    templates: Vec<(String, Range<usize>)>,
    /// Where a stretch began that takes a template.
    begun: Option<usize>,
    /// How many `if`, `for` and `with` of that stretch are open.
    depth: usize,
    /// The stretch goes on to the end of the form.
    endless: bool,
}

/// A plain `if` or `elif` whose end has not come yet.
#[derive(Debug)]
struct Choosing {
    condition: PlainCondition,
    /// It is an `elif`, and ends with the choice around it.
    is_further: bool,
    /// The steps of its first branch, once that has ended.
    holding: Option<Vec<Step>>,
    /// The state before it: where it begins, the steps, and how many templates there were.
    begun: usize,
    before: Vec<Step>,
    templates: usize,
}

impl Steps {
    /// Adds what stands at these octets of the whole template; `None` where it takes a template.
    pub(super) fn push(&mut self, at: Range<usize>, step: Option<Step>) {
        match step {
            Some(step) if self.begun.is_none() => self.done.push(step),
            _ => {
                self.begun.get_or_insert(at.start);
                self.end(at.end);
            }
        }
    }

    /// Adds a statement that stands at these octets: its first word, and what follows it.
    pub(super) fn push_statement(&mut self, at: Range<usize>, name: &str, rest: &str) {
        if self.begun.is_none() && self.choose(at.start, name, rest).is_some() {
            return;
        }
        match name {
            "if" | "for" | "with" => self.depth += 1,
            "endif" | "endfor" | "endwith" => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        self.push(at, None);
    }

    /// A variable was set, which all that follows may ask for, outside the choices it stands in too: one template takes it all.
    pub(super) fn end_no_more(&mut self) {
        self.give_up_choices(0);
        self.endless = true;
    }

    /// The steps, and the templates that they name. `whole` is how long the whole template is.
    pub(super) fn finish(mut self, whole: usize) -> Taken {
        self.give_up_choices(0);
        (self.depth, self.endless) = (0, false);
        if self.begun.is_some() {
            self.end(whole);
        }
        (self.done, self.templates)
    }

    /// Takes a statement as a part of a choice; `None` where it is none that can do without a template.
    fn choose(&mut self, at: usize, name: &str, rest: &str) -> Option<()> {
        match name {
            "if" => self.open_choice(at, PlainCondition::parse(rest)?, false),
            "elif" => {
                self.awaiting_else()?;
                let Some(condition) = PlainCondition::parse(rest) else {
                    let first = self.choices.iter().rposition(|choice| !choice.is_further)?;
                    self.give_up_choices(first);
                    self.depth = 1;
                    return None;
                };
                self.turn();
                self.open_choice(at, condition, true);
            }
            "else" => {
                self.awaiting_else()?;
                self.turn();
            }
            "endif" => self.close_choice()?,
            _ => return None,
        }
        Some(())
    }

    fn open_choice(&mut self, begun: usize, condition: PlainCondition, is_further: bool) {
        self.choices.push(Choosing {
            condition,
            is_further,
            holding: None,
            begun,
            before: std::mem::take(&mut self.done),
            templates: self.templates.len(),
        });
    }

    fn awaiting_else(&self) -> Option<()> {
        self.choices.last()?.holding.is_none().then_some(())
    }

    /// The first branch ends, the other begins.
    fn turn(&mut self) {
        if let Some(choice) = self.choices.last_mut() {
            choice.holding = Some(std::mem::take(&mut self.done));
        }
    }

    fn close_choice(&mut self) -> Option<()> {
        loop {
            let choice = self.choices.pop()?;
            let last = std::mem::replace(&mut self.done, choice.before);
            let (holding, otherwise) = match choice.holding {
                Some(holding) => (holding, last),
                None => (last, Vec::new()),
            };
            self.done.push(Step::Choice(Choice {
                condition: choice.condition,
                holding,
                otherwise,
            }));
            if !choice.is_further {
                return Some(());
            }
        }
    }

    /// Leaves the choices from this one on to a template.
    fn give_up_choices(&mut self, from: usize) {
        let Some(first) = self.choices.drain(from..).next() else {
            return;
        };
        self.done = first.before;
        self.templates.truncate(first.templates);
        self.begun = Some(first.begun);
    }

    /// Ends the stretch, unless something is open.
    fn end(&mut self, at: usize) {
        if self.depth > 0 || self.endless {
            return;
        }
        if let Some(begun) = self.begun.take() {
            let name = format!("octets {begun} to {at}");
            self.templates.push((name.clone(), begun..at));
            self.done.push(Step::Template(name));
        }
    }
}
