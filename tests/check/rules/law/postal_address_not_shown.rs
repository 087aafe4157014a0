//! The rule `postal-address-not-shown`.

use crate::check::{NOTHING, found_there, with_config_of, with_own_templates, with_page};
use crate::support::{TestPublication, good_draft};

#[test]
fn fires_at_a_template_that_leaves_it_out() {
    assert_eq!(
        found_there(
            "postal-address-not-shown",
            &with_page("<p>Our Weekly, Almaty</p>")
        ),
        [
            "templates/issue.html:1:1 warning postal-address-not-shown: the HTML part does not show the postal address -- \
          put `{{ publication.postal_address }}` into the template's footer"
        ]
    );
    let text = TestPublication::new()
        .draft(&good_draft())
        .file("templates/issue.txt", "{{ lead }}\n");
    let findings = found_there("postal-address-not-shown", &text);
    assert!(
        findings[0].starts_with("templates/issue.txt:1:1 warning postal-address-not-shown: the text part "),
        "{findings:?}"
    );
}

#[test]
fn quiet_however_its_lines_are_broken() {
    let page = with_page("<p>4 Example<br>Street</p><p>ALMATY</p>");
    assert_eq!(found_there("postal-address-not-shown", &page), NOTHING);
    let lines = "postal_address: |\n  Our Weekly & Sons\n  4 Example Street, 2nd floor\n  Almaty\n";
    let publication =
        with_config_of("postal_address: 4 Example Street, Almaty\n", lines).draft(&good_draft());
    let publication = with_own_templates(publication);
    assert_eq!(found_there("postal-address-not-shown", &publication), NOTHING);
}
