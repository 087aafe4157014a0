//! What is looked at, and what of it counts.

use std::path::{Path, PathBuf};

use crate::check::{Baseline, ChangedFiles, Checker, Findings, Rule, Selection, Targets, rule_named};
use crate::command::{Context, output_file::write_output};
use crate::foundation::{Failure, plural};
use crate::publication::Publication;

/// What is looked at, and what of it counts.
#[derive(Debug, clap::Args)]
pub(super) struct Narrowing {
    /// Drafts, lists, or folders of them; without one, every draft and list
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// Only drafts and lists that git says have changed since the work left REV (a branch, tag or commit), new ones included; without REV,
    /// since the last commit
    #[arg(
        long,
        value_name = "REV",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "HEAD"
    )]
    changed: Option<String>,

    /// Only these rules, also those that digest.yaml switches off (can be repeated, or parted by commas)
    #[arg(long, value_name = "RULE", value_delimiter = ',', value_parser = named)]
    select: Vec<&'static Rule>,

    /// Not these rules (can be repeated, or parted by commas)
    #[arg(long, value_name = "RULE", value_delimiter = ',', value_parser = named)]
    ignore: Vec<&'static Rule>,

    /// Tell only what is new: leave out what this file knows, which `--write-baseline` wrote
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,

    /// Write what is found into this file, for `--baseline`; it then counts as known
    #[arg(long, value_name = "FILE", conflicts_with = "baseline")]
    write_baseline: Option<PathBuf>,
}

impl Narrowing {
    /// Who checks, and by what.
    pub(super) fn checker<'p>(&self, publication: &'p Publication) -> Result<Checker<'p>, Failure> {
        let checker = Checker::new(publication).selecting(Selection {
            only: self.select.clone(),
            without: self.ignore.clone(),
        });
        Ok(match &self.changed {
            Some(revision) => checker.only_changed(ChangedFiles::since(revision, publication)?),
            None => checker,
        })
    }

    /// What was found before, where there is such a file. Read first: whoever misspells it need not wait.
    pub(super) fn known(&self, context: &Context) -> Result<Option<Baseline>, Failure> {
        let read = |shown: &PathBuf| Baseline::read(&context.path(shown), shown);
        self.baseline.as_ref().map(read).transpose()
    }

    /// What is found, less what is known already.
    pub(super) fn findings(
        &self,
        checker: &Checker<'_>,
        targets: &Targets,
        known: Option<&Baseline>,
        context: &mut Context,
    ) -> Result<Findings, Failure> {
        let mut findings = checker.check(targets)?;
        if let Some(baseline) = known {
            self.leave_out(baseline, &mut findings, context);
        }
        if let Some(shown) = &self.write_baseline {
            write_baseline(shown, &mut findings, context)?;
        }
        Ok(findings)
    }

    /// What to say where nothing was found.
    pub(super) fn nothing_found(&self, files: usize) -> String {
        match &self.changed {
            Some(revision) if files == 0 => format!("no draft or list has changed since `{revision}`"),
            _ if self.baseline.is_some() || self.write_baseline.is_some() => {
                format!("{} checked, nothing new found", plural(files, "file"))
            }
            _ => format!("{} checked, nothing found", plural(files, "file")),
        }
    }

    /// Fails where a rule is asked for that follows links, and nobody follows them: it would find nothing, and seem content.
    pub(super) fn offline<'p>(&self, checker: Checker<'p>) -> Result<Checker<'p>, Failure> {
        match self.select.iter().find(|rule| rule.follows_links()) {
            Some(rule) => Err(Failure::new(format!(
                "the rule `{}` finds nothing where no links are followed",
                rule.name
            ))
            .hinted("add `--online`")),
            None => Ok(checker),
        }
    }

    /// What is to be checked.
    pub(super) fn targets(&self, context: &Context) -> Result<Targets, Failure> {
        if self.paths.is_empty() {
            return Ok(Targets::Everything);
        }
        let paths: Vec<PathBuf> = self.paths.iter().map(|path| context.path(path)).collect();
        // `--changed main` reads well and means a path `main`.
        let missing = self.paths.iter().zip(&paths).find(|(_, path)| !path.exists());
        if let (Some(_), Some((given, _))) = (&self.changed, missing) {
            let given = given.display();
            return Err(Failure::new(format!("there is no file `{given}`"))
                .hinted(format!("a revision is given with `=`: `--changed={given}`")));
        }
        Ok(Targets::Paths(paths))
    }

    fn leave_out(&self, baseline: &Baseline, findings: &mut Findings, context: &mut Context) {
        let compared = baseline.take_out(findings);
        if compared.known > 0 {
            let known = plural(compared.known, "finding");
            let them = if compared.known == 1 { "it" } else { "them" };
            let line = format!("{known} left out: the baseline knows {them}");
            context.console.tell(line);
        }
        // Of what was not looked at nothing can be said.
        let whole = self.paths.is_empty() && self.changed.is_none();
        let whole = whole && self.select.is_empty() && self.ignore.is_empty();
        if whole && compared.gone > 0 {
            let gone = plural(compared.gone, "finding");
            let are = if compared.gone == 1 { "is" } else { "are" };
            context.console.tell(format_args!(
                "{gone} of the baseline {are} mended: `--write-baseline` makes it shorter"
            ));
        }
    }
}

fn write_baseline(shown: &Path, findings: &mut Findings, context: &mut Context) -> Result<(), Failure> {
    let baseline = Baseline::of(&findings.diagnostics);
    write_output(&context.path(shown), shown, baseline.to_json().as_bytes())?;
    baseline.take_out(findings);
    let written = plural(baseline.len(), "finding");
    context
        .console
        .tell(format_args!("wrote {} with {written}", shown.display()));
    Ok(())
}

fn named(name: &str) -> Result<&'static Rule, String> {
    rule_named(name.trim()).map_err(|failure| match failure.hints.first() {
        Some(hint) => format!("{failure}; {hint}"),
        None => failure.message,
    })
}
