//! `digest doctor`.

use std::path::PathBuf;

use crate::foundation::{ExitStatus, Failure};
use crate::report::{doctor_json, doctor_view, json_document};
use crate::workflow::doctor::{Examination, ExaminationRequest, Verdict};

use super::Context;
use super::draft_argument::find_draft;

/// See whether a send could go through, and arrive: relay, DNS records, clock, ledger, copies
///
/// Connects to the relay and hangs up; sends nothing and changes nothing. Each finding says what to do, with the DNS record to publish ready
/// to copy. The exit status is 1 where there is a fault.
#[derive(Debug, clap::Args)]
pub struct Doctor {
    /// The draft whose copies are filled; the last by name where absent
    draft: Option<PathBuf>,

    /// Ask this name server instead of the system's
    #[arg(long, value_name = "HOST[:PORT]")]
    nameserver: Option<String>,

    /// How to print the findings
    #[arg(long, value_enum, default_value_t)]
    format: DoctorFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
enum DoctorFormat {
    /// For people
    #[default]
    Human,
    /// For programs
    Json,
}

impl Doctor {
    pub(super) fn run(self, context: &mut Context) -> Result<ExitStatus, Failure> {
        let publication = context.publication()?;
        let draft = self
            .draft
            .as_ref()
            .map(|path| find_draft(path, &publication, context))
            .transpose()?;
        let request = ExaminationRequest {
            draft,
            name_server: self.nameserver,
        };
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .map_err(|error| Failure::new(format!("the system gives no threads: {error}")))?;
        let examination = runtime.block_on(Examination::of(&publication, &context.environment, request))?;
        let findings = &examination.findings;
        match self.format {
            DoctorFormat::Human => {
                let colors = context.console.colors_out();
                context.console.out(doctor_view(findings, colors))?;
            }
            DoctorFormat::Json => context
                .console
                .out(json_document("findings", doctor_json(findings)))?,
        }
        let fault = findings.iter().any(|finding| finding.verdict == Verdict::Fault);
        Ok(if fault {
            ExitStatus::Findings
        } else {
            ExitStatus::Success
        })
    }
}
