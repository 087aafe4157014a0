//! The rule `link-broken`.

use digest_cli::check::online::{AddressGuard, LinkProber, NameLookup};
use digest_cli::foundation::Clock;

use crate::check::NOTHING;
use crate::check::online::{certificates, followed, followed_by};
use crate::support::good_draft;
use crate::support::web_server::{WebServer, redirect, status};

/// What is found where the lead says this too. On the server `/page` is there, `/gone` is not, `/old` leads to what is not, and the rest is in doubt.
fn with_lead(more: &str) -> Vec<String> {
    let server = WebServer::new(|request| match request.path.as_str() {
        "/page" => status(200, &[]),
        "/gone" => status(404, &[]),
        "/old" => redirect(301, "/gone"),
        "/login" => status(403, &[]),
        _ => status(503, &[]),
    });
    let text = good_draft().replace("This week we", &format!("{more} This week we"));
    followed(&server, &text, "link-broken")
}

#[test]
fn fires_at_the_address_of_a_page_that_is_not_there() {
    let found = with_lead("See [it](http://news.internal/gone#part).");
    let text = good_draft();
    let at = text.lines().nth(9).and_then(|line| line.find("This week we"));
    let column = at.expect("the lead says so") + "See [it](".len() + 1;
    let expected = format!(
        "10:{column} error link-broken: the page is not there: `http://news.internal/gone` answers 404 -- open it in a browser, then mend the \
         address or leave it out"
    );
    assert_eq!(found, [expected]);
}

#[test]
fn fires_where_an_address_leads_on_to_what_is_not_there() {
    let found = with_lead("See [it](http://news.internal/old).");
    let message = "link-broken: the page is not there: the address leads on to `http://news.internal/gone`, which answers 404";
    assert_eq!(found.len(), 1);
    assert!(found[0].contains(message), "{found:?}");
}

#[test]
fn fires_at_a_host_that_does_not_exist() {
    let found = with_lead("See <https://nowhere.test-weekly/page>.");
    let message = "link-broken: the page is not there: no host is called `nowhere.test-weekly` -- look for a misspelling";
    assert_eq!(found.len(), 1);
    assert!(found[0].contains(message), "{found:?}");
}

#[test]
fn fires_at_a_picture_that_is_not_there() {
    let found = with_lead("\n\n![A ship](http://news.internal/gone)\n\n");
    assert_eq!(found.len(), 1);
    assert!(
        found[0].starts_with("12:1 error link-broken: the picture is not there"),
        "{found:?}"
    );
}

#[test]
fn fires_at_each_place_of_one_address() {
    let found = with_lead("See [it](http://news.internal/gone) and [there](http://news.internal/gone#a).");
    assert_eq!(found.len(), 2, "{found:?}");
}

#[test]
fn fires_at_a_certificate_that_browsers_refuse() {
    let (server, pem) = certificates::server("other.internal", |_| {});
    let prober = LinkProber::new(
        AddressGuard::public_only().allowing(server),
        Clock::system(),
        None,
    )
    .looking_up(NameLookup::from_fn(move |_, _| Ok(vec![server])))
    .trusting(pem.as_bytes());
    let text = good_draft().replace("This week we", "See <https://news.internal/page>. This week we");
    let found = followed_by(&prober, &text, "link-broken");
    let message = "browsers do not open the page: the certificate of `news.internal` is another host's";
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains(message), "{found:?}");
}

#[test]
fn quiet_where_the_page_is_there_or_nobody_can_say() {
    for link in [
        "http://news.internal/page",
        "http://news.internal/page#part",
        "http://news.internal/login",
        "http://news.internal/out-of-order",
        "http://10.0.0.1/inside",
        "http://169.254.169.254/",
        "mailto:a@news.internal",
    ] {
        assert_eq!(with_lead(&format!("See [it]({link}).")), NOTHING, "{link}");
    }
}

#[test]
fn quiet_at_hosts_that_belong_to_nobody_and_at_addresses_with_slots() {
    for link in [
        "http://example.org/gone",
        "http://www.example.org/gone",
        "https://nowhere.invalid/",
        "http://localhost/gone",
        "http://news.internal/gone?for={{ subscriber.id }}",
        "{{ links.unsubscribe }}",
    ] {
        assert_eq!(with_lead(&format!("See [it]({link}).")), NOTHING, "{link}");
    }
}

#[test]
fn quiet_where_the_draft_asks_for_it() {
    let ignored = "\n\n<!-- digest-ignore: link-broken -->\n\nSee [it](http://news.internal/gone).\n\n";
    assert_eq!(with_lead(ignored), NOTHING);
}
