//! The rule `slot-unknown-field`.

use crate::check::{NOTHING, found, found_in};
use crate::support::{TestPublication, good_draft};

/// A publication whose lists have the columns `city` and `joined`, and whose lead says something more.
fn with_lead(more: &str) -> Vec<String> {
    let publication = TestPublication::new()
        .file(
            "subscribers/weekly.csv",
            "email,name,city\nanna@example.org,Anna,Almaty\n",
        )
        .file("subscribers/monthly.csv", "email,joined\nanna@example.org,2019\n")
        .draft(
            &good_draft()
                .replace("[weekly]", "[weekly, monthly]")
                .replace("This week we", &format!("\n{more} This week we")),
        );
    found_in(&publication)
}

#[test]
fn fires_at_a_column_that_no_list_has() {
    assert_eq!(
        with_lead("From {{ subscriber.cty }}!"),
        [
            "drafts/a.md:11:9 error slot-unknown-field: no list of this issue has a column `cty` -- did you mean `subscriber.city`?"
        ]
    );
    assert_eq!(with_lead("{% if subscriber['street'] %}You.{% endif %}").len(), 1);
}

#[test]
fn fires_at_a_link_that_there_is_not() {
    assert_eq!(
        with_lead("[Leave]({{ links.unsubscribed }})."),
        [
            "drafts/a.md:11:12 error slot-unknown-field: there is no link `unsubscribed` -- did you mean `links.unsubscribe`?"
        ]
    );
    assert_eq!(with_lead("{{ links.web }}").len(), 1);
}

#[test]
fn quiet_for_columns_of_any_list_and_for_what_everyone_has() {
    assert_eq!(
        with_lead(
            "{{ subscriber.city or 'x' }} {{ subscriber . joined or 'x' }} {{ subscriber['email'] }} {{ links.unsubscribe }}."
        ),
        NOTHING
    );
    assert_eq!(
        with_lead("`{{ subscriber.cty }}` {{ 'subscriber.cty' }} {# subscriber.cty #}"),
        NOTHING
    );
}

#[test]
fn quiet_where_no_list_is_at_hand() {
    assert_eq!(
        found(&good_draft().replace("subscriber.name", "subscriber.town")),
        NOTHING
    );
}
