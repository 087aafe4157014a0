//! The rule `reply-to-freemail`.

use crate::check::{NOTHING, found_there, with_config_of};

/// What is found where answers go to an address.
fn of_reply_to(address: &str) -> Vec<String> {
    let publication = with_config_of("authors:\n", &format!("reply_to: {address}\nauthors:\n"));
    found_there("reply-to-freemail", &publication)
}

#[test]
fn fires_at_a_free_mailbox() {
    assert_eq!(
        of_reply_to("our.weekly@gmail.com"),
        [
            "digest.yaml:4:11 warning reply-to-freemail: the mail is from `example.org`, and its answers go to `gmail.com`, \
          where anybody has an address -- write an address at `example.org`, and have its mail passed on"
        ]
    );
}

#[test]
fn quiet_for_an_address_of_ones_own_and_where_the_mail_is_from_there_too() {
    assert_eq!(of_reply_to("editors@news.example.org"), NOTHING);
    let from = "email: weekly@example.org }\n";
    let publication = with_config_of(from, "email: weekly@gmail.com }\nreply_to: editors@gmail.com\n");
    assert_eq!(found_there("reply-to-freemail", &publication), NOTHING);
}
