//! Addresses.

use digest_cli::foundation::{Address, AddressError};
use proptest::prelude::*;

fn address(text: &str) -> Address {
    Address::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[test]
fn an_address_is_kept_as_written_and_sent_with_a_labels() {
    let written = address(" Зоя.Ким+news@Почта.Example ");
    assert_eq!(written.written(), "Зоя.Ким+news@Почта.Example");
    assert_eq!(written.local(), "Зоя.Ким+news");
    assert_eq!(written.domain(), "xn--80a1acny.example");
    assert_eq!(written.wire(), "Зоя.Ким+news@xn--80a1acny.example");
    assert!(written.needs_smtputf8());
    assert!(!address("info@почта.example").needs_smtputf8());
}

#[test]
fn comparison_ignores_case_and_the_form_of_letters_and_nothing_else() {
    let same = |one: &str, other: &str| address(one).canonical() == address(other).canonical();
    assert!(same("Ann.Lee@Example.ORG", "ann.lee@example.org"));
    assert!(same("zoe\u{301}@example.org", "ZO\u{C9}@example.org"));
    assert!(same("a@почта.example", "A@XN--80A1ACNY.example"));
    assert!(!same("ann.lee@example.org", "annlee@example.org"));
    assert!(!same("ann+news@example.org", "ann@example.org"));
    assert_eq!(address("Ann@Example.org").canonical().as_str(), "ann@example.org");
}

#[test]
fn what_is_no_address_is_told_why() {
    use AddressError::{Character, Domain, Dots, Empty, Long, LongLocalPart, NoAt, NoDot, NoLocalPart};
    for (text, error) in [
        ("  ", Empty),
        ("example.org", NoAt),
        ("@example.org", NoLocalPart),
        ("a b@example.org", Character(' ')),
        ("Ann <ann@example.org>", Character(' ')),
        ("\"ann\"@example.org", Character('"')),
        ("a@b@example.org", Character('@')),
        ("a\r\nb@example.org", Character('\r')),
        ("a\0@example.org", Character('\0')),
        ("a\u{200B}b@example.org", Character('\u{200B}')),
        ("a\u{202E}b@example.org", Character('\u{202E}')),
        ("a\u{37E}b@example.org", Character('\u{37E}')),
        ("a\u{2000}b@example.org", Character('\u{2000}')),
        (".a@example.org", Dots),
        ("a.@example.org", Dots),
        ("a..b@example.org", Dots),
        ("a@localhost", NoDot),
        ("a@", Domain),
        ("a@[192.0.2.1]", Domain),
        ("a@192.0.2.1", Domain),
        ("a@exam_ple.org", Domain),
        ("a@-example.org", Domain),
        ("a@example..org", Domain),
        ("a@example.org.", Domain),
        ("a@exam ple.org", Domain),
        ("a@example.org\n>x", Domain),
    ] {
        assert_eq!(Address::parse(text), Err(error), "{text:?}");
    }
    let local = "a".repeat(64);
    assert!(Address::parse(&format!("{local}@example.org")).is_ok());
    assert_eq!(
        Address::parse(&format!("{local}a@example.org")),
        Err(LongLocalPart)
    );
    let domain = format!(
        "{}.org",
        ["b".repeat(60), "c".repeat(60), "d".repeat(60)].join(".")
    );
    assert_eq!(
        Address::parse(&format!("{local}@{domain}")).map(|address| address.wire().len()),
        Ok(251)
    );
    assert_eq!(Address::parse(&format!("{local}@long.{domain}")), Err(Long));
}

#[test]
fn what_a_domain_is_written_with_is_not_what_a_command_carries() {
    let odd = address("a@Example\u{3002}org");
    assert_eq!(odd.wire(), "a@example.org");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_text_is_an_address_or_is_not(text in any::<String>()) {
        let _ = Address::parse(&text);
    }

    #[test]
    fn a_domain_is_what_the_standard_makes_of_it(domain in "(xn--)?[a-zA-Z0-9.-]{1,9}\\.[a-zA-Z]{2,4}") {
        if let Ok(address) = Address::parse(&format!("ann@{domain}")) {
            let standard = idna::domain_to_ascii_strict(&domain).ok();
            prop_assert_eq!(Some(address.domain().to_owned()), standard);
        }
    }

    #[test]
    fn no_address_can_end_a_line_or_a_path(local in "\\PC{1,12}", noise in "[\r\n\0\t <>,;:\"\\\\\u{85}\u{2028}\u{200F}]", domain in "\\PC{1,12}") {
        for text in [
            format!("{local}@{domain}.org"),
            format!("{local}{noise}x@example.org"),
            format!("x@{domain}{noise}x.org"),
        ] {
            let Ok(address) = Address::parse(&text) else { continue };
            for shown in [address.wire().into_owned(), address.written().to_owned(), address.canonical().to_string()] {
                prop_assert!(!shown.chars().any(|c| c.is_control() || c.is_whitespace() || "<>,;:\"\\".contains(c)), "{shown:?}");
            }
        }
    }

    #[test]
    fn what_is_sent_to_is_an_address_that_compares_the_same(text in "[a-zÀ-ÿА-я0-9.+]{1,10}@[a-zÀ-ÿа-я0-9-]{1,10}\\.(org|example)") {
        if let Ok(address) = Address::parse(&text) {
            let again = Address::parse(&address.wire()).map_err(|error| TestCaseError::fail(format!("{text}: {error}")))?;
            prop_assert_eq!(again.canonical(), address.canonical());
            let canonical = address.canonical();
            let twice = Address::parse(canonical.as_str()).map_err(|error| TestCaseError::fail(format!("{text}: {error}")))?;
            prop_assert_eq!(twice.canonical(), canonical);
        }
    }
}
