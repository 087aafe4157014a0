//! Sentences as a newsletter has them: no two alike, and none that means much.

use jiff::ToSpan;
use jiff::civil::Date;

use super::dice::Dice;
use super::sentences::{LINK_TEXTS, OPENINGS, SENTENCES, TITLES};
use super::words::{NAME_BEGINNINGS, NAME_ENDINGS, NAME_MIDDLES, WORDS};

/// Writes sentences for the issue of one date.
pub(super) struct Prose {
    dice: Dice,
    date: Date,
    links: usize,
}

impl Prose {
    /// A writer of sentences, who writes differently for every seed.
    pub(super) fn new(seed: u64, date: Date) -> Self {
        let dice = Dice::new(seed);
        Self { dice, date, links: 0 }
    }

    /// The title of an issue.
    pub(super) fn title(&mut self) -> String {
        self.one_of(TITLES)
    }

    /// The first sentence of a lead, short enough to be its preheader.
    pub(super) fn opening(&mut self) -> String {
        self.one_of(OPENINGS)
    }

    /// So many sentences.
    pub(super) fn sentences(&mut self, count: usize) -> String {
        let sentences: Vec<String> = (0..count).map(|_| self.one_of(SENTENCES)).collect();
        sentences.join(" ")
    }

    /// A paragraph of a lead: so many sentences, and a link.
    pub(super) fn paragraph(&mut self, sentences: usize) -> String {
        self.sentences(sentences) + &self.link()
    }

    /// An item of at least so many words, and a link; one in four has two.
    pub(super) fn item(&mut self, words: usize) -> String {
        let mut item = self.one_of(SENTENCES);
        if self.dice.once_in(4) {
            item += &self.link();
        }
        while item.split_whitespace().count() < words {
            item.push(' ');
            item += &self.one_of(SENTENCES);
        }
        item + &self.link()
    }

    /// A sentence that holds a link. Neither its text nor its address comes twice in an issue.
    fn link(&mut self) -> String {
        self.links += 1;
        let text = self.one_of(LINK_TEXTS);
        let text = text[..1].to_ascii_lowercase() + &text[1..];
        let address = format!("https://www.example.org/{}/{}", self.date, self.links);
        match self.dice.one_of(0..3) {
            0 => format!(" More is in the [{text}]({address})."),
            1 => format!(" See the [{text}]({address}) for the full account."),
            _ => format!(" Details are in the [{text}]({address})."),
        }
    }

    fn one_of(&mut self, patterns: &[&'static str]) -> String {
        let pattern = self.dice.pick(patterns);
        let sentence = self.fill(pattern);
        let mut letters = sentence.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        first.chain(letters).collect()
    }

    /// A pattern with every `{kind}` replaced by a word of that kind, which may itself hold kinds.
    fn fill(&mut self, pattern: &str) -> String {
        let mut filled = String::new();
        let mut rest = pattern;
        while let Some((before, after)) = rest.split_once('{') {
            let (kind, after) = after.split_once('}').expect("every kind ends");
            filled += before;
            filled += &self.word(kind);
            rest = after;
        }
        filled + rest
    }

    fn word(&mut self, kind: &str) -> String {
        match kind {
            "name" => self.name(),
            "few" => self.dice.one_of(3..20).to_string(),
            "many" => thousands(self.dice.one_of(1_100..98_000)),
            "share" => format!("{}.{}", self.dice.one_of(2..60), self.dice.one_of(1..10)),
            "past" => self.day(-6..0),
            "coming" => self.day(2..40),
            _ => {
                let (_, words) = WORDS
                    .iter()
                    .find(|(name, _)| *name == kind)
                    .expect("every kind has words");
                let word = self.dice.pick(words);
                self.fill(word)
            }
        }
    }

    /// The name of a place that is on no map.
    fn name(&mut self) -> String {
        let middle = if self.dice.once_in(3) {
            ""
        } else {
            self.dice.pick(NAME_MIDDLES)
        };
        let (beginning, ending) = (self.dice.pick(NAME_BEGINNINGS), self.dice.pick(NAME_ENDINGS));
        format!("{beginning}{middle}{ending}")
    }

    /// A day so far from the date, with its weekday.
    fn day(&mut self, away: std::ops::Range<i64>) -> String {
        let length = u64::try_from(away.end - away.start).expect("ranges run forwards");
        let days = away.start + i64::try_from(self.dice.one_of(0..length)).expect("a few days");
        let day = self.date.saturating_add(days.days());
        day.strftime("%A, %-d %B %Y").to_string()
    }
}

/// A number below a million as people write it: `12,400`.
fn thousands(number: u64) -> String {
    format!("{},{:03}", number / 1000, number % 1000)
}
