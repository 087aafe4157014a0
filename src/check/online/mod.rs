//! Whether links answer: asked gently, and never at an address that is not the public's.
//!
//! A draft may come from anyone, and `check` runs where internal servers can be reached. So no host is asked before its address was looked at,
//! and what is connected to is that very address: a name whose second lookup leads elsewhere gains nothing. Redirects are followed by hand, each
//! hop by the same rules. Nothing is sent but a request line, the host, and this program's name; no cookie, no password, no proxy.

mod address_guard;
mod certificate_fault;
mod client;
mod guarded_resolver;
mod link_cache;
mod link_prober;
mod name_lookup;
mod pauses;
mod polite_client;
mod probe;
mod reach;
mod round;
mod verdict;

pub use address_guard::AddressGuard;
pub use certificate_fault::CertificateFault;
pub use link_prober::LinkProber;
pub use name_lookup::{NameLookup, Unresolved};
pub use pauses::Pauses;
pub use round::Probed;
pub use verdict::{Doubt, Verdict};

use address_guard::Refusal;
use client::{Client, Method, Reply};
use guarded_resolver::GuardedResolver;
use link_cache::LinkCache;
use polite_client::PoliteClient;
use probe::probe;
use reach::Reach;
use round::Round;
