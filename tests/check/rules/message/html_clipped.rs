//! The rule `html-clipped`.

use crate::check::{NOTHING, found_in};
use crate::support::{HOUSE_STYLE, TestPublication, good_draft};

/// What is found of the size where the lead has so many kilobytes more.
fn with_kilobytes(kilobytes: usize) -> Vec<String> {
    let words = "word ".repeat(kilobytes * 205);
    let text = good_draft().replacen("This week we", &format!("{words}\n\nThis week we"), 1);
    let findings = found_in(&TestPublication::with_config(HOUSE_STYLE).draft(&text));
    findings
        .into_iter()
        .filter(|finding| finding.contains("html-clipped"))
        .collect()
}

#[test]
fn fires_as_a_warning_close_to_the_cut_and_as_an_error_behind_it() {
    let close = with_kilobytes(84);
    assert_eq!(close.len(), 1, "{close:?}");
    assert!(
        close[0].starts_with("drafts/a.md:8:3 warning html-clipped: the HTML has 9"),
        "{close:?}"
    );
    let cut = with_kilobytes(110);
    assert!(
        cut[0].contains(" error html-clipped: the HTML has 11")
            && cut[0].contains(" bytes, and Gmail cuts it off after 102,400 -- "),
        "{cut:?}"
    );
}

#[test]
fn quiet_for_an_ordinary_issue() {
    assert_eq!(with_kilobytes(40), NOTHING);
}
