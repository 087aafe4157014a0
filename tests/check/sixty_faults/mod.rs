//! One draft that is wrong in more than sixty ways: each is found once, at its place.

use std::collections::BTreeSet;

use crate::check::{found_in, shown};
use crate::support::TestPublication;

/// Where each fault is found, how much it matters, and by which rule: each rule once.
const FAULTS: &str = "\
4:7 warning file-name-mismatch
5:9 error author-unknown
6:17 error list-unknown
7:11 error subject-reply-prefix
8:12 info preheader-length
9:1 error front-matter-unknown-key
13:9 error slot-unknown-field
15:5 warning repeated-word
17:4 info doubled-space
19:11 warning space-before-punctuation
21:13 warning doubled-punctuation
23:6 warning unpaired-punctuation
25:7 warning invisible-character
27:8 warning mojibake
29:5 warning mixed-script-word
31:1 info all-caps
33:12 warning ordinal-wrong
35:7 warning markdown-leftover
37:13 warning impossible-date
39:15 warning weekday-date-mismatch
41:26 warning event-date-past
43:9 warning numbers-disagree
45:20 warning count-list-mismatch
47:13 warning inconsistent-term
49:5 info acronym-unexplained
51:17 error leftover-placeholder
53:1 info long-sentence
55:18 warning link-not-https
57:6 error link-text-deceptive
59:23 warning link-shortener
61:25 warning link-ip-address
63:40 warning link-odd-port
65:27 error link-userinfo
67:12 info link-text-generic
69:5 info link-text-bare-url
71:57 info link-text-ambiguous
73:15 error link-malformed
75:37 warning link-tracking-leftover
77:30 error link-mailto-malformed
79:24 error link-host-mixed-script
81:55 info link-private-page
83:40 info link-document
85:15 error link-empty
87:22 error anchor-missing
89:5 warning reference-undefined
91:1 warning image-alt-missing
93:3 info image-alt-poor
95:2 warning image-link-without-text
97:14 info emoji-row
99:10 error foreign-merge-tag
103:20 info mixed-quotes
105:21 warning suppression-unknown-rule
108:21 warning unused-suppression
114:3 warning bullet-length
116:3 warning item-repeated
118:1 error typed-bullet
121:4 error section-missing
121:4 error section-unknown
123:1 warning heading-level-skipped
127:24 info heading-punctuation
131:1 info table-header-empty
135:1 info table-too-wide
142:9 info list-nested-deeply
144:1 info reference-unused
";

fn publication() -> TestPublication {
    TestPublication::with_config(include_str!("digest.yaml"))
        .file("drafts/2019-02-12-crossroads.md", include_str!("draft.md"))
        .file("subscribers/weekly.csv", "email,name\nanna@example.org,Anna\n")
}

#[test]
fn each_fault_is_found_once_and_where_it_stands() {
    let findings = publication().check().diagnostics;
    let places: Vec<String> = findings
        .iter()
        .map(|found| {
            let place = found.location.position();
            format!(
                "{}:{} {} {}",
                place.line, place.column, found.severity, found.rule
            )
        })
        .collect();
    assert_eq!(places, FAULTS.lines().collect::<Vec<_>>());
    let rules: BTreeSet<&str> = findings.iter().map(|found| found.rule).collect();
    assert_eq!(rules.len(), findings.len(), "a rule speaks twice");
    assert!(rules.len() >= 60, "{}", rules.len());
}

#[test]
fn each_message_says_what_to_do() {
    for found in publication().check().diagnostics {
        assert!(found.hint.is_some(), "{}", shown(&found));
    }
    assert_eq!(found_in(&publication()).len(), FAULTS.lines().count());
}
