//! The two tables as one: what clients show, and how to tell that it is used.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Client, ClientSet, Feature, Matcher, Note, Weight};

const FEATURES: &str = include_str!("features.tsv");
const DETECTORS: &str = include_str!("detectors.tsv");

/// Everything that is known of clients and features.
#[derive(Debug, Default)]
pub(super) struct Tables {
    /// The clients, in the order of the letters.
    pub(super) clients: Vec<Client>,
    /// The features.
    pub(super) features: Vec<Feature>,
    /// Outlook on Windows, which shows HTML as Word does and can be spoken to in comments.
    pub(super) word: ClientSet,
}

/// The tables, read once.
pub(super) fn tables() -> &'static Tables {
    static TABLES: LazyLock<Tables> = LazyLock::new(|| Tables::read(FEATURES, DETECTORS));
    &TABLES
}

impl Tables {
    /// Reads both; a line that makes no sense is left out, and missed by a test.
    fn read(features: &'static str, detectors: &'static str) -> Self {
        let mut tables = Self::default();
        for line in features.lines().filter(|line| !line.starts_with('#')) {
            let fields: Vec<&'static str> = line.split('\t').collect();
            match fields[..] {
                ["client", family, platform, family_name, platform_name]
                    if tables.clients.len() < ClientSet::MOST =>
                {
                    if (family, platform) == ("outlook", "windows") {
                        tables.word = ClientSet::default().with(tables.clients.len());
                    }
                    tables.clients.push(Client {
                        family,
                        family_name,
                        platform,
                        platform_name,
                    });
                }
                ["feature", slug, title, letters] => tables.features.push(Feature::new(slug, title, letters)),
                ["note", clients, text] => tables.note(clients, text),
                _ => {}
            }
        }
        tables.detect(detectors);
        tables
    }

    fn note(&mut self, clients: &str, text: &'static str) {
        let place = |name: &str| {
            let (family, platform) = name.split_once('.')?;
            let mut clients = self.clients.iter();
            clients.position(|client| client.family == family && client.platform == platform)
        };
        let clients = clients.split(' ').filter_map(place);
        let clients = clients.fold(ClientSet::default(), ClientSet::with);
        if let Some(feature) = self.features.last_mut() {
            feature.notes.push(Note { clients, text });
        }
    }

    fn detect(&mut self, detectors: &'static str) {
        let slugs = self.features.iter().enumerate();
        let places: HashMap<&str, usize> = slugs.map(|(place, feature)| (feature.slug, place)).collect();
        for line in detectors.lines().filter(|line| !line.starts_with('#')) {
            let fields: Vec<&'static str> = line.split('\t').collect();
            let [slug, weight, patterns, part_of, hint] = fields[..] else {
                continue;
            };
            let (Some(place), Some(matchers)) = (places.get(slug), Matcher::read_all(patterns)) else {
                continue;
            };
            let feature = &mut self.features[*place];
            feature.weight = Weight::named(weight).unwrap_or(Weight::Safe);
            feature.matchers = matchers;
            feature.part_of = places.get(part_of).copied();
            feature.hint = (hint != "-").then_some(hint);
        }
    }
}

impl Feature {
    fn new(slug: &'static str, title: &'static str, letters: &str) -> Self {
        let those = |wanted: &[char]| {
            let places = letters.chars().take(ClientSet::MOST).enumerate();
            places
                .filter(|(_, letter)| wanted.contains(letter))
                .fold(ClientSet::default(), |set, (place, _)| set.with(place))
        };
        Self {
            slug,
            title,
            known: those(&['y', 'a', 'n']),
            missing: those(&['n']),
            partial: those(&['a']),
            notes: Vec::new(),
            weight: Weight::Safe,
            matchers: Vec::new(),
            part_of: None,
            hint: None,
        }
    }
}

impl Weight {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "content" => Self::Content,
            "layout" => Self::Layout,
            "cosmetic" => Self::Cosmetic,
            "safe" => Self::Safe,
            _ => return None,
        })
    }
}
