//! Which tag ends which.

use super::statement::{Role, Statement};

/// How the tags of one text stand to each other, by their numbers in the text.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    /// The openers around each tag, outermost first; a block's own `else` and end lie inside it.
    pub around: Vec<Vec<usize>>,
    /// The `elif` and `else` of each opener.
    pub dividers: Vec<Vec<usize>>,
}

/// Tags that do not fit together: which one, and what is wrong with it.
pub(super) type Misfit = (usize, String);

impl Blocks {
    /// Finds who belongs to whom. A text whose blocks do not nest has no meaning.
    pub(super) fn of(statements: &[Statement]) -> Result<Self, Misfit> {
        let mut blocks = Self {
            around: Vec::with_capacity(statements.len()),
            dividers: vec![Vec::new(); statements.len()],
        };
        let mut open: Vec<usize> = Vec::new();
        for (number, statement) in statements.iter().enumerate() {
            if open.len() > 100 {
                return Err((number, "blocks are nested more than 100 deep".to_owned()));
            }
            blocks.around.push(open.clone());
            let word = &statement.word;
            match statement.role {
                Role::Single => {}
                Role::Opens => open.push(number),
                Role::Divides => {
                    let opener = open
                        .last()
                        .copied()
                        .filter(|last| divides(word, &statements[*last].word));
                    let opener = opener.ok_or_else(|| (number, format!("`{word}` stands in no `if`")))?;
                    blocks.dividers[opener].push(number);
                }
                Role::Closes => {
                    let wanted = word.trim_start_matches("end");
                    match open.pop() {
                        Some(last) if statements[last].word == wanted => {}
                        Some(last) => return Err((number, crossed(word, &statements[last].word))),
                        None => return Err((number, format!("`{word}` ends nothing that was begun here"))),
                    }
                }
            }
        }
        match open.pop() {
            Some(last) => Err((
                last,
                format!("`{0}` is never ended by `end{0}`", statements[last].word),
            )),
            None => Ok(blocks),
        }
    }
}

fn divides(word: &str, opener: &str) -> bool {
    opener == "if" || (word == "else" && opener == "for")
}

fn crossed(word: &str, opener: &str) -> String {
    format!("`{word}` stands where `end{opener}` should")
}
