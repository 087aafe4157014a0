//! The rule `layout-table-without-role`.

use crate::check::NOTHING;
use crate::check::of_rule::{of_page, with_block};

#[test]
fn fires_at_the_first_of_them() {
    assert_eq!(
        of_page(
            "layout-table-without-role",
            "<table role=\"presentation\"><tr><td>\n<table><tr><td>{{ lead }}</td></tr></table></td></tr></table>"
        ),
        [
            "templates/issue.html:2:1 warning layout-table-without-role: a table of the layout has no `role=\"presentation\"` -- \
          write it in the table's tag; a table of data has `<th>` in its first row"
        ]
    );
}

#[test]
fn quiet_for_layout_that_says_so_and_for_tables_of_data() {
    assert_eq!(
        of_page(
            "layout-table-without-role",
            "<table role=\"none\"><tr><td>{{ lead }}<table><tr><th>Port</th></tr><tr><td>Aktau</td></tr></table></td></tr></table>"
        ),
        NOTHING
    );
    assert_eq!(with_block("| a | b |\n|---|---|\n| c | d |"), NOTHING);
}
