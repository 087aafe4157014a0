//! Tests of `check`.

use digest_cli::foundation::Diagnostic;

use crate::support::{FOOTER, HOUSE_STYLE, Program, TestPublication, check_text, good_draft};

mod baseline;
mod changed_files;
mod cleared;
mod client_support;
mod contrast;
mod explain;
mod fixing;
mod hostile;
mod house_style;
mod in_lead;
mod made_publication;
mod mended;
mod of_rule;
mod online;
mod rules;
mod selection;
mod settings;
mod sixty_faults;
mod targets;
mod with_paragraph;

use mended::mended;
use with_paragraph::with_paragraph;

/// A finding as the tests write it: `12:4 error bullet-count: message -- hint`.
fn shown(found: &Diagnostic) -> String {
    let place = found.location.position();
    let hint = found
        .hint
        .as_deref()
        .map(|hint| format!(" -- {hint}"))
        .unwrap_or_default();
    let Diagnostic {
        rule,
        severity,
        message,
        ..
    } = found;
    format!(
        "{}:{} {severity} {rule}: {message}{hint}",
        place.line, place.column
    )
}

/// Everything that is found in a draft's text.
fn found(text: &str) -> Vec<String> {
    check_text(text).diagnostics.iter().map(shown).collect()
}

/// What one rule finds in a draft's text.
fn found_of(rule: &str, text: &str) -> Vec<String> {
    let diagnostics = check_text(text).diagnostics;
    let of_rule = diagnostics.iter().filter(|found| found.rule == rule);
    of_rule.map(shown).collect()
}

/// Everything that is found in a publication, with the paths.
fn found_in(publication: &TestPublication) -> Vec<String> {
    let findings = publication.check().diagnostics;
    let path = |found: &Diagnostic| found.location.source.path().display().to_string();
    findings
        .iter()
        .map(|found| format!("{}:{}", path(found), shown(found)))
        .collect()
}

/// What one rule finds in a publication, with the paths.
fn found_there(rule: &str, publication: &TestPublication) -> Vec<String> {
    let name = format!(" {rule}: ");
    let mut findings = found_in(publication);
    findings.retain(|finding| finding.contains(&name));
    findings
}

/// A publication whose digest.yaml says something else in one place.
fn with_config_of(from: &str, to: &str) -> TestPublication {
    let config = format!("{HOUSE_STYLE}{FOOTER}");
    assert!(config.contains(from), "{config}");
    TestPublication::with_config(&config.replacen(from, to, 1))
}

/// A publication with a good draft and a template of its own for the HTML part: the lead, and `body` behind it.
fn with_page(body: &str) -> TestPublication {
    let page = format!(
        "<!doctype html>\n<html lang=\"en\"><head><title>{{{{ title_text }}}}</title></head>\n<body>\n{{{{ lead }}}}\n{body}\n</body></html>\n"
    );
    TestPublication::new()
        .draft(&good_draft())
        .file("templates/issue.html", page)
}

/// The same publication with templates of its own that change nothing.
fn with_own_templates(publication: TestPublication) -> TestPublication {
    let extends = |name: &str| format!("{{% extends \"built-in/{name}\" %}}");
    publication
        .file("templates/issue.html", extends("issue.html"))
        .file("templates/issue.txt", extends("issue.txt"))
}

/// A publication whose draft has everything that Markdown can make, and whose templates are the built-in ones under the name of own ones: those are
/// looked at.
fn with_every_block() -> TestPublication {
    let draft = good_draft().replacen("This week we", &format!("{BLOCKS}This week we"), 1);
    with_own_templates(TestPublication::new().draft(&draft))
}

/// Nothing was found.
const NOTHING: [&str; 0] = [];

/// Everything that Markdown can make of a lead.
pub(crate) const BLOCKS: &str = "

> A quotation with [a link](https://example.org/source).

```
code in a block
```

| Port | Ships |
| ---- | ----- |
| Aktau | 4 |

![The port of Aktau](https://example.org/port.png)

1. One with `code`
2. ~~Two~~

### A smaller heading

---

";

/// The HTML part of an issue in which everything stands that Markdown can make.
fn own_page() -> String {
    let draft = good_draft().replace("This week we", &format!("{BLOCKS}This week we"));
    let program = Program::new().file("drafts/a.md", draft);
    program.run(["render", "drafts/a.md"]).success().stdout
}
