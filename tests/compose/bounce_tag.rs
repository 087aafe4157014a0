//! Addresses that bounces come back to.

use std::sync::Arc;

use digest_cli::compose::{BounceTag, ComposeError, Composer};
use digest_cli::edition::Edition;
use digest_cli::foundation::{Address, CanonicalAddress, Key};
use digest_cli::message::Attempt;
use proptest::prelude::*;

use super::fixture::{DATE, edition, key, profile};

const PUBLICATION: &str = "eurasia-weekly.example.org";
const ISSUE: &str = "2019-02-05-caspian-crossroads";

fn tagged(delimiter: Option<char>) -> Edition {
    Edition {
        bounce_delimiter: delimiter,
        ..edition()
    }
}

/// The envelope sender of a row's copy.
fn sender(edition: Edition, key: Key, scope: &str, row: i64) -> Address {
    let composer = Composer::new(Arc::new(edition), key, scope, DATE).expect("a composer");
    let anna = CanonicalAddress::stored("anna@example.com");
    let attempt = Attempt { row, number: 2 };
    let message = composer.compose(attempt, &anna, "anna@example.com", "weekly", &profile());
    message.expect("a copy").envelope.sender
}

#[test]
fn copies_share_an_envelope_sender_where_no_tag_is_wanted() {
    assert_eq!(
        sender(tagged(None), key(), "live", 7).written(),
        "bounces@example.org"
    );
}

#[test]
fn each_copy_has_an_envelope_sender_of_its_own_that_names_its_row() {
    let seven = sender(tagged(Some('+')), key(), "live", 7);
    assert!(
        seven.written().starts_with("bounces+k1-7-"),
        "{}",
        seven.written()
    );
    assert_eq!(seven, sender(tagged(Some('+')), key(), "live", 7));
    assert_ne!(seven, sender(tagged(Some('+')), key(), "live", 8));
    let tag = BounceTag::parse(&seven.wire()).expect("a tag");
    assert_eq!((tag.key_id(), tag.row()), ("k1", 7));
    assert!(tag.matches(&key(), PUBLICATION, "live", ISSUE));
}

#[test]
fn a_tag_belongs_to_one_issue_and_one_key_and_no_test_copy_passes_for_a_real_one() {
    let test = sender(tagged(Some('+')), key(), "test/1", 7);
    let test = BounceTag::parse(test.written()).expect("a tag");
    assert!(!test.matches(&key(), PUBLICATION, "live", ISSUE));
    let live = BounceTag::of_copy(&key(), PUBLICATION, "live", ISSUE, 7);
    assert!(!live.matches(&key(), PUBLICATION, "live", "2019-02-12-other"));
    assert!(!live.matches(&key(), "other.example.org", "live", ISSUE));
    let other = Key::parse(&format!("k1:{}", "5b".repeat(32))).expect("a key");
    assert!(!live.matches(&other, PUBLICATION, "live", ISSUE));
}

#[test]
fn what_holds_no_tag_is_none() {
    let right = sender(tagged(Some('+')), key(), "live", 7).written().to_owned();
    let (local, _) = right.split_once('@').expect("a local part");
    for wrong in [
        "",
        "@example.org",
        "bounces@example.org",
        "bounces+@example.org",
        "bounces+k1-7@example.org",
        &local[..local.len() - 1],
        &format!("{local}a"),
        &local.replace("-7-", "--"),
        &local.replace("-7-", "-+7-"),
        &local.replace("-7-", "-zzzzzzzzzzzzzz-"),
        &local.replace("-7-", "-zzzzzzzzzzzzz-"),
        &local.replace("+k1", "+"),
        &local.replace("+k1", "+longerthan8"),
        &local.replace("bounces+k1", "k1"),
    ] {
        assert!(BounceTag::parse(wrong).is_none(), "{wrong}");
    }
}

#[test]
fn an_address_without_room_for_a_tag_is_refused() {
    let long = Edition {
        envelope_sender: format!("{}@example.org", "b".repeat(34)),
        ..tagged(Some('+'))
    };
    let refused = Composer::new(Arc::new(long.clone()), key(), "live", DATE).expect_err("a refusal");
    assert_eq!(
        refused,
        ComposeError::LongBounce(format!("{}@example.org", "b".repeat(34)))
    );
    let shared = Edition {
        bounce_delimiter: None,
        ..long
    };
    assert!(Composer::new(Arc::new(shared), key(), "live", DATE).is_ok());
}

proptest! {
    #[test]
    fn every_tagged_address_is_an_address_that_reads_back_whatever_happens_to_its_case(
        local in "[a-z]{1,10}([-+._][a-z0-9]{1,8}){0,2}",
        delimiter in prop_oneof![Just('+'), Just('-')],
        id in "[A-Za-z0-9]{1,8}",
        row in prop_oneof![0_i64..100, any::<i64>().prop_map(|row| row & i64::MAX)],
        shouted in any::<bool>(),
    ) {
        prop_assume!(local.len() <= 27);
        let key = Key::parse(&format!("{id}:{}", "5a".repeat(32))).expect("a key");
        let edition = Edition { envelope_sender: format!("{local}@example.org"), ..tagged(Some(delimiter)) };
        let sender = sender(edition, key.clone(), "live", row);
        prop_assert!(sender.local().len() <= 64, "{}", sender.local());
        prop_assert_eq!(&Address::parse(sender.written()).expect("an address"), &sender);
        let start = format!("{local}{delimiter}");
        prop_assert!(sender.local().starts_with(&start));
        let written = if shouted { sender.wire().to_uppercase() } else { sender.wire().into_owned() };
        let tag = BounceTag::parse(&written).expect("a tag");
        prop_assert_eq!(tag.row(), row);
        prop_assert!(key.has_id(tag.key_id()));
        prop_assert!(tag.matches(&key, PUBLICATION, "live", ISSUE));
        prop_assert!(!tag.matches(&key, PUBLICATION, "live", "other"));
    }

    #[test]
    fn no_address_makes_reading_a_tag_fail_badly(address in "\\PC{0,80}") {
        if let Some(tag) = BounceTag::parse(&address) {
            prop_assert!(!tag.matches(&key(), PUBLICATION, "live", ISSUE));
        }
    }
}
