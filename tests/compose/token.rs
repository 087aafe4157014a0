//! Unsubscribe tokens.

use digest_cli::compose::Token;
use digest_cli::foundation::{CanonicalAddress, Key};

use super::fixture::key;

fn anna() -> CanonicalAddress {
    CanonicalAddress::stored("anna@example.com")
}

#[test]
fn a_token_reads_back_and_belongs_to_one_reader_of_one_list() {
    let token = Token::for_reader(&key(), "weekly", &anna());
    let read = Token::parse(&token.to_string()).expect("a token");
    assert!(read.matches(&key(), "weekly", &anna()));
    assert!(!read.matches(&key(), "monthly", &anna()));
    assert!(!read.matches(&key(), "weekly", &CanonicalAddress::stored("boris@example.com")));
}

#[test]
fn a_token_of_another_key_does_not_match() {
    let other = Key::parse(&format!("k1:{}", "5b".repeat(32))).expect("a key");
    let token = Token::for_reader(&other, "weekly", &anna());
    assert_eq!(token.key_id(), "k1");
    assert!(!token.matches(&key(), "weekly", &anna()));
}

#[test]
fn a_token_holds_a_key_id_and_160_bits_and_no_address() {
    let text = Token::for_reader(&key(), "weekly", &anna()).to_string();
    let (id, mac) = text.split_once('.').expect("two parts");
    assert_eq!((id, mac.len()), ("k1", 32));
    assert!(
        mac.bytes()
            .all(|b| b.is_ascii_lowercase() || (b'2'..=b'7').contains(&b))
    );
}

#[test]
fn a_token_survives_the_shift_key_and_white_space() {
    let text = Token::for_reader(&key(), "weekly", &anna()).to_string();
    let shouted = format!(" {}\r\n", text.to_uppercase());
    assert!(
        Token::parse(&shouted)
            .expect("a token")
            .matches(&key(), "weekly", &anna())
    );
}

#[test]
fn what_is_no_token_is_none() {
    let right = Token::for_reader(&key(), "weekly", &anna()).to_string();
    for wrong in [
        "",
        ".",
        "k1.",
        "k1.short",
        &right[1..].replace('.', ""),
        &right[..right.len() - 1],
        &format!("{right}a"),
        &right.replace("k1", "longerthan8"),
        &right.replace("k1", "k-1"),
        &format!("{}é", &right[..right.len() - 2]),
        &format!("{}1", &right[..right.len() - 1]),
    ] {
        assert!(Token::parse(wrong).is_none(), "{wrong}");
    }
}

#[test]
fn the_specimen_has_a_tokens_shape_and_belongs_to_nobody() {
    let specimen = Token::specimen();
    assert!(Token::parse(&specimen.to_string()).is_some());
    assert!(!specimen.matches(&key(), "weekly", &anna()));
}
