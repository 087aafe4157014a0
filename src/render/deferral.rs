//! Which tags wait for a subscriber.
//!
//! A tag waits when it names `subscriber` or `links`, directly or through a variable that a waiting tag binds. A waiting block takes its
//! `elif`, `else` and end with it, and every `set` inside; all else inside is done at once, as it comes out the same for everyone. What a
//! waiting tag uses besides is carried to stage two as it stands.

use std::collections::BTreeSet;

use super::blocks::Blocks;
use super::names::{self, OPEN};
use super::statement::{Role, Statement};

/// What becomes of a tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Decision {
    /// It is done at stage one.
    Now,
    /// It waits.
    Later {
        /// The names whose values it takes along.
        carries: Vec<String>,
        /// Names that are made undefined before it, because only some of its branches set them.
        resets: Vec<String>,
    },
}

/// Why a tag can be done neither now nor later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refusal {
    /// The tag's number.
    pub tag: usize,
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    pub hint: &'static str,
}

/// A text's tags, and what is known of them so far.
pub(super) struct Deferral<'a> {
    statements: &'a [Statement],
    blocks: &'a Blocks,
    /// Names that some waiting `set` gives a value.
    set_later: BTreeSet<&'a str>,
    later: Vec<bool>,
}

impl<'a> Deferral<'a> {
    /// Decides for every tag of a text, or tells all that stands against it.
    pub(super) fn decide(
        statements: &'a [Statement],
        blocks: &'a Blocks,
    ) -> Result<Vec<Decision>, Vec<Refusal>> {
        let mut deferral = Self {
            statements,
            blocks,
            set_later: BTreeSet::new(),
            later: vec![false; statements.len()],
        };
        // A name set later makes tags wait, which may set further names: until nothing changes.
        while deferral.pass() {}
        let refusals = deferral.refusals();
        if !refusals.is_empty() {
            return Err(refusals);
        }
        Ok((0..statements.len()).map(|tag| deferral.decision(tag)).collect())
    }

    fn pass(&mut self) -> bool {
        let before = self.set_later.len();
        for (tag, statement) in self.statements.iter().enumerate() {
            self.later[tag] = match statement.role {
                Role::Divides | Role::Closes => self.opener(tag).is_some_and(|opener| self.later[opener]),
                Role::Single | Role::Opens => self.waits(tag),
            };
            if self.later[tag] && statement.word == "set" {
                self.set_later.extend(statement.binds.iter().map(String::as_str));
            }
        }
        self.set_later.len() > before
    }

    fn waits(&self, tag: usize) -> bool {
        let statement = &self.statements[tag];
        let is_set = statement.word == "set";
        self.used(tag).any(|name| self.is_open(tag, name))
            || (is_set && self.around(tag).any(|block| self.later[block]))
            || (is_set
                && statement
                    .binds
                    .iter()
                    .any(|name| self.set_later.contains(name.as_str())))
    }

