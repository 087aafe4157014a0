//! A report that goes into a file.

use std::path::PathBuf;
use std::str::FromStr;

use clap::ValueEnum;

use crate::foundation::nearest;
use crate::report::CheckFormat;

/// `FORMAT=FILE`: a report that goes into a file, and in which form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ReportFile {
    /// The form.
    pub(super) format: CheckFormat,
    /// The file, as given.
    pub(super) path: PathBuf,
}

impl FromStr for ReportFile {
    type Err = String;

    fn from_str(given: &str) -> Result<Self, String> {
        let Some((format, path)) = given.split_once('=') else {
            return Err(format!(
                "the format is missing: write `{}={given}`",
                likely(given)
            ));
        };
        if path.is_empty() {
            return Err(format!("the file is missing: write `{format}=FILE`"));
        }
        Ok(Self {
            format: format_named(format)?,
            path: path.into(),
        })
    }
}

/// The format that a file's ending hints at.
fn likely(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("sarif") => "sarif",
        Some("json") => "json",
        Some("xml") => "junit",
        _ => "FORMAT",
    }
}

fn format_named(name: &str) -> Result<CheckFormat, String> {
    CheckFormat::from_str(name, false).map_err(|_| {
        let names: Vec<String> = CheckFormat::value_variants()
            .iter()
            .filter_map(ValueEnum::to_possible_value)
            .map(|value| value.get_name().to_owned())
            .collect();
        match nearest(name, names.iter().map(String::as_str)) {
            Some(near) => format!("there is no format `{name}`; did you mean `{near}`?"),
            None => format!("there is no format `{name}`; there are {}", names.join(", ")),
        }
    })
}
