//! What the tests of rendering share: issues made by hand, and copies made of editions.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use digest_cli::edition::{Edition, Piece, Place, Slotted};
use digest_cli::foundation::{Address, Diagnostic, Source, Span};
use digest_cli::issue::{Issue, IssueSection, Part, Status};
use digest_cli::publication::{
    Author, CheckSettings, Config, Durability, Headers, ListSettings, SectionKind, Sender, Structure,
    Unsubscribe, Verp,
};
use digest_cli::render::{Templates, render};
use jiff::civil::date;

/// A draft and the issue it means. The text is the lead, from the fourth line on.
pub(super) struct Bench {
    pub(super) title: String,
    pub(super) lead: String,
    pub(super) subject: Option<String>,
    pub(super) preheader: Option<String>,
    pub(super) bullets: Vec<String>,
    pub(super) heading: String,
    pub(super) language: String,
    pub(super) templates: Templates,
}

impl Bench {
    /// An issue with one section of two bullets.
    pub(super) fn lead(lead: &str) -> Self {
        Self {
            title: "Caspian crossroads".to_owned(),
            lead: lead.to_owned(),
            subject: None,
            preheader: None,
            bullets: vec!["One bullet.".to_owned(), "Another bullet.".to_owned()],
            heading: "Society and Culture".to_owned(),
            language: "en".to_owned(),
            templates: Templates::built_in(),
        }
    }

    /// The draft: the title on line 2, the lead from line 4 on, then the section.
    fn source(&self) -> Arc<Source> {
        let mut text = format!(
            "---\n# {}\n\n{}\n\n## {}\n\n",
            self.title, self.lead, self.heading
        );
        for bullet in &self.bullets {
            text.push_str("- ");
            text.push_str(&bullet.replace('\n', "\n  "));
            text.push('\n');
        }
        Arc::new(Source::new("drafts/x.md", text))
    }

    fn issue(&self, source: &Source) -> Issue {
        let after_lead = 4 + self.lead.matches('\n').count() + 4;
        let mut line = after_lead;
        let bullets = self.bullets.iter().map(|bullet| {
            let part = part(source, bullet, line);
            line += 1 + bullet.matches('\n').count();
            part
        });
        let bullets = bullets.collect();
        Issue {
            id: "2019-02-05-caspian".to_owned(),
            number: Some(197),
            date: Some(date(2019, 2, 5)),
            language: self.language.clone(),
            authors: vec![Author {
                name: "Aigerim Serik".to_owned(),
                affiliation: Some("Example Institute, Kazakhstan".to_owned()),
            }],
            lists: vec!["weekly".to_owned()],
            status: Status::Draft,
            title: part(source, &self.title, 2),
            subject: self.subject.as_ref().map(|text| part(source, text, 1)),
            preheader: self.preheader.as_ref().map(|text| part(source, text, 1)),
            lead: part(source, &self.lead, 4),
            sections: vec![IssueSection {
                id: "society".to_owned(),
                heading: self.heading.replace('`', ""),
                heading_span: part(source, &self.heading, after_lead - 2).span,
                kind: SectionKind::Bullets,
                bullets,
                body: Part::default(),
            }],
        }
    }

    /// The edition, or what is wrong.
    pub(super) fn render(&self) -> Result<Edition, Vec<Diagnostic>> {
        let source = self.source();
        render(&self.issue(&source), &source, &config(), &self.templates)
    }

    /// The edition.
    pub(super) fn edition(&self) -> Edition {
        self.render()
            .unwrap_or_else(|findings| panic!("{}", told(&findings)))
    }

    /// What is wrong, a line each: `path:line: message`.
    pub(super) fn faults(&self) -> String {
        match self.render() {
            Ok(edition) => panic!("it was rendered:\n{}", open(&edition.html)),
            Err(findings) => told(&findings),
        }
    }
}

fn part(source: &Source, markdown: &str, first_line: usize) -> Part {
    Part {
        markdown: markdown.to_owned(),
        span: source.line(first_line).unwrap_or(Span::at(0)),
        first_line,
    }
}

