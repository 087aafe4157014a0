//! The rule `link-placeholder-host`.

use crate::check::NOTHING;
use crate::check::in_lead::{found_by, found_under};
use crate::support::HOUSE_STYLE;

fn found(text: &str) -> Vec<String> {
    found_by("link-placeholder-host", text)
}

/// What is found in a publication that is somebody's.
fn found_at_home(text: &str) -> Vec<String> {
    let config = HOUSE_STYLE.replace("example.org", "caspian-weekly.kz");
    found_under(&config, "link-placeholder-host", text)
}

#[test]
fn fires_at_hosts_that_nobody_can_have() {
    for (host, column) in [
        ("example.com", 14),
        ("www.example.org", 14),
        ("shop.test", 14),
        ("news.invalid", 14),
    ] {
        assert_eq!(
            found_at_home(&format!("[it](https://{host}/a)")),
            [format!(
                "drafts/a.md:10:{column} error link-placeholder-host: `{host}` is nobody's host: it holds the place of another -- write the address that \
                 the page has for everyone"
            )]
        );
    }
}

#[test]
fn fires_in_every_publication_at_what_holds_the_place_of_an_address() {
    for url in ["TODO", "#", "https://TODO", "url", "https://link/", "...", "xxx"] {
        assert_eq!(
            found(&format!("[it]({url})")),
            [format!(
                "10:6 error link-placeholder-host: `{url}` only holds the place of an address -- write the address of the page, or take the link out"
            )]
        );
    }
    for host in [
        "localhost",
        "localhost:3000",
        "your-domain.com",
        "www.yourdomain.com",
        "yoursite.org",
    ] {
        assert_eq!(found(&format!("[it](http://{host}/a)")).len(), 1, "{host}");
    }
}

#[test]
fn fires_as_a_warning_at_a_staging_copy() {
    assert_eq!(
        found("[it](https://staging.news.example.org/a)"),
        [
            "10:14 warning link-placeholder-host: `staging.news.example.org` looks like a copy for trying things out: `staging` -- write the address \
             that the page has for everyone"
        ]
    );
    assert_eq!(found("[it](https://news-staging.example.org/a)").len(), 1);
}

#[test]
fn quiet_where_the_publication_itself_is_an_example() {
    assert_eq!(
        found("[it](https://example.com/a) [it](https://www.example.org)"),
        NOTHING
    );
}

#[test]
fn quiet_for_hosts_of_somebodys() {
    for url in [
        "https://dev.to/a",
        "https://test.kz/",
        "https://staging.com/",
        "https://myexample.com/",
        "https://caspian-weekly.kz/todo",
        "#economy",
        "{{ links.unsubscribe }}",
        "https://yourdomain.caspian-weekly.kz/",
    ] {
        assert_eq!(found_at_home(&format!("[it]({url})")), NOTHING, "{url}");
    }
}
