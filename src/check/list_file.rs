//! A list as it was read, with its places.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::foundation::{Failure, Location, Source, Span};
use crate::subscriber::Row;

/// A list's rows, and where they stand.
pub(super) struct ListFile {
    /// The file.
    pub(super) path: PathBuf,
    /// Its text.
    pub(super) source: Arc<Source>,
    /// Its rows, usable or not.
    pub(super) rows: Vec<Row>,
}

impl ListFile {
    /// Reads a list, which messages call `shown`.
    pub(super) fn read(path: &Path, shown: &Path) -> Result<Self, Failure> {
        let bytes = std::fs::read(path).map_err(|error| Failure::new(error.to_string()))?;
        let source = Source::decode(shown, bytes).map_err(|error| Failure::new(error.to_string()))?;
        let mut rows = Vec::new();
        for (at, line) in source.text().lines().enumerate().skip(1) {
            let written = line.split(',').next().unwrap_or_default();
            rows.push(match crate::foundation::Address::parse(written) {
                Ok(address) => Row::Usable {
                    line: at + 1,
                    subscriber: crate::subscriber::Subscriber {
                        address,
                        name: String::new(),
                        language: None,
                        tags: vec![],
                        status: crate::subscriber::Status::Active,
                        fields: std::collections::BTreeMap::new(),
                    },
                },
                Err(error) => Row::Unusable {
                    line: at + 1,
                    written: written.to_owned(),
                    reason: error.to_string(),
                },
            });
        }
        Ok(Self {
            path: path.to_owned(),
            source: Arc::new(source),
            rows,
        })
    }

    /// The names of a list's columns.
    pub(super) fn columns(path: &Path, shown: &Path) -> Result<BTreeSet<String>, Failure> {
        let list = Self::read(path, shown)?;
        Ok(list
            .source
            .text()
            .lines()
            .next()
            .unwrap_or_default()
            .split(',')
            .map(str::to_owned)
            .collect())
    }

    /// A line's place.
    pub(super) fn line(&self, number: usize) -> Location {
        Location::new(&self.source, self.source.line(number).unwrap_or(Span::at(0)))
    }

    /// The first line's place.
    pub(super) fn head(&self) -> Location {
        self.line(1)
    }
}
