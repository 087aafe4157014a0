//! The rule `link-private-page`.

use crate::check::NOTHING;
use crate::check::in_lead::found_by;

fn found(text: &str) -> Vec<String> {
    found_by("link-private-page", text)
}

#[test]
fn fires_at_what_only_its_writer_can_open() {
    for (url, column, message) in [
        (
            "https://mail.google.com/mail/u/0/#inbox/1",
            14,
            "`mail.google.com` shows everyone only what is their own",
        ),
        (
            "https://example.org/wp-admin/post.php?post=7&action=edit",
            25,
            "the link leads to a page for those who make the site",
        ),
        (
            "https://example.org/?p=7&preview=true",
            31,
            "`preview=true` shows a page that is not published yet",
        ),
        (
            "https://docs.google.com/forms/d/1a/edit",
            40,
            "the link opens a page for editing",
        ),
    ] {
        assert_eq!(
            found(&format!("[it]({url})")),
            [format!(
                "10:{column} warning link-private-page: {message} -- write the address that the site gives under `Share` or `Publish`, and open it where \
                 you are not logged in"
            )]
        );
    }
}

#[test]
fn fires_as_an_error_at_a_file_of_ones_own() {
    for url in [
        "file:///home/editor/map.pdf",
        "C:/Users/editor/map.pdf",
        "/Users/editor/map.pdf",
    ] {
        assert_eq!(
            found(&format!("[it]({url})")),
            [
                "10:6 error link-private-page: the link leads to a file on somebody's own disk -- put the file on a web server, and write its \
                 `https://` address"
            ]
        );
    }
}

#[test]
fn fires_as_a_note_at_a_document_that_opens_for_editing() {
    let findings = found("[it](https://docs.google.com/document/d/1a/edit#gid=0)");
    assert!(
        findings[0].starts_with("10:43 info link-private-page: the link opens a page for editing -- "),
        "{findings:?}"
    );
}

#[test]
fn quiet_for_pages_that_everyone_can_open() {
    for url in [
        "https://docs.google.com/document/d/1a/edit?usp=sharing",
        "https://docs.google.com/forms/d/e/1a/viewform",
        "https://docs.google.com/document/d/1a/preview",
        "https://example.org/editions/edit",
        "https://example.org/?preview=false",
        "https://support.google.com/mail",
        "https://web.telegram.org",
        "/about",
    ] {
        assert_eq!(found(&format!("[it]({url})")), NOTHING, "{url}");
    }
}