/// Findings as lines.
pub(super) fn told(findings: &[Diagnostic]) -> String {
    let line = |finding: &Diagnostic| {
        let at = &finding.location;
        format!(
            "{}:{}: {}",
            at.source.path().display(),
            at.position().line,
            finding.message
        )
    };
    findings.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// A publication with everything that shows.
pub(super) fn config() -> Config {
    Config {
        source: Arc::new(Source::new("digest.yaml", "")),
        id: "weekly.example.org".to_owned(),
        title: "Eurasia <Weekly>".to_owned(),
        language: "en".to_owned(),
        from: Sender {
            name: "Eurasia Weekly".to_owned(),
            email: Address::parse("bulletin@example.org").expect("an address"),
        },
        reply_to: None,
        bounce: Some(Address::parse("bounces@example.org").expect("an address")),
        verp: Verp::default(),
        postal_address: Some("4 Example Street\nAlmaty".to_owned()),
        homepage: Some("https://example.org".to_owned()),
        authors: Vec::new(),
        structure: Structure::default(),
        lists: vec![ListSettings {
            name: "weekly".to_owned(),
            title: "Weekly bulletin".to_owned(),
        }],
        relay: None,
        dkim: Vec::new(),
        unsubscribe: Unsubscribe {
            url: Some("https://news.example.org/u".to_owned()),
            ..Unsubscribe::default()
        },
        headers: Headers::default(),
        late_joiners: Duration::from_hours(24),
        ledger: ".digest/ledger.db".into(),
        durability: Durability::default(),
        check: CheckSettings::default(),
    }
}

/// A slotted text with its slots as tags again, each value with its place: `{{ subscriber.name }}@html_text`.
pub(super) fn open(slotted: &Slotted) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Fixed(text) => text.clone(),
        Piece::Value {
            expression, place, ..
        } => format!("{{{{ {expression} }}}}@{}", name(*place)),
        Piece::Statement { statement, .. } => format!("{{% {statement} %}}"),
        Piece::Paragraph {
            content,
            first_indent,
            ..
        } => format!("¶{first_indent}{}¶", open(content)),
    };
    slotted.pieces.iter().map(piece).collect()
}

fn name(place: Place) -> &'static str {
    match place {
        Place::HtmlText => "text",
        Place::HtmlAttribute => "attribute",
        Place::UrlPart => "url",
        Place::Link => "link",
        Place::Text => "plain",
    }
}

/// A copy: the pieces run as one template, values as they are.
pub(super) fn copy(slotted: &Slotted, name: &str, tags: &[&'static str]) -> String {
    let mut template = String::new();
    let mut fixed: BTreeMap<String, String> = BTreeMap::new();
    write(slotted, &mut template, &mut fixed);
    let mut engine = minijinja::Environment::new();
    engine.set_undefined_behavior(minijinja::UndefinedBehavior::Strict);
    let context = minijinja::context! {
        subscriber => minijinja::context! { name, tags => tags.to_vec(), city => "", email => "a@example.org" },
        links => minijinja::context! { unsubscribe => "https://news.example.org/u/1" },
        fixed,
    };
    engine
        .render_str(&template, context)
        .expect("the pieces are a template")
}

fn write(slotted: &Slotted, template: &mut String, fixed: &mut BTreeMap<String, String>) {
    for piece in &slotted.pieces {
        match piece {
            Piece::Fixed(text) => {
                let key = format!("f{}", fixed.len());
                template.push_str(&["{{ fixed.", &key, " }}"].concat());
                fixed.insert(key, text.clone());
            }
            Piece::Value { expression, .. } => template.push_str(&["{{ ", expression, " }}"].concat()),
            Piece::Statement { statement, .. } => template.push_str(&["{% ", statement, " %}"].concat()),
            Piece::Paragraph {
                content,
                first_indent,
                ..
            } => {
                template.push_str(first_indent);
                write(content, template, fixed);
            }
        }
    }
}
