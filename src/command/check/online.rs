//! Whether links are followed, and where to.

use crate::check::Findings;
use crate::check::online::{AddressGuard, LinkProber};
use crate::command::Context;
use crate::publication::Publication;
use crate::report::{LinkBar, link_doubts, link_tally};

/// Whether links are followed, and where to.
#[derive(Debug, clap::Args)]
pub(super) struct Online {
    /// Also follow the drafts' links and say which are broken: each host gently; what answers is not asked for again for a day
    #[arg(long)]
    online: bool,

    /// With `--online`, also follow links to this machine and to private networks, which else are never asked
    #[arg(long, requires = "online")]
    allow_private: bool,
}

impl Online {
    /// Who follows the links, and the bar that shows it; `None` where none are to be followed.
    pub(super) fn begin(
        &self,
        publication: &Publication,
        context: &Context,
    ) -> Option<(LinkProber, LinkBar)> {
        if !self.online {
            return None;
        }
        let mut guard = AddressGuard::public_only();
        if self.allow_private {
            guard = guard.allowing_own_network();
        }
        let bar = LinkBar::start(&context.console);
        let clock = context.environment.clock.clone();
        let cache = publication.state_folder().join("links.json");
        let prober = LinkProber::new(guard, clock, Some(cache)).telling(bar.teller());
        Some((prober, bar))
    }
}

/// Tells what became of the links; of those that cannot be told why, where `--verbose` asks for it.
pub(super) fn tell_of_links(findings: &Findings, context: &mut Context) {
    for line in link_doubts(&findings.links) {
        context.console.detail(line);
    }
    let tally = link_tally(&findings.links);
    if !tally.is_empty() {
        context.console.tell(tally);
    }
}
