//! `digest render`

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::compose::dkim::Signers;
use crate::compose::{Composer, Token, UnsubscribeLinks, plain};
use crate::edition::{Edition, Slotted};
use crate::foundation::{Address, ExitStatus, Failure, Keyring};
use crate::message::Attempt;
use crate::publication::Publication;
use crate::workflow::{Desk, FrozenCopy, Manuscript, Specimen, date_header, dkim_signers, edition};

use super::Context;
use super::draft_argument::find_draft;
use super::output_file::write_output;

/// Who stands in where no `--as` names anybody.
const STAND_IN: &str = "reader@example.org";

/// A key that everybody knows. Tokens made with it open nothing, since no ledger's key is like it.
const THROWAWAY_KEY: &str = "none:0000000000000000000000000000000000000000000000000000000000000000";

/// Show what a subscriber gets
///
/// Needs no ledger, network or password. Findings of the house style do not stop it.
#[derive(Debug, clap::Args)]
pub struct Render {
    /// The draft
    draft: PathBuf,

    /// Which form of the issue
    #[arg(long, value_enum, default_value_t)]
    format: RenderFormat,

    /// Fill it for this subscriber: their row of the issue's lists, else the address alone
    #[arg(long = "as", value_name = "EMAIL")]
    filled_as: Option<Address>,

    /// Write into this file instead of standard output
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,
}

/// Which form of the issue.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
enum RenderFormat {
    /// The HTML part
    #[default]
    Html,
    /// The plain-text part
    Text,
    /// The whole message, as SMTP carries it
    Eml,
}

impl Render {
    pub(super) fn run(self, context: &mut Context) -> Result<ExitStatus, Failure> {
        let publication = context.publication()?;
        let manuscript = Manuscript::of(&publication, find_draft(&self.draft, &publication, context)?)?;
        let edition = edition(&publication, &manuscript)?;
        let copy = Copy::new(self.filled_as.as_ref(), &manuscript, &publication, context)?;
        let bytes = match self.format {
            RenderFormat::Html => copy.part(&edition.html, &edition)?.into_bytes(),
            RenderFormat::Text => copy.part(&edition.text, &edition)?.into_bytes(),
            RenderFormat::Eml => {
                let signers = signers(&publication, context)?;
                match self.frozen(&publication, &edition, signers.clone(), context)? {
                    Some(bytes) => bytes,
                    None => copy.message(edition, signers, context)?,
                }
            }
        };
        match &self.output {
            Some(path) => write(path, &bytes, context)?,
            None => context.console.out_with(|out| out.write_all(&bytes))?,
        }
        Ok(ExitStatus::Success)
    }
}

impl Render {
    /// The bytes that a plan froze for the subscriber who is named, where there is a plan.
    fn frozen(
        &self,
        publication: &Publication,
        edition: &Edition,
        signers: Signers,
        context: &mut Context,
    ) -> Result<Option<Vec<u8>>, Failure> {
        let Some(address) = &self.filled_as else {
            return Ok(None);
        };
        let canonical = address.canonical();
        let frozen = FrozenCopy::find(
            publication,
            &context.environment,
            signers,
            &edition.issue,
            &canonical,
        )?;
        Ok(frozen.map(|copy| {
            if copy.edition != edition.hash() {
                context.console.tell(
                    "note: the issue was planned, and reads otherwise now; this is the copy as planned, which every send sends",
                );
            }
            copy.message.octets.to_vec()
        }))
    }
}

/// Whose copy it is, and what makes its links.
struct Copy {
    address: Address,
    specimen: Specimen,
    keys: Option<Keyring>,
}

impl Copy {
    fn new(
        filled_as: Option<&Address>,
        manuscript: &Manuscript,
        publication: &Publication,
        context: &Context,
    ) -> Result<Self, Failure> {
        let lists = &manuscript.issue.lists;
        let (address, specimen) = if let Some(address) = filled_as {
            (
                address.clone(),
                Specimen::find(publication, lists, None, address)?,
            )
        } else {
            let address = Address::parse(STAND_IN).map_err(|error| Failure::new(error.to_string()))?;
            (address.clone(), Specimen::bare(lists, &address))
        };
        let environment = &context.environment;
        let has_key = environment.variable("DIGEST_KEY").is_some() || publication.key_path().exists();
        let keys = has_key
            .then(|| Desk::Live.keys(publication, environment))
            .transpose()?;
        Ok(Self {
            address,
            specimen,
            keys,
        })
    }

    /// The HTML or the text, filled.
    fn part(&self, slotted: &Slotted, edition: &Edition) -> Result<String, Failure> {
        let token = match &self.keys {
            Some(keys) => Token::for_reader(keys.current(), &self.specimen.list, &self.address.canonical()),
            None => Token::specimen(),
        };
        let links =
            UnsubscribeLinks::new(&edition.unsubscribe).map_err(|error| Failure::new(error.to_string()))?;
        plain(slotted, &self.specimen.profile, &links.with(&token))
            .map_err(|unfillable| self.unfilled(&unfillable.reason))
    }

    /// The whole message.
    fn message(&self, edition: Edition, signers: Signers, context: &mut Context) -> Result<Vec<u8>, Failure> {
        let keys = match self.keys.clone().or_else(|| Keyring::parse(THROWAWAY_KEY)) {
            Some(keys) if self.keys.is_some() => keys,
            Some(keys) => {
                context.console.tell(
                    "note: the publication has no key here (`.digest/key` or `DIGEST_KEY`), so the unsubscribe links \
                     and the Message-ID are not those of a real copy",
                );
                keys
            }
            None => return Err(Failure::new("there is no key to make a message with")),
        };
        let date = date_header(&context.environment.clock.zoned());
        let composer = Composer::new(Arc::new(edition), keys, "live", &date)
            .map_err(|error| Failure::new(error.to_string()))?
            .signed_by(signers);
        let attempt = Attempt { row: 0, number: 1 };
        let specimen = &self.specimen;
        let canonical = self.address.canonical();
        let composed = composer.compose(
            attempt,
            &canonical,
            self.address.written(),
            &specimen.list,
            &specimen.profile,
        );
        composed
            .map(|message| message.octets.to_vec())
            .map_err(|unfillable| self.unfilled(&unfillable.reason))
    }

    fn unfilled(&self, reason: &str) -> Failure {
        Failure::new(format!("the copy for `{}` cannot be filled: {reason}", self.address))
            .hinted("give the slot a default, as in `{{ subscriber.city | default(\"your city\") }}`, or use `--as` with a subscriber who has the value")
    }
}

/// What signs a copy. Where a key is not here, as in a clone without secrets, the copy is shown without signatures.
fn signers(publication: &Publication, context: &mut Context) -> Result<Signers, Failure> {
    let missing = publication
        .config
        .dkim
        .iter()
        .find(|settings| !publication.root.join(&settings.key_file).exists());
    let Some(missing) = missing else {
        return dkim_signers(publication);
    };
    context.console.tell(format_args!(
        "note: there is no `{}` here, so the copy is shown without DKIM signatures",
        missing.key_file.display()
    ));
    Ok(Signers::default())
}

fn write(path: &Path, bytes: &[u8], context: &mut Context) -> Result<(), Failure> {
    write_output(&context.path(path), path, bytes)?;
    context.console.tell(format_args!("wrote {}", path.display()));
    Ok(())
}
