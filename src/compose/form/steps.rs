//! A form's template taken apart.

use std::ops::Range;

use super::step::Step;

/// A form's steps, and the templates that they name: each with where it stands in the whole.
pub(super) type Taken = (Vec<Step>, Vec<(String, Range<usize>)>);

/// Collects the steps of a form while its template is written: what needs no template as it is, and each stretch that does as a template of its own.
#[derive(Debug, Default)]
pub(super) struct Steps {
    done: Vec<Step>,
    /// The templates: their names, and where they stand in the whole.
    templates: Vec<(String, Range<usize>)>,
    /// Where a stretch began that takes a template.
    begun: Option<usize>,
    /// How many `if`, `for` and `with` are open.
    depth: usize,
    /// The stretch goes on to the end of the form.
    endless: bool,
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

    /// Adds a statement that stands at these octets, by its first word.
    pub(super) fn push_statement(&mut self, at: Range<usize>, name: &str) {
        match name {
            "if" | "for" | "with" => self.depth += 1,
            "endif" | "endfor" | "endwith" => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        self.push(at, None);
    }

    /// A variable was set, which all that follows may ask for: one template takes it all.
    pub(super) fn end_no_more(&mut self) {
        self.endless = true;
    }

    /// The steps, and the templates that they name. `whole` is how long the whole template is.
    pub(super) fn finish(mut self, whole: usize) -> Taken {
        (self.depth, self.endless) = (0, false);
        if self.begun.is_some() {
            self.end(whole);
        }
        (self.done, self.templates)
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
