//! `digest subscribers add`.

use crate::command::Context;
use crate::foundation::{Address, ExitStatus, Failure};
use crate::report::kept_from_mail;
use crate::subscriber::{ListFile, NewSubscriber};

use super::known_suppressed::known_suppressed;
use super::wanted_list::{file_of, wanted_list};

/// Put someone on a list
#[derive(Debug, clap::Args)]
pub struct Add {
    /// Their address
    email: String,
    /// The list; not needed where there is only one
    #[arg(long)]
    list: Option<String>,
    /// Their name
    #[arg(long, default_value = "")]
    name: String,
    /// The language they read, as `en` or `kk`
    #[arg(long)]
    language: Option<String>,
    /// A word to mark them with (can be repeated)
    #[arg(long = "tag", value_name = "TAG")]
    tags: Vec<String>,
    /// The value of another column (can be repeated)
    #[arg(long = "field", value_name = "NAME=VALUE", value_parser = field)]
    fields: Vec<(String, String)>,
}

fn field(text: &str) -> Result<(String, String), String> {
    let (name, value) = text
        .split_once('=')
        .ok_or_else(|| "write NAME=VALUE".to_owned())?;
    Ok((name.to_owned(), value.to_owned()))
}

impl Add {
    pub(super) fn run(self, context: &mut Context) -> Result<ExitStatus, Failure> {
        let publication = context.publication()?;
        let list = wanted_list(&publication, self.list.as_deref())?;
        let address = Address::parse(&self.email)
            .map_err(|error| Failure::new(format!("no mail can be sent to `{}`: {error}", self.email)))?;
        let path = file_of(&publication, &list)?;
        let subscriber = NewSubscriber {
            name: self.name,
            language: self.language,
            tags: self.tags,
            fields: self.fields.into_iter().collect(),
            ..NewSubscriber::new(address)
        };
        ListFile::new(&path, publication.shown(&path)).append(&subscriber)?;
        context
            .console
            .tell(format!("{} is on `{list}` now", subscriber.address));
        let suppressed = known_suppressed(&publication, context);
        if let Some(entry) = suppressed.why(&subscriber.address.canonical(), &list) {
            context
                .console
                .warn(kept_from_mail(entry, subscriber.address.written()));
        }
        Ok(ExitStatus::Success)
    }
}
