//! What languages call months and weekdays.

use jiff::civil::Weekday;

/// What a language calls months and weekdays, in lower case.
pub(super) struct Names {
    /// Its code.
    code: &'static str,
    /// January first; each as it stands in a date, and its abbreviation where it has one.
    months: [&'static [&'static str]; 12],
    /// Monday first.
    weekdays: [&'static [&'static str]; 7],
    /// Whether they begin with a capital: `may` and `march` are verbs.
    capital: bool,
}

/// The languages that are known; the first stands in for all others.
const LANGUAGES: [Names; 5] = [
    Names {
        code: "en",
        months: [
            &["january", "jan"],
            &["february", "feb"],
            &["march", "mar"],
            &["april", "apr"],
            &["may"],
            &["june", "jun"],
            &["july", "jul"],
            &["august", "aug"],
            &["september", "sept", "sep"],
            &["october", "oct"],
            &["november", "nov"],
            &["december", "dec"],
        ],
        weekdays: [
            &["monday", "mon"],
            &["tuesday", "tue", "tues"],
            &["wednesday", "wed"],
            &["thursday", "thu", "thur", "thurs"],
            &["friday", "fri"],
            &["saturday", "sat"],
            &["sunday", "sun"],
        ],
        capital: true,
    },
    Names {
        code: "de",
        months: [
            &["januar", "jänner", "jan"],
            &["februar", "feber", "feb"],
            &["märz"],
            &["april", "apr"],
            &["mai"],
            &["juni"],
            &["juli"],
            &["august", "aug"],
            &["september", "sept", "sep"],
            &["oktober", "okt"],
            &["november", "nov"],
            &["dezember", "dez"],
        ],
        weekdays: [
            &["montag"],
            &["dienstag"],
            &["mittwoch"],
            &["donnerstag"],
            &["freitag"],
            &["samstag", "sonnabend"],
            &["sonntag"],
        ],
        capital: true,
    },
    Names {
        code: "fr",
        months: [
            &["janvier"],
            &["février"],
            &["mars"],
            &["avril"],
            &["mai"],
            &["juin"],
            &["juillet"],
            &["août"],
            &["septembre"],
            &["octobre"],
            &["novembre"],
            &["décembre"],
        ],
        weekdays: [
            &["lundi"],
            &["mardi"],
            &["mercredi"],
            &["jeudi"],
            &["vendredi"],
            &["samedi"],
            &["dimanche"],
        ],
        capital: false,
    },
    Names {
        code: "es",
        months: [
            &["enero"],
            &["febrero"],
            &["marzo"],
            &["abril"],
            &["mayo"],
            &["junio"],
            &["julio"],
            &["agosto"],
            &["septiembre", "setiembre"],
            &["octubre"],
            &["noviembre"],
            &["diciembre"],
        ],
        weekdays: [
            &["lunes"],
            &["martes"],
            &["miércoles"],
            &["jueves"],
            &["viernes"],
            &["sábado"],
            &["domingo"],
        ],
        capital: false,
    },
    Names {
        code: "ru",
        months: [
            &["января"],
            &["февраля"],
            &["марта"],
            &["апреля"],
            &["мая"],
            &["июня"],
            &["июля"],
            &["августа"],
            &["сентября"],
            &["октября"],
            &["ноября"],
            &["декабря"],
        ],
        weekdays: [
            &["понедельник"],
            &["вторник"],
            &["среда", "среду"],
            &["четверг"],
            &["пятница", "пятницу"],
            &["суббота", "субботу"],
            &["воскресенье"],
        ],
        capital: false,
    },
];

impl Names {
    /// The names of a language; English where it is not known.
    pub(super) fn of(language: &str) -> &'static Self {
        let mut known = LANGUAGES.iter();
        known
            .find(|names| names.code.eq_ignore_ascii_case(language))
            .unwrap_or(&LANGUAGES[0])
    }

    /// Which month a word names, from 1.
    pub(super) fn month(&self, word: &str) -> Option<i8> {
        let at = self.place(&self.months, word)?;
        i8::try_from(at + 1).ok()
    }

    /// Which weekday a word names.
    pub(super) fn weekday(&self, word: &str) -> Option<Weekday> {
        let at = self.place(&self.weekdays, word)?;
        Weekday::from_monday_zero_offset(i8::try_from(at).ok()?).ok()
    }

    fn place(&self, names: &[&[&str]], word: &str) -> Option<usize> {
        if self.capital && !word.starts_with(char::is_uppercase) {
            return None;
        }
        names.iter().position(|names| {
            let mut names = names.iter();
            names.any(|name| is_in_small_letters(word, name))
        })
    }
}

/// Whether a word in small letters is this name.
fn is_in_small_letters(word: &str, name: &str) -> bool {
    if word.is_ascii() {
        return word.eq_ignore_ascii_case(name);
    }
    word.chars().flat_map(char::to_lowercase).eq(name.chars())
}
