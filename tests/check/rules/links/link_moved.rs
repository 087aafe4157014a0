//! The rule `link-moved`.

use digest_cli::check::online::{AddressGuard, LinkProber, NameLookup, Pauses};
use digest_cli::foundation::Clock;
use url::Url;

use crate::check::NOTHING;
use crate::check::online::{certificates, followed, followed_by};
use crate::support::good_draft;
use crate::support::web_server::{WebServer, redirect, status};

/// What is found where the lead links to this, the server redirects it so, and every other page is there.
fn linked(link: &str, code: u16, to: &'static str) -> Vec<String> {
    let page = Url::parse(link).expect("a link");
    let server = WebServer::new(move |request| {
        let is_page = Some(request.host.as_str()) == page.host_str() && request.path == page.path();
        if is_page {
            redirect(code, to)
        } else {
            status(200, &[])
        }
    });
    let text = good_draft().replace("This week we", &format!("See [it]({link}). This week we"));
    followed(&server, &text, "link-moved")
}

#[test]
fn fires_at_the_address_of_a_page_that_has_moved_for_good() {
    for code in [301, 308] {
        let found = linked("http://news.internal/old", code, "http://www.news.internal/new");
        let expected = "info link-moved: the page has moved for good: its address is `http://www.news.internal/new` now -- open the new address, and \
                        write it if it is the page you mean";
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(
            found[0].starts_with("10:") && found[0].ends_with(expected),
            "{found:?}"
        );
    }
}

#[test]
fn fires_with_the_part_of_the_page_that_was_linked() {
    let found = linked("http://news.internal/old#part", 301, "/new");
    assert!(found[0].contains("`http://news.internal/new#part`"), "{found:?}");
    let found = linked("http://news.internal/old#part", 301, "/new#other");
    assert!(found[0].contains("`http://news.internal/new#other`"), "{found:?}");
}

#[test]
fn fires_where_a_front_page_has_moved_to_another_site() {
    let found = linked("http://news.internal/", 301, "http://other.internal/new");
    assert_eq!(found.len(), 1, "{found:?}");
}

#[test]
fn fires_otherwise_where_a_page_leads_to_the_front_page() {
    for to in ["/", "http://www.news.internal/"] {
        let found = linked("http://news.internal/old", 301, to);
        assert_eq!(found.len(), 1, "{found:?}");
        let message = "info link-moved: the page seems to be given up: it leads to the front page `http://";
        assert!(found[0].contains(message), "{found:?}");
    }
}

#[test]
fn quiet_where_it_has_not_moved_for_good() {
    for code in [302, 303, 307] {
        assert_eq!(linked("http://news.internal/old", code, "/new"), NOTHING);
    }
}

#[test]
fn quiet_at_a_front_page_that_goes_on_within_its_site() {
    for link in ["http://news.internal", "http://news.internal/"] {
        assert_eq!(linked(link, 301, "http://www.news.internal/new"), NOTHING);
    }
}

#[test]
fn quiet_where_only_a_slash_or_www_is_new() {
    for (link, to) in [
        ("http://news.internal/a", "/a/"),
        ("http://news.internal/a/", "/a"),
        ("http://news.internal/a", "http://www.news.internal/a"),
        ("http://www.news.internal/a#part", "http://news.internal/a/"),
    ] {
        assert_eq!(linked(link, 301, to), NOTHING, "{link} {to}");
    }
    assert_eq!(linked("http://news.internal/a", 301, "/a/b").len(), 1);
    assert_eq!(linked("http://news.internal/a", 301, "/a?b").len(), 1);
}

#[test]
fn quiet_where_the_new_address_does_not_answer() {
    assert_eq!(
        linked("http://news.internal/old", 301, "http://news.internal/old"),
        NOTHING
    );
}

#[test]
fn quiet_where_the_new_address_only_adds_encryption() {
    let (encrypted, pem) = certificates::server("news.internal", |_| {});
    let plain = WebServer::new(|_| redirect(301, "https://news.internal/page"));
    let open = plain.address();
    let guard = AddressGuard::public_only().allowing(open).allowing(encrypted);
    let prober = LinkProber::new(guard, Clock::system(), None)
        .looking_up(NameLookup::from_fn(move |_, port| {
            Ok(vec![if port == 443 { encrypted } else { open }])
        }))
        .pausing(Pauses::from_fn(|_| {}))
        .trusting(pem.as_bytes());
    let text = good_draft().replace(
        "This week we",
        "See [it](http://news.internal/page). This week we",
    );
    assert_eq!(followed_by(&prober, &text, "link-moved"), NOTHING);
    assert_eq!(plain.asked(), ["HEAD /page"]);
}
