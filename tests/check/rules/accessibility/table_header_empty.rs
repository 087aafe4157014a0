//! The rule `table-header-empty`.

use crate::check::NOTHING;
use crate::check::of_rule::with_block;

#[test]
fn fires_once_for_each_table() {
    assert_eq!(
        with_block(
            "| Port |   |\n|---|---|\n| Aktau | 12 |\n\nAnd\n\n| a | | |\n|---|---|---|\n| b | c | d |"
        ),
        [
            "14:1 info table-header-empty: a column of this table has no heading -- write in the table's first row what each column holds",
            "20:1 info table-header-empty: 2 columns of this table have no heading -- write in the table's first row what each column holds",
        ]
    );
}

#[test]
fn quiet_where_only_the_corner_is_empty_or_a_slot_stands() {
    assert_eq!(with_block("|   | Days |\n|---|---|\n| Aktau | |"), NOTHING);
    assert_eq!(
        with_block("| Port | {{ issue.number }} |\n|---|---|\n| Aktau | 1 |"),
        NOTHING
    );
}
