//! Whether the keys that sign are those that are published.

use crate::compose::dkim::{Published, Signer};
use crate::publication::Publication;
use crate::workflow::dkim_signers::dkim_signer;

use super::finding::{Finding, Topic, Verdict};
use super::names::Names;

/// A finding for each signature.
pub(super) async fn dkim_keys(publication: &Publication, names: &Names) -> Vec<Finding> {
    let settings = &publication.config.dkim;
    if settings.is_empty() {
        return vec![
            Finding::new(
                Topic::Dkim,
                Verdict::Note,
                "copies leave without a signature of ours: the relay must sign them, and Gmail, Yahoo and Microsoft demand it",
            )
            .hinted("look at `dkim=` in the Authentication-Results of a test copy (`digest send --test`); its `header.d` must be the From address's domain")
            .hinted("or sign here: `dkim: { selector: digest, key_file: .digest/dkim.pem }` in digest.yaml"),
        ];
    }
    let mut findings = Vec::new();
    for settings in settings {
        findings.push(match dkim_signer(publication, settings) {
            Ok(signer) => published(&signer, names).await,
            Err(failure) => failure.hints.into_iter().fold(
                Finding::new(Topic::Dkim, Verdict::Fault, failure.message),
                Finding::hinted,
            ),
        });
    }
    findings
}

async fn published(signer: &Signer, names: &Names) -> Finding {
    let name = signer.record_name();
    let record = signer.key.record();
    let texts = match names.txt(&name).await {
        Ok(texts) => texts,
        Err(reason) => return Finding::unknown(Topic::Dkim, &name, &reason),
    };
    let fault = |message: String| {
        Finding::new(Topic::Dkim, Verdict::Fault, message).mended_by(&name, record.to_string())
    };
    let kind = signer.key.algorithm();
    let text = match &texts[..] {
        [] => {
            return fault(format!(
                "no key is published at `{name}`: every signature would fail"
            ))
            .hinted("publish this record, and wait until DNS shows it before the first send");
        }
        [text] => text,
        several => {
            return fault(format!(
                "{} records are published at `{name}`, and receivers may take any",
                several.len()
            ))
            .hinted("leave this one alone there");
        }
    };
    match record.compare(text) {
        Published::Same => Finding::new(
            Topic::Dkim,
            Verdict::Good,
            format!("the {kind} key is the one published at `{name}`"),
        ),
        Published::Testing => Finding::new(
            Topic::Dkim,
            Verdict::Warning,
            format!("the key published at `{name}` is the right one, and marked as a test (`t=y`)"),
        )
        .hinted("take `t=y` out: receivers may treat the mail as unsigned")
        .mended_by(&name, record.to_string()),
        Published::Other => fault(format!(
            "the key published at `{name}` is not the one that signs: every signature would fail"
        ))
        .hinted("publish this record, or name in `dkim.key_file` the file of the key that is published")
        .hinted("to change a key, publish the new one under a new selector first"),
        Published::Revoked => fault(format!(
            "the key published at `{name}` was revoked (`p=` is empty)"
        ))
        .hinted("make a new key, with a selector of its own"),
        Published::Unusable(why) => fault(format!(
            "what is published at `{name}` is no usable key record: {why}"
        ))
        .hinted("publish this record in its place"),
    }
}
