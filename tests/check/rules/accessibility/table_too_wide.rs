//! The rule `table-too-wide`.

use crate::check::NOTHING;
use crate::check::of_rule::with_block;

#[test]
fn fires_above_four_columns() {
    assert_eq!(
        with_block("| a | b | c | d | e |\n|---|---|---|---|---|\n| 1 | 2 | 3 | 4 | 5 |"),
        [
            "14:1 info table-too-wide: this table has 5 columns; a telephone shows 4 -- \
          leave columns out, or turn the table so that they go down"
        ]
    );
}

#[test]
fn quiet_at_four_columns() {
    assert_eq!(
        with_block("| a | b | c | d |\n|---|---|---|---|\n| 1 | 2 | 3 | 4 |"),
        NOTHING
    );
}
