//! The rule `consent-missing`.

use crate::check::{NOTHING, found_there};
use crate::support::{FOOTER, HOUSE_STYLE, TestPublication};

/// What is found of a list where consent is required.
fn of_list(list: &str) -> Vec<String> {
    let config = format!("{HOUSE_STYLE}{FOOTER}check: {{ require_consent: true }}\n");
    let publication = TestPublication::with_config(&config).file("subscribers/weekly.csv", list);
    found_there("consent-missing", &publication)
}

#[test]
fn fires_at_each_row_that_does_not_say_it() {
    let list = "email,consent_source,consent_date\n\
                anna@example.org,form,2024-03-01\n\
                bo@example.org,form,\n\
                cy@example.org,,2024-03-01\n\
                di@example.org,form,0000-00-00\n\
                eve@example.org,,\n";
    let findings = of_list(list);
    let begins = [
        "subscribers/weekly.csv:3:1 error consent-missing: this row does not say when its reader agreed -- write it into",
        "subscribers/weekly.csv:4:1 error consent-missing: this row does not say how its reader agreed -- write it into",
        "subscribers/weekly.csv:5:1 error consent-missing: this row does not say when its reader agreed -- write it into",
        "subscribers/weekly.csv:6:1 error consent-missing: this row does not say how and when its reader agreed -- write it into",
    ];
    assert_eq!(findings.len(), begins.len(), "{findings:?}");
    for (finding, begin) in findings.iter().zip(begins) {
        assert!(finding.starts_with(begin), "{finding}");
    }
}

#[test]
fn fires_once_at_a_list_that_says_nothing_of_it() {
    assert_eq!(
        of_list("email,name\nanna@example.org,Anna\nbo@example.org,Bo\n"),
        [
            "subscribers/weekly.csv:1:1 error consent-missing: no row of this list says how and when its reader agreed -- \
          write it into the columns `consent_source` and `consent_date`; whoever has not agreed gets the status `pending`"
        ]
    );
}

#[test]
fn quiet_for_what_other_programs_export_and_for_those_who_get_no_mail() {
    let list = "Email Address,OPTIN_IP,OPTIN_TIME\nanna@example.org,192.0.2.1,2024-03-01 10:00:00\n";
    assert_eq!(of_list(list), NOTHING);
    let list = "email,status,consent,consented_at\nanna@example.org,active,form,1 March 2024\nbo@example.org,unsubscribed,,\n";
    assert_eq!(of_list(list), NOTHING);
}

#[test]
fn quiet_where_nobody_asks_for_it() {
    let publication = TestPublication::new().file("subscribers/weekly.csv", "email\nanna@example.org\n");
    assert_eq!(found_there("consent-missing", &publication), NOTHING);
}
