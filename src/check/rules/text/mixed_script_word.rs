//! # What it checks
//!
//! No word mixes scripts by letters that look alike: a Latin `c` in a Cyrillic word, a Greek `Ο` in a Latin one. Units (`kΩ`, `µm`), terms
//! (`α-synuclein`) and words made of two (`SMSка`) do not count.
//!
//! # Why it matters
//!
//! The word looks right and is not: search does not find it, spell checkers and screen readers stumble over it, and filters take it for the
//! disguise that it is in fraudulent mail (Unicode Technical Standard 39, on mixed-script confusables).
//!
//! # Example
//!
//! ```markdown
//! Cоюз
//! ```
//!
//! (the first letter is Latin)
//!
//! # Instead
//!
//! Type the word anew. `digest check --fix` does.

use unicode_script::{Script, UnicodeScript};

use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::{ByteSet, Fix, Severity, Span};

/// Letters that look the same: Latin, Cyrillic, Greek; a space where there is none.
const ALIKE: [(char, char, char); 26] = [
    ('a', 'а', ' '),
    ('c', 'с', ' '),
    ('e', 'е', ' '),
    ('h', 'һ', ' '),
    ('i', 'і', ' '),
    ('j', 'ј', ' '),
    ('o', 'о', 'ο'),
    ('p', 'р', ' '),
    ('s', 'ѕ', ' '),
    ('v', ' ', 'ν'),
    ('x', 'х', ' '),
    ('y', 'у', ' '),
    ('A', 'А', 'Α'),
    ('B', 'В', 'Β'),
    ('C', 'С', ' '),
    ('E', 'Е', 'Ε'),
    ('H', 'Н', 'Η'),
    ('I', 'І', 'Ι'),
    ('J', 'Ј', ' '),
    ('K', 'К', 'Κ'),
    ('M', 'М', 'Μ'),
    ('O', 'О', 'Ο'),
    ('P', 'Р', 'Ρ'),
    ('T', 'Т', 'Τ'),
    ('X', 'Х', 'Χ'),
    ('Y', 'У', 'Υ'),
];

/// What the letters of Greek and Cyrillic begin with in UTF-8, U+0370 to U+052F.
const EASTERN: ByteSet = ByteSet::holding(&[]).with(0xCD, 0xD4);

pub(in crate::check) const RULE: Rule = Rule {
    name: "mixed-script-word",
    severity: Severity::Warning,
    family: Family::Text,
    source: include_str!("mixed_script_word.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let blocks = scope.prose().blocks.iter();
    for block in blocks.filter(|block| block.bytes.meets(&EASTERN)) {
        for word in words(&block.text) {
            let written = word.of(&block.text);
            let Some((strange, script)) = strange(written) else {
                continue;
            };
            let right: String = written
                .chars()
                .map(|c| {
                    if strange.contains(&c) {
                        alike(c, script).unwrap_or(c)
                    } else {
                        c
                    }
                })
                .collect();
            let letters: String = strange.iter().collect();
            let is = if strange.len() == 1 { "is" } else { "are" };
            let own = strange[0].script().full_name();
            let message = format!(
                "`{letters}` in `{written}` {is} {own}, the other letters {}",
                script.full_name()
            );
            let finding = scope.finding(block.place(word), message);
            let fix = scope.literal(block, word).map(|place| {
                Fix::replacing(
                    place,
                    right,
                    format!("write it in {} letters", script.full_name()),
                )
            });
            let hint = format!("type the word anew, with a {} keyboard", script.full_name());
            findings.push(finding.hinted(hint).mended_if(fix));
        }
    }
    findings
}

/// The words that hold Cyrillic or Greek letters, and Latin ones too.
fn words(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut at = 0;
    let runs = std::iter::from_fn(move || {
        let start = at + text[at..].find(char::is_alphabetic)?;
        let rest = &text[start..];
        let length = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        at = start + length;
        Some(Span::new(start, at))
    });
    runs.filter(|word| {
        let word = word.of(text);
        !word.is_ascii() && word.chars().any(is_eastern) && word.chars().any(is_western)
    })
}

/// Whether a letter stands in the blocks of Greek and Cyrillic.
fn is_eastern(c: char) -> bool {
    ('\u{370}'..'\u{530}').contains(&c)
}

/// Whether a letter stands in the blocks of Latin.
fn is_western(c: char) -> bool {
    c.is_ascii_alphabetic() || ('\u{C0}'..'\u{250}').contains(&c)
}

/// The letters of the lesser script in a word, each once, and the script of the others, where all of them have a double there.
fn strange(word: &str) -> Option<(Vec<char>, Script)> {
    let letters: Vec<(char, Script)> = word.chars().map(|c| (c, c.script())).collect();
    let count = |script: Script| letters.iter().filter(|(_, own)| *own == script).count();
    let scripts = [Script::Latin, Script::Cyrillic, Script::Greek];
    let most = scripts.into_iter().max_by_key(|script| count(*script))?;
    let fewer: Vec<char> = letters
        .iter()
        .filter(|(_, own)| *own != most)
        .map(|(c, _)| *c)
        .collect();
    let seams = letters.windows(2).filter(|pair| pair[0].1 != pair[1].1).count();
    // Two pieces of some length are a word made of two.
    let is_made = fewer.len() > 1 && seams == 1;
    let all_alike = fewer.iter().all(|c| alike(*c, most).is_some());
    if letters.len() < 3 || is_made || !all_alike || fewer.len() * 2 >= letters.len() {
        return None;
    }
    let mut once = Vec::new();
    for c in fewer {
        if !once.contains(&c) {
            once.push(c);
        }
    }
    Some((once, most))
}

/// The letter of a script that looks the same.
fn alike(c: char, script: Script) -> Option<char> {
    let row = ALIKE
        .iter()
        .find(|(latin, cyrillic, greek)| [*latin, *cyrillic, *greek].contains(&c))?;
    let double = match script {
        Script::Latin => row.0,
        Script::Cyrillic => row.1,
        _ => row.2,
    };
    (double != ' ').then_some(double)
}
