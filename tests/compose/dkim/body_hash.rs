//! The body hash beside a plain reading of RFC 6376 section 3.4.4.

use aws_lc_rs::digest::{SHA256, digest};
use digest_cli::compose::dkim::{BodyHash, body_hash};
use proptest::prelude::*;

/// The relaxed body, line by line.
fn relaxed(body: &str) -> String {
    let mut lines: Vec<String> = body
        .strip_suffix("\r\n")
        .unwrap_or(body)
        .split("\r\n")
        .map(|line| {
            let mut kept = String::new();
            for letter in line.chars() {
                let space = matches!(letter, ' ' | '\t');
                if !space {
                    kept.push(letter);
                } else if !kept.ends_with(' ') {
                    kept.push(' ');
                }
            }
            kept.trim_end_matches(' ').to_owned()
        })
        .collect();
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines.into_iter().map(|line| line + "\r\n").collect()
}

fn hash(text: &str) -> Vec<u8> {
    digest(&SHA256, text.as_bytes()).as_ref().to_vec()
}

#[test]
fn white_space_is_folded_and_empty_lines_at_the_end_do_not_count() {
    for (body, canonical) in [
        ("", ""),
        ("\r\n", ""),
        (" \r\n\t\r\n", ""),
        ("a  b\r\n", "a b\r\n"),
        (" a\t b \r\n\r\n\r\n", " a b\r\n"),
        ("a\r\n\r\nb\r\n \r\n", "a\r\n\r\nb\r\n"),
        ("  a\r\n", " a\r\n"),
    ] {
        assert_eq!(body_hash(body.as_bytes()).to_vec(), hash(canonical), "{body:?}");
        assert_eq!(relaxed(body), canonical);
    }
}

proptest! {
    #[test]
    fn every_body_is_hashed_as_the_rfc_reads(
        lines in proptest::collection::vec("[ab=.\t ]{0,12}", 0..12),
        tabs in any::<bool>(),
    ) {
        let mut body: String = lines.iter().map(|line| format!("{line}\r\n")).collect();
        if !tabs {
            body = body.replace('\t', "  ");
        }
        prop_assert_eq!(body_hash(body.as_bytes()).to_vec(), hash(&relaxed(&body)));
    }

    #[test]
    fn a_body_in_parts_is_hashed_as_the_whole(
        lines in proptest::collection::vec("[ab ]{0,5}|[ab\t ]{0,5}", 0..12),
        cuts in proptest::collection::vec(any::<proptest::sample::Index>(), 0..5),
    ) {
        let body: String = lines.iter().map(|line| format!("{line}\r\n")).collect();
        let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut.index(body.len() + 1)).collect();
        cuts.sort_unstable();
        let mut hash = BodyHash::new();
        let mut begun = 0;
        for cut in cuts.into_iter().chain([body.len()]) {
            hash.add(&body.as_bytes()[begun..cut]);
            begun = cut;
        }
        prop_assert_eq!(hash.finish(), body_hash(body.as_bytes()), "{:?}", body);
    }
}
