//! Numbers in columns.

use digest_cli::report::Table;

#[test]
fn numbers_stand_under_their_headings_and_add_up() {
    let table = Table::new("list", ["to send", "sent"])
        .row("weekly", [4012, 0])
        .row("еженедельник", [17, 3])
        .total("total");
    assert_eq!(table.sums(), [4029, 3]);
    assert_eq!(
        table.to_string(),
        "list          to send  sent\n\
         weekly          4,012     0\n\
         еженедельник       17     3\n\
         total           4,029     3\n"
    );
}

#[test]
fn wide_characters_take_two_columns() {
    let table = Table::new("list", ["sent"]).row("週刊", [1]).row("ab", [10]);
    assert_eq!(table.to_string(), "list  sent\n週刊     1\nab      10\n");
}

#[test]
fn a_row_has_as_many_numbers_as_there_are_columns() {
    let table = Table::new("list", ["a", "b"])
        .row("x", [1])
        .row("y", [1, 2, 3])
        .total("all");
    assert_eq!(table.sums(), [2, 2]);
    assert_eq!(
        table.to_string(),
        "list  a  b\nx     1  0\ny     1  2\nall   2  2\n"
    );
}

#[test]
fn a_table_without_rows_is_its_heading() {
    assert_eq!(
        Table::new("list", ["sent"]).total("all").to_string(),
        "list  sent\nall      0\n"
    );
}
