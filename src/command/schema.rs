//! `digest schema`

use crate::foundation::{ExitStatus, Failure};

use super::Context;

/// Print the JSON Schema of digest.yaml, of a draft's front matter, or of a report
#[derive(Debug, clap::Args)]
pub struct Schema {
    /// Of what
    #[arg(value_name = "OF", value_enum, default_value_t)]
    subject: SchemaSubject,
}

/// What a schema is of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
enum SchemaSubject {
    /// digest.yaml
    #[default]
    Config,
    /// The front matter of a draft
    Draft,
    /// What `digest check --format json` prints
    Check,
    /// What `digest doctor --format json` prints
    Doctor,
    /// A line that `digest send --log` writes
    SendLog,
}

impl Schema {
    pub(super) fn run(self, context: &mut Context) -> Result<ExitStatus, Failure> {
        context.console.out(self.subject.schema())?;
        Ok(ExitStatus::Success)
    }
}

impl SchemaSubject {
    /// The committed files themselves: tests hold them to what the program reads and prints.
    fn schema(self) -> &'static str {
        match self {
            Self::Config => include_str!("../../docs/schema/config.json"),
            Self::Draft => include_str!("../../docs/schema/front-matter.json"),
            Self::Check => include_str!("../../docs/schema/check.json"),
            Self::SendLog => include_str!("../../docs/schema/send-log.json"),
            Self::Doctor => include_str!("../../docs/schema/doctor.json"),
        }
    }
}
