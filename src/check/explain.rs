//! The rules, told to people.

use std::fmt::Write as _;

use crate::foundation::{Failure, nearest};

use super::{Family, RULES, Rule};

/// The rule with a name.
///
/// # Errors
///
/// Where there is none; the failure's hint names the nearest.
pub fn rule_named(name: &str) -> Result<&'static Rule, Failure> {
    if let Some(rule) = RULES.iter().find(|rule| rule.name == name) {
        return Ok(rule);
    }
    let hint = match nearest(name, RULES.iter().map(|rule| rule.name)) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`digest rules` lists them all".to_owned(),
    };
    Err(Failure::new(format!("there is no rule `{name}`")).hinted(hint))
}

/// All that is to be said of a rule, as Markdown.
///
/// # Errors
///
/// As [`rule_named`].
pub fn explain(name: &str) -> Result<String, Failure> {
    let rule = rule_named(name)?;
    Ok(format!(
        "# {}\n\n{}, {}\n\n{}\n{}",
        rule.name,
        rule.family,
        rule.severity,
        deeper(&rule.documentation(), "#"),
        limits(rule, "##")
    ))
}

/// What of a rule digest.yaml can set besides its severity, under a heading of its own; nothing where that is nothing.
fn limits(rule: &Rule, hashes: &str) -> String {
    if rule.limits.is_empty() {
        return String::new();
    }
    let mut text = format!("\n{hashes} Thresholds\n\n");
    for limit in rule.limits {
        let _ = writeln!(
            text,
            "- `{}`: {}; {} unless digest.yaml says otherwise",
            limit.key, limit.says, limit.usual
        );
    }
    text
}

/// docs/rules.md: every rule with its documentation.
pub fn handbook() -> String {
    let mut text = String::from(
        "# Rules\n\nWhat `digest check` looks at. This page is made from the head of each rule's own file; \
         `digest explain RULE` shows one of its chapters. digest.yaml can switch a rule off, change how much it matters, \
         and set its thresholds:\n\n\
         ```yaml\ncheck:\n  rules:\n    bullet-length: error\n    leftover-placeholder: off\n    subject-length: { severity: warning, shown: 50 }\n```\n\n\
         In a draft, `<!-- digest-ignore: RULE -->` keeps a rule from speaking of the block that follows, `<!-- digest-ignore-file: RULE -->` of the \
         whole draft. Neither is sent to anybody; one that keeps nothing back is itself told of.\n",
    );
    for family in Family::ALL {
        let _ = write!(
            text,
            "\n## {}\n\n| rule | severity | checks |\n|---|---|---|\n",
            capital(&family.to_string())
        );
        for rule in of(family) {
            let _ = writeln!(
                text,
                "| [`{0}`](#{0}) | {1} | {2} |",
                rule.name,
                rule.severity,
                rule.summary()
            );
        }
    }
    for family in Family::ALL {
        for rule in of(family) {
            let documentation = deeper(&rule.documentation(), "##");
            let _ = write!(
                text,
                "\n## {}\n\n{}\n{}",
                rule.name,
                documentation,
                limits(rule, "###")
            );
        }
    }
    text
}

fn of(family: Family) -> impl Iterator<Item = &'static Rule> {
    RULES.iter().filter(move |rule| rule.family == family)
}

/// The same Markdown with its headings so much deeper; what looks like one inside a fenced example stays.
fn deeper(markdown: &str, by: &str) -> String {
    let mut fenced = false;
    let lines = markdown.lines().map(|line| {
        fenced ^= line.starts_with("```");
        if line.starts_with('#') && !fenced {
            format!("{by}{line}")
        } else {
            line.to_owned()
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters
        .next()
        .map(|first| first.to_uppercase().chain(characters).collect())
        .unwrap_or_default()
}