    /// The names that a tag uses; an `if` answers for its `elif`s.
    fn used(&self, tag: usize) -> impl Iterator<Item = &'a str> {
        let (statements, blocks) = (self.statements, self.blocks);
        let dividers = blocks.dividers[tag].iter().copied();
        std::iter::once(tag)
            .chain(dividers)
            .flat_map(move |tag| statements[tag].uses.iter().map(String::as_str))
    }

    /// The blocks a tag stands in, innermost first.
    fn around(&self, tag: usize) -> impl Iterator<Item = usize> + 'a {
        self.blocks.around[tag].iter().rev().copied()
    }

    fn opener(&self, tag: usize) -> Option<usize> {
        self.around(tag).next()
    }

    /// Whether a name's value is known only for a subscriber, where `tag` stands.
    fn is_open(&self, tag: usize, name: &str) -> bool {
        let root = names::root(name);
        if root == "loop" {
            let innermost = self
                .around(tag)
                .find(|block| self.statements[*block].word == "for");
            return innermost.is_some_and(|block| self.later[block]);
        }
        let bound = |block: usize| {
            self.later[block] && self.statements[block].binds.iter().any(|bound| bound == root)
        };
        OPEN.contains(&root) || self.set_later.contains(root) || self.around(tag).any(bound)
    }

    fn decision(&self, tag: usize) -> Decision {
        if !self.later[tag] {
            return Decision::Now;
        }
        let stands_alone = matches!(self.statements[tag].role, Role::Single | Role::Opens);
        let carried: BTreeSet<&str> = self
            .used(tag)
            .filter(|name| stands_alone && !self.is_open(tag, name))
            .collect();
        // Where a name is carried whole, its parts come with it.
        let taken = carried.iter().filter(|name| !has_longer_hold(&carried, name));
        let reset = self
            .set_later
            .iter()
            .filter(|name| self.reset_before(name) == Some(tag));
        Decision::Later {
            carries: taken.map(|name| (*name).to_owned()).collect(),
            resets: reset.map(|name| (*name).to_owned()).collect(),
        }
    }

    fn first_set(&self, name: &str) -> Option<usize> {
        let sets = |statement: &Statement| {
            statement.word == "set" && statement.binds.iter().any(|bound| bound == name)
        };
        self.statements.iter().position(sets)
    }

    /// The `if` before which a name must be made undefined, lest an earlier part's value shine through.
    fn reset_before(&self, name: &str) -> Option<usize> {
        let set = self.first_set(name)?;
        self.around(set)
            .take_while(|block| !self.statements[*block].is_scope())
            .filter(|block| self.later[*block])
            .last()
    }

    fn refusals(&self) -> Vec<Refusal> {
        let own = (0..self.statements.len()).filter_map(|tag| self.refusal(tag));
        let names = self.set_later.iter().filter_map(|name| self.stray_name(name));
        own.chain(names).collect()
    }

    fn refusal(&self, tag: usize) -> Option<Refusal> {
        let found = self
            .own_name(tag)
            .or_else(|| self.cannot_wait(tag))
            .or_else(|| self.taken_name(tag))
            .or_else(|| self.left_behind(tag));
        found.map(|(message, hint)| Refusal { tag, message, hint })
    }

    fn own_name(&self, tag: usize) -> Option<(String, &'static str)> {
        let mut binds = self.statements[tag].binds.iter();
        let name = binds.find(|name| OPEN.contains(&names::root(name)))?;
        let message = format!("`{name}` is the program's own name and cannot be given a value");
        Some((message, "choose another name"))
    }

    fn cannot_wait(&self, tag: usize) -> Option<(String, &'static str)> {
        let statement = &self.statements[tag];
        let word = &statement.word;
        let hint = if self.later[tag] && !statement.can_be_deferred() {
            "use a plain `set`, or put an `if` around it that names the subscriber"
        } else if matches!(word.as_str(), "break" | "continue") && self.leaves_a_waiting_block(tag) {
            "put an `if` around the rest of the loop instead"
        } else {
            return None;
        };
        Some((format!("`{word}` cannot wait for a subscriber's values"), hint))
    }

    fn leaves_a_waiting_block(&self, tag: usize) -> bool {
        for block in self.around(tag) {
            if self.later[block] {
                return true;
            }
            if self.statements[block].word == "for" {
                return false;
            }
        }
        false
    }

    /// What is done now may not give another value to a name that waits.
    fn taken_name(&self, tag: usize) -> Option<(String, &'static str)> {
        let statement = &self.statements[tag];
        if self.later[tag] || !matches!(statement.word.as_str(), "for" | "with" | "set") {
            return None;
        }
        let name = statement.binds.iter().find(|name| self.is_open(tag, name))?;
        let message = format!("`{name}` already holds a subscriber's value here");
        Some((message, "choose another name"))
    }

    /// What only stage one can run cannot be carried to stage two.
    fn left_behind(&self, tag: usize) -> Option<(String, &'static str)> {
        if !self.later[tag] {
            return None;
        }
        let mut used = self.used(tag);
        let name = used.find(|name| !self.is_open(tag, name) && self.stays_behind(name))?;
        let name = names::root(name);
        let hint = if name == "loop" {
            "give the number a name first: `{% set number = loop.index %}`"
        } else {
            "write what the macro says in the place of its call"
        };
        let message = format!("`{name}` cannot be carried along with a subscriber's value");
        Some((message, hint))
    }

    /// Whether a name stands for what only the engine of stage one can run: the state of a loop, a macro, a template's macros.
    fn stays_behind(&self, name: &str) -> bool {
        let root = names::root(name);
        let defines = |statement: &Statement| {
            matches!(statement.word.as_str(), "macro" | "import" | "from")
                && statement.binds.iter().any(|bound| bound == root)
        };
        matches!(root, "loop" | "self" | "super" | "caller") || self.statements.iter().any(defines)
    }

    /// A name set later must be set before it is used, and not be used where its scope has ended.
    fn stray_name(&self, name: &str) -> Option<Refusal> {
        let set = self.first_set(name)?;
        let mentions = |tag: &usize| {
            self.statements[*tag]
                .uses
                .iter()
                .any(|used| names::root(used) == name)
        };
        let mut mentions = (0..self.statements.len()).filter(mentions);
        let scope = self.around(set).find(|block| self.statements[*block].is_scope());
        let stray = mentions.find(|tag| {
            *tag <= set || scope.is_some_and(|scope| !self.blocks.around[*tag].contains(&scope))
        })?;
        let (message, hint) = if stray <= set {
            (
                format!("`{name}` holds a subscriber's value, and is used before it is set"),
                "set it further up",
            )
        } else {
            let word = &self.statements[scope?].word;
            (
                format!("`{name}` is set inside a `{word}` and used outside it"),
                "set it before the block as well",
            )
        };
        Some(Refusal {
            tag: stray,
            message,
            hint,
        })
    }
}

/// Whether `names` holds a shorter form of `name`: `section` for `section.id`.
fn has_longer_hold(names: &BTreeSet<&str>, name: &str) -> bool {
    name.match_indices('.').any(|(at, _)| names.contains(&name[..at]))
}
