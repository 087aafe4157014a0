//! The rule `author-unknown`.

use crate::check::{NOTHING, found};
use crate::support::good_draft;

#[test]
fn fires_at_a_key_that_digest_yaml_lacks() {
    assert_eq!(
        found(&good_draft().replace("author: aserik", "author: aserk")),
        ["5:9 error author-unknown: the author `aserk` is not in digest.yaml -- did you mean `aserik`?"]
    );
    assert_eq!(
        found(&good_draft().replace("author: aserik", "author: [aserik, zoe]")),
        [
            "5:18 error author-unknown: the author `zoe` is not in digest.yaml -- \
          add `zoe` to `authors` in digest.yaml, or write `author: { name: … }` here"
        ]
    );
}

#[test]
fn quiet_for_a_name_that_is_written_out() {
    assert_eq!(
        found(&good_draft().replace("author: aserik", "author: { name: Тимур Ахметов }")),
        NOTHING
    );
    assert_eq!(
        found(&good_draft().replace("author: aserik", "author: [aserik, dmarlen]")),
        NOTHING
    );
}
