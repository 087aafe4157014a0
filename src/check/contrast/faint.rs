//! Words that hardly stand out from what is behind them.

use scraper::{ElementRef, Html, Node};

use super::{Cascade, Color, Computed, Mode};

/// How much of a text is kept, in words.
const KEPT: usize = 40;

/// Two colours that are too much alike for the words written in one on the other.
#[derive(Debug, Clone, PartialEq)]
pub struct FaintPair {
    /// The words' colour, as it is seen.
    pub text: Color,
    /// The words' colour, as the page declares it.
    pub declared: Color,
    /// The colour behind them.
    pub background: Color,
    /// Their contrast, from 1 to 21.
    pub ratio: f64,
    /// The contrast that such words need.
    pub needed: f64,
    /// The first text that is written so, or its beginning where it is long.
    pub words: String,
    /// How many texts are.
    pub count: usize,
}

impl FaintPair {
    /// Whether the words are lighter than what is behind them.
    pub fn is_light_on_dark(&self) -> bool {
        self.text.luminance() >= self.background.luminance()
    }

    /// The colour nearest to the words' own that stands out enough; `None` where the background has to change.
    pub fn better(&self) -> Option<Color> {
        let end = if self.is_light_on_dark() { 100.0 } else { 0.0 };
        let from = self.text.lightness();
        let steps = (1..=100).map(|step| from + (end - from) * f64::from(step) / 100.0);
        let mut colors = steps.map(|lightness| self.text.with_lightness(lightness));
        colors.find(|color| color.contrast(self.background) >= self.needed)
    }
}

/// The pairs of colours in a page that stand out too little in a mode, in the order in which they are first met.
pub fn faint_pairs(document: &Html, mode: Mode) -> Vec<FaintPair> {
    let mut pairs = Vec::new();
    let Some(mut cascade) = Cascade::of(document, mode) else {
        return pairs;
    };
    let mut open = vec![(document.tree.root(), cascade.canvas())];
    while let Some((node, around)) = open.pop() {
        let here = match ElementRef::wrap(node) {
            Some(element) => cascade.within(&around, element),
            None => around,
        };
        if let Node::Text(words) = node.value() {
            look_at(&mut pairs, &here, words, mode);
        }
        if here.is_shown() {
            open.extend(node.children().rev().map(|child| (child, here)));
        }
    }
    pairs
}

fn look_at(pairs: &mut Vec<FaintPair>, here: &Computed, words: &str, mode: Mode) {
    if !here.is_shown() || !words.contains(char::is_alphanumeric) {
        return;
    }
    let Some((text, background)) = here.colors() else {
        return;
    };
    let needed = mode.needed(here.is_large());
    let ratio = text.contrast(background);
    if ratio >= needed {
        return;
    }
    let alike = |pair: &&mut FaintPair| {
        (pair.text.rgb, pair.background.rgb) == (text.rgb, background.rgb) && pair.needed >= needed
    };
    if let Some(known) = pairs.iter_mut().find(alike) {
        known.count += 1;
        return;
    }
    pairs.push(FaintPair {
        text,
        declared: here.declared,
        background,
        ratio,
        needed,
        words: words.split_whitespace().take(KEPT).collect::<Vec<_>>().join(" "),
        count: 1,
    });
}
