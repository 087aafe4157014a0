//! # What it checks
//!
//! No paragraph is justified, and none of more than 30 words is centred.
//! The built-in template keeps to this, and is not looked at.
//!
//! # Why it matters
//!
//! Mail programs do not hyphenate: in a justified paragraph on a telephone the gaps between words run down the page in rivers, which is hard on
//! everybody and hardest on dyslexic readers (WCAG 2.2, success criterion 1.4.8). In a centred one, each line has to be found anew.
//!
//! # Example
//!
//! ```html
//! <td style="text-align: justify">{{ lead }}</td>
//! ```
//!
//! # Instead
//!
//! ```html
//! <td style="text-align: left">{{ lead }}</td>
//! ```

use crate::check::{
    Check, Family, Finding, Limit, MessageScope, Rule, declaration, start_tag, template_place,
};
use crate::foundation::{Location, Severity};
use unicode_segmentation::UnicodeSegmentation;

const CENTRED: Limit = Limit {
    rule: "text-justified",
    key: "centred_words",
    usual: 30,
    says: "the most words of a paragraph that is centred",
};

/// About as many words as stand on a line: what is shorter is not stretched.
const LINE: usize = 12;

pub(in crate::check) const RULE: Rule = Rule {
    name: "text-justified",
    severity: Severity::Warning,
    family: Family::Accessibility,
    source: include_str!("text_justified.rs"),
    limits: &[CENTRED],
    check: Check::Message(check),
};

fn check(scope: &MessageScope<'_>) -> Vec<Finding> {
    if !scope.has_own("issue.html") {
        return Vec::new();
    }
    let most = scope.written.limit(CENTRED);
    let texts = scope.set_texts();
    let paragraphs = texts.chunk_by(|a, b| a.paragraph == b.paragraph && a.set.align == b.set.align);
    let (mut justified, mut centred) = (None, None);
    for paragraph in paragraphs {
        let words = || {
            paragraph
                .iter()
                .map(|words| words.text.unicode_words().count())
                .sum::<usize>()
        };
        match paragraph[0].set.align.as_str() {
            "justify" if justified.is_none() && words() > LINE => justified = Some(words()),
            "center" if centred.is_none() && words() > most => centred = Some(words()),
            _ => {}
        }
    }
    let hint = "align it at the side where lines begin";
    let justified = justified.map(|_| {
        let message = "paragraphs are justified, which tears gaps between words on a telephone";
        Finding::new(place(scope, "justify"), message).hinted(hint)
    });
    let centred = centred.map(|words| {
        let message = format!("a paragraph of {words} words is centred; more than {most} are hard to follow");
        Finding::new(place(scope, "center"), message).hinted(hint)
    });
    justified.into_iter().chain(centred).collect()
}

/// Where the template aligns words so.
fn place(scope: &MessageScope<'_>, align: &str) -> Location {
    template_place(scope, |text| {
        declaration(text, "text-align", align).or_else(|| {
            ["td", "p", "div", "center"]
                .iter()
                .find_map(|element| start_tag(text, element, |tag| tag.contains(align)))
        })
    })
}
