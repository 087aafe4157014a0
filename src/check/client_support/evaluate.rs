//! What of an HTML part an audience does not see.

use super::usage::Found;
use super::{Audience, ClientSet, FamilyGap, Feature, Markup, Support, Unsupported, Usage, Weight, tables};

/// The features that `html` uses and some of the audience's clients do not show, in the order of their first uses.
pub fn unsupported(html: &str, audience: &Audience) -> Vec<Unsupported> {
    let markup = Markup::read(html);
    let used = Usage::of(&markup);
    let gaps: Vec<Vec<FamilyGap>> = used
        .iter()
        .zip(&tables().features)
        .map(|(found, feature)| {
            found
                .as_ref()
                .map_or_else(Vec::new, |found| gaps_of(feature, found.reaches, audience))
        })
        .collect();
    let mut findings: Vec<Unsupported> = used
        .into_iter()
        .zip(&tables().features)
        .enumerate()
        .filter(|(place, (_, feature))| {
            !gaps[*place].is_empty() && !is_told_elsewhere(feature, &gaps, *place)
        })
        .filter_map(|(place, (found, feature))| Some(told(feature, found?, gaps[place].clone())))
        .collect();
    findings.sort_by_key(|finding| finding.uses.first().map(|used| used.span));
    findings
}

/// Whether the finding of another feature says as much: that of `<form>` speaks for the fields in it.
fn is_told_elsewhere(feature: &Feature, gaps: &[Vec<FamilyGap>], place: usize) -> bool {
    feature.part_of.is_some_and(|leader| {
        !gaps[leader].is_empty()
            && gaps[place]
                .iter()
                .all(|gap| gaps[leader].iter().any(|told| told.family == gap.family))
    })
}

fn told(feature: &Feature, found: Found, families: Vec<FamilyGap>) -> Unsupported {
    Unsupported {
        slug: feature.slug,
        title: feature.title,
        weight: feature.weight,
        families,
        uses: found.uses,
        hint: feature.hint,
    }
}

/// The audience's families with members that do not show a feature; of content that none of them
/// lacks, those that show it in part.
fn gaps_of(feature: &Feature, reaches: ClientSet, audience: &Audience) -> Vec<FamilyGap> {
    let concerned = audience.clients().and(reaches);
    let missing = feature.missing.and(concerned);
    let (level, lacking) = match feature.weight {
        // In part is enough, but for what would be seen or not.
        Weight::Content if missing.is_empty() => (Support::Partial, feature.partial.and(concerned)),
        _ => (Support::None, missing),
    };
    let families = audience.families().filter_map(|(family, members)| {
        let lacking = members.and(lacking);
        let clients = &tables().clients;
        let name = clients[lacking.places().next()?].family_name;
        let note = feature
            .notes
            .iter()
            .find(|note| !note.clients.and(lacking).is_empty());
        Some(FamilyGap {
            family,
            name,
            level,
            count: lacking.len(),
            of: members.and(feature.known).len(),
            platforms: lacking
                .places()
                .map(|place| clients[place].platform_name)
                .collect(),
            note: note.map(|note| note.text),
        })
    });
    families.collect()
}
