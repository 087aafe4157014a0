//! The house style: what an issue consists of.

use unicode_normalization::UnicodeNormalization;

use crate::foundation::{Count, Span};

use super::value::{line, name};
use super::{Fault, Reader};

/// The parts an issue has, in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Structure {
    /// What the lead article must be like.
    pub lead: LeadStyle,
    /// The sections, in the order in which they stand.
    pub sections: Vec<SectionStyle>,
}

/// What the lead article must be like.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LeadStyle {
    /// How many words.
    pub words: Option<Count>,
    /// Whether an author must be named.
    pub byline_required: bool,
}

/// What a section must be like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionStyle {
    /// Its short name.
    pub id: String,
    /// Its heading, as it stands in the issue.
    pub heading: String,
    /// What it holds.
    pub kind: SectionKind,
    /// How many bullets.
    pub bullets: Option<Count>,
    /// How many words: each bullet of a section of bullets, the whole of any other.
    pub words: Option<Count>,
    /// Whether an issue may do without it.
    pub optional: bool,
}

/// What a section holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SectionKind {
    /// A list of bullets and nothing else.
    #[default]
    Bullets,
    /// Paragraphs.
    Prose,
    /// Whatever is written.
    Any,
}

impl Structure {
    /// Reads `structure`.
    pub(super) fn read(reader: &mut Reader<'_>) -> Self {
        let lead = reader.map("lead", |reader| Some(LeadStyle::read(reader)));
        let sections = reader.maps("sections", SectionStyle::read_with_spans);
        report_twins(reader, &sections, "id", |section| {
            (section.style.id.clone(), section.id)
        });
        report_twins(reader, &sections, "heading", |section| {
            (folded(&section.style.heading), section.heading)
        });
        Self {
            lead: lead.unwrap_or_default(),
            sections: sections.into_iter().map(|section| section.style).collect(),
        }
    }
}

impl LeadStyle {
    fn read(reader: &mut Reader<'_>) -> Self {
        let words = reader.optional("words", str::parse);
        let byline = reader.optional("byline", |text| match text {
            "required" => Ok(true),
            "optional" => Ok(false),
            _ => Err(Fault::new(format!(
                "`{text}` is neither `required` nor `optional`"
            ))),
        });
        Self {
            words,
            byline_required: byline.unwrap_or_default(),
        }
    }
}

/// A section, and where the two stand by which it is known.
struct SpannedSection {
    style: SectionStyle,
    id: Span,
    heading: Span,
}

impl SectionStyle {
    fn read_with_spans(reader: &mut Reader<'_>) -> Option<SpannedSection> {
        let id = reader.required_spanned("id", "politics", name);
        let heading = reader.required_spanned("heading", "Politics and Security", line);
        let kind = reader.optional("kind", SectionKind::parse).unwrap_or_default();
        let bullets = reader.optional("bullets", str::parse);
        let words = reader.optional("words", str::parse);
        let optional = reader.flag("optional");
        if bullets.is_some() && kind != SectionKind::Bullets {
            let fault = Fault::new("a count of bullets for a section whose `kind` is not `bullets`");
            let span = reader.key_span("bullets").unwrap_or(reader.here());
            reader.wrong(
                span,
                fault.hinted("leave `bullets` out, or write `kind: bullets`"),
            );
        }
        let ((id, id_span), (heading, heading_span)) = (id?, heading?);
        let style = Self {
            id,
            heading,
            kind,
            bullets,
            words,
            optional,
        };
        Some(SpannedSection {
            style,
            id: id_span,
            heading: heading_span,
        })
    }
}

impl SectionKind {
    fn parse(text: &str) -> Result<Self, Fault> {
        match text {
            "bullets" => Ok(Self::Bullets),
            "prose" => Ok(Self::Prose),
            "any" => Ok(Self::Any),
            _ => {
                let fault = Fault::new(format!("`{text}` is no kind of section"));
                Err(fault.hinted("write `bullets`, `prose` or `any`"))
            }
        }
    }
}

/// Reports each section that an earlier one cannot be told from.
fn report_twins(
    reader: &mut Reader<'_>,
    sections: &[SpannedSection],
    what: &str,
    of: impl Fn(&SpannedSection) -> (String, Span),
) {
    for (index, section) in sections.iter().enumerate() {
        let (value, span) = of(section);
        if sections[..index].iter().any(|earlier| of(earlier).0 == value) {
            let fault = Fault::new(format!("two sections have the {what} `{value}`"));
            reader.wrong(span, fault.hinted(format!("give each section its own {what}")));
        }
    }
}

/// A heading as it is compared.
fn folded(heading: &str) -> String {
    let compatible: String = heading.nfkc().collect();
    let words: Vec<&str> = compatible.split_whitespace().collect();
    words.join(" ").to_lowercase()
}
