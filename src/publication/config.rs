//! digest.yaml, as meant.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crate::foundation::{Address, Diagnostic, Location, Source, Span, YamlTree};

use super::value::{duration, email, language, line, list_id, name, paragraph, path, web_address};
use super::{
    Author, CheckSettings, DkimSettings, Durability, Fault, Headers, Named, Reader, ReaderRules, Relay,
    Structure, Unsubscribe, Verp,
};

const RULES: ReaderRules = ReaderRules::one("configuration");
const LANGUAGE: &str = "en";
const LATE_JOINERS: Duration = Duration::from_hours(14 * 24);
const LEDGER: &str = ".digest/ledger.db";

/// Everything digest.yaml says, checked and with its defaults filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// The file it was read from.
    pub source: Arc<Source>,
    /// List-Id and this publication's name in a shared ledger.
    pub id: String,
    /// The newsletter's name.
    pub title: String,
    /// Its language (BCP 47); English where the file does not say.
    pub language: String,
    /// Who the mail is from.
    pub from: Sender,
    /// Where answers go, if not to the From address.
    pub reply_to: Option<Address>,
    /// Where bounces go (the envelope sender), if not to the From address.
    pub bounce: Option<Address>,
    /// Whether each copy's bounces come back to an address of its own.
    pub verp: Verp,
    /// The postal address in the footer, which several laws ask for.
    pub postal_address: Option<String>,
    /// The newsletter's web site.
    pub homepage: Option<String>,
    /// The authors known by a key, in the file's order.
    pub authors: Vec<(String, Author)>,
    /// The house style.
    pub structure: Structure,
    /// The lists, in the file's order.
    pub lists: Vec<ListSettings>,
    /// The relay; a publication that only checks and renders needs none.
    pub relay: Option<Relay>,
    /// The signatures on every copy; none where the relay signs.
    pub dkim: Vec<DkimSettings>,
    /// How subscribers leave.
    pub unsubscribe: Unsubscribe,
    /// What the headers say of the newsletter.
    pub headers: Headers,
    /// How long after an issue's first copy someone who joins still gets it.
    pub late_joiners: Duration,
    /// Where the ledger is, from the publication's folder.
    pub ledger: PathBuf,
    /// What the ledger's commits outlive while an issue is sent.
    pub durability: Durability,
    /// How `check` is set.
    pub check: CheckSettings,
}

/// Who the mail is from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sender {
    /// The display name.
    pub name: String,
    /// The address.
    pub email: Address,
}

/// A list named in digest.yaml.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListSettings {
    /// Its name: the stem of its file in `subscribers/`.
    pub name: String,
    /// What a reader sees it called.
    pub title: String,
}

impl Config {
    /// Reads digest.yaml; else all its mistakes, in the order in which they stand.
    pub fn read(source: &Arc<Source>) -> Result<Self, Vec<Diagnostic>> {
        let tree = YamlTree::parse(source.text()).map_err(|error| {
            let location = Location::new(source, Span::at(error.offset));
            vec![Diagnostic::error(RULES.wrong, location, error.message)]
        })?;
        let (config, findings) = Reader::read(source, &tree.root, RULES, |reader| {
            Self::read_keys(source, reader)
        });
        match config {
            Some(config) if findings.is_empty() => Ok(config),
            _ => Err(findings),
        }
    }

    fn read_keys(source: &Arc<Source>, reader: &mut Reader<'_>) -> Option<Self> {
        let id = reader.required("id", "weekly.example.org", list_id);
        let title = reader.required("title", "Our Weekly", line);
        let language = reader.optional("language", language);
        let from = reader.required_map(
            "from",
            "{ name: Our Weekly, email: weekly@example.org }",
            Sender::read,
        );
        let reply_to = reader.optional("reply_to", email);
        let bounce = reader.spanned("bounce", email);
        let verp = reader.optional("verp", Verp::parse).unwrap_or_default();
        verp.check(bounce.as_ref(), reader);
        let postal_address = reader.optional("postal_address", paragraph);
        let homepage = reader.optional("homepage", |text| web_address(text).map(|address| address.url));
        let authors = reader.named_maps("authors", line, |_, reader| Author::read(reader));
        let structure = reader.map("structure", |reader| Some(Structure::read(reader)));
        let lists = reader.named_maps("lists", name, |name, reader| {
            let title = reader.optional("title", line);
            Some(title.unwrap_or_else(|| name.to_owned()))
        });
        let relay = reader.map("relay", Relay::read);
        let dkim = reader.one_or_more_maps("dkim", DkimSettings::read);
        let unsubscribe = reader.map("unsubscribe", |reader| Some(Unsubscribe::read(reader)));
        let headers = reader.map("headers", |reader| Some(Headers::read(reader)));
        let late_joiners = reader.optional("late_joiners", duration);
        let ledger = reader.optional("ledger", ledger);
        let durability = reader.optional("durability", Durability::parse);
        let check = reader.map("check", |reader| Some(CheckSettings::read(reader)));
        let named_list = |list: Named<String>| ListSettings {
            name: list.name,
            title: list.value,
        };
        Some(Self {
            source: Arc::clone(source),
            id: id?,
            title: title?,
            language: language.unwrap_or_else(|| LANGUAGE.to_owned()),
            from: from?,
            reply_to,
            bounce: bounce.map(|(address, _)| address),
            verp,
            postal_address,
            homepage,
            authors: authors
                .into_iter()
                .map(|author| (author.name, author.value))
                .collect(),
            structure: structure.unwrap_or_default(),
            lists: lists.into_iter().map(named_list).collect(),
            relay,
            dkim,
            unsubscribe: unsubscribe.unwrap_or_default(),
            headers: headers.unwrap_or_default(),
            late_joiners: late_joiners.unwrap_or(LATE_JOINERS),
            ledger: ledger.unwrap_or_else(|| PathBuf::from(LEDGER)),
            durability: durability.unwrap_or_default(),
            check: check.unwrap_or_default(),
        })
    }

    /// The author with a key.
    pub fn author(&self, key: &str) -> Option<&Author> {
        self.authors
            .iter()
            .find(|(known, _)| known == key)
            .map(|(_, author)| author)
    }

    /// The list with a name.
    pub fn list(&self, name: &str) -> Option<&ListSettings> {
        self.lists.iter().find(|list| list.name == name)
    }

    /// The envelope sender: the bounce address, else the From address (RFC 5321 section 4.1.1.2).
    pub fn envelope_sender(&self) -> &Address {
        self.bounce.as_ref().unwrap_or(&self.from.email)
    }
}

impl Sender {
    fn read(reader: &mut Reader<'_>) -> Option<Self> {
        let name = reader.required("name", "Our Weekly", line);
        let email = reader.required("email", "weekly@example.org", email);
        Some(Self {
            name: name?,
            email: email?,
        })
    }
}

fn ledger(text: &str) -> Result<PathBuf, Fault> {
    match text.split_once("://") {
        None => path(text),
        Some((_, rest)) => {
            // The URL of a database often holds a password.
            let fault = Fault::new("only SQLite is supported by this build").concealing(rest);
            Err(fault.hinted("write the path of a file, as `.digest/ledger.db`"))
        }
    }
}
