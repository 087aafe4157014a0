//! A slotted text compiled.

use std::sync::Arc;

use minijinja::value::Value;
use minijinja::{Environment, UndefinedBehavior};

use crate::compose::reader::Reader;
use crate::compose::{ComposeError, Unfillable};
use crate::edition::Slotted;
use crate::message::Octets;

use super::Finish;
use super::builder::{Builder, FIXED};
use super::step::Step;
use super::tags::Tags;

/// A slotted text compiled, its fixed pieces finished.
///
/// A template can fill it whole. But most of an issue is fixed, and most slots print a value as it is: such pieces are put together without it, and only what stands
/// between is left to templates of its own. Where that finds no value, the whole template has the last word: it tells what is missing.
#[derive(Debug)]
pub(in crate::compose) struct Form {
    environment: Environment<'static>,
    tags: Tags,
    /// The fixed pieces, one behind the other.
    fixed: Arc<str>,
    steps: Vec<Step>,
}

/// Instructions, and units of 64 octets of text, that one filling may take: far more than an honest issue, and done in a moment.
const FUEL: u64 = 1_000_000;
/// The whole form.
const WHOLE: &str = "form";

impl Form {
    /// Compiles a slotted text.
    ///
    /// # Errors
    ///
    /// Where a tag is no MiniJinja, or cannot be filled for each subscriber.
    pub(in crate::compose) fn new(slotted: &Slotted, finish: Finish) -> Result<Self, ComposeError> {
        let mut builder = Builder::default();
        let (steps, templates) = builder.push_all(slotted, finish)?;
        let Builder {
            source,
            tags,
            fixed,
            fixed_pieces,
            blanks,
            ..
        } = builder;
        let mut environment = environment();
        environment.add_global(FIXED, Value::from(fixed_pieces));
        blanks.serve(&mut environment);
        for (name, range) in templates {
            // What makes no sense by itself makes none in the whole either, which tells where.
            let _ = environment.add_template_owned(name, source[range].to_owned());
        }
        environment
            .add_template_owned(WHOLE, source)
            .map_err(|error| tags.refusal(&error))?;
        Ok(Self {
            environment,
            tags,
            fixed: Arc::from(fixed),
            steps,
        })
    }

    /// Fills the form at the end of a message.
    pub(in crate::compose) fn fill_into(
        &self,
        reader: &Reader<'_>,
        out: &mut Octets,
    ) -> Result<(), Unfillable> {
        let mark = out.mark();
        if self.take_steps(&self.steps, reader, out).is_some() {
            return Ok(());
        }
        out.go_back(mark);
        self.environment
            .get_template(WHOLE)
            .and_then(|template| out.adding(|own| template.render_captured_to(reader.names().clone(), own)))
            .map(|_| ())
            .map_err(|error| self.tags.unfillable(&error))
    }

    /// Takes one step after the other; `None` where a value is missing or a template fails.
    fn take_steps(&self, steps: &[Step], reader: &Reader<'_>, out: &mut Octets) -> Option<()> {
        steps.iter().try_for_each(|step| match step {
            Step::Fixed(range) => {
                out.share(&self.fixed, range.clone());
                Some(())
            }
            // Whole sections may stand in it, which are shared as well.
            Step::Choice(choice) => self.take_steps(choice.made_for(reader), reader, out),
            step => out.adding(|own| step.fill_into(reader, &self.fixed, &self.environment, own)),
        })
    }

    /// Fills the form.
    pub(in crate::compose) fn fill(&self, reader: &Reader<'_>) -> Result<String, Unfillable> {
        let mut filled = Octets::default();
        self.fill_into(reader, &mut filled)?;
        String::from_utf8(filled.to_vec()).map_err(|error| Unfillable::new(error.to_string()))
    }
}

/// What tags may use: MiniJinja's own filters, tests and functions, and no files. `if` may ask for what is missing; printing it is an error.
fn environment() -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::SemiStrict);
    environment.set_fuel(Some(FUEL));
    // Whatever is printed is escaped for its place. Escaping twice would show, and nothing may go unescaped.
    for name in ["safe", "escape", "e"] {
        environment.add_filter(name, |value: &Value| value.clone());
    }
    environment
}
