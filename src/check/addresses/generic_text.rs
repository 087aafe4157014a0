//! Link texts that say nothing of where they lead.

use crate::check::DraftScope;

/// By language: whole texts in small letters, without punctuation at their ends.
const GENERIC: [(&str, &[&str]); 7] = [
    (
        "en",
        &[
            "click here",
            "here",
            "this",
            "this link",
            "link",
            "read more",
            "more",
            "learn more",
            "see more",
            "find out more",
            "more info",
            "more information",
            "click",
            "click this link",
            "this page",
            "go",
            "continue reading",
            "see here",
            "read here",
            "details",
            "read details",
            "find out more here",
            "read more here",
            "learn more here",
            "more here",
        ],
    ),
    (
        "de",
        &[
            "hier",
            "hier klicken",
            "klicken sie hier",
            "klick hier",
            "link",
            "mehr",
            "mehr lesen",
            "weiterlesen",
            "mehr erfahren",
            "weiter",
            "mehr dazu",
            "dieser link",
        ],
    ),
    (
        "fr",
        &[
            "ici",
            "cliquez ici",
            "cliquer ici",
            "lien",
            "ce lien",
            "plus",
            "lire la suite",
            "en savoir plus",
            "lire plus",
            "voir plus",
            "par ici",
            "la suite",
        ],
    ),
    (
        "es",
        &[
            "aquí",
            "aqui",
            "haz clic aquí",
            "haga clic aquí",
            "clic aquí",
            "pincha aquí",
            "enlace",
            "este enlace",
            "más",
            "leer más",
            "ver más",
            "saber más",
            "más información",
        ],
    ),
    (
        "it",
        &[
            "qui",
            "clicca qui",
            "cliccare qui",
            "link",
            "questo link",
            "leggi tutto",
            "leggi di più",
            "scopri di più",
            "altro",
            "continua",
        ],
    ),
    (
        "pt",
        &[
            "aqui",
            "clique aqui",
            "clica aqui",
            "link",
            "este link",
            "mais",
            "leia mais",
            "ler mais",
            "saiba mais",
            "saber mais",
            "ver mais",
        ],
    ),
    (
        "ru",
        &[
            "здесь",
            "тут",
            "ссылка",
            "по ссылке",
            "по этой ссылке",
            "нажмите здесь",
            "подробнее",
            "читать далее",
            "читать дальше",
            "далее",
            "ещё",
            "еще",
        ],
    ),
];

/// A link's text for comparison: in small letters, with single spaces, without punctuation and arrows at its ends.
pub(in crate::check) fn folded_text(text: &str) -> String {
    if text.is_ascii() && !text.contains("  ") && !text.contains(['\n', '\t', '\r']) {
        return text
            .trim_matches(|c: char| !c.is_ascii_alphanumeric())
            .to_ascii_lowercase();
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let text = words.join(" ").to_lowercase();
    text.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

/// Whether a folded text says nothing of where it leads, in the draft's language.
pub(in crate::check) fn is_generic(folded: &str, scope: &DraftScope<'_>) -> bool {
    let language = scope.draft.front.language.as_ref();
    let language = language.map_or(scope.config.language.as_str(), |language| language.value.as_str());
    let primary = language.split(['-', '_']).next().unwrap_or_default();
    let mut tables = GENERIC
        .iter()
        .filter(|(known, _)| known.eq_ignore_ascii_case(primary));
    tables.any(|(_, texts)| texts.contains(&folded))
}
