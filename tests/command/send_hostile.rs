//! What a list may hold against us: nothing in it becomes a header, a recipient or a command.

use mail_parser::{Message, MessageParser};

use crate::support::{Newsroom, SmtpServer};

/// Names as somebody who wishes us ill would type them into a subscription form.
const NAMES: &[&str] = &[
    "Eve\r\nBcc: victim@example.com",
    "Eve\nBcc: victim@example.com\n\nbody",
    "Eve\r\n\r\n.\r\nMAIL FROM:<eve@example.org>\r\nRCPT TO:<victim@example.com>\r\nDATA\r\n",
    "Eve\0\u{1}\u{7f}",
    "\"Eve\\\" <victim@example.com>, \"",
    "=?utf-8?Q?Eve=0D=0ABcc:_victim@example.com?=",
    "\u{202e}evE\u{202c}\u{2066}x\u{2069}\u{200f}",
    "Eve, victim@example.com",
    "<victim@example.com>",
    "Eve (victim@example.com) ; group: a, b;",
    "\u{2028}Bcc: victim@example.com\u{2029}\u{85}",
    "{{ subscriber.email }}{% if %}",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    ".",
    "From here",
];

#[test]
fn no_name_breaks_out_of_its_place() {
    let mut list = csv::Writer::from_writer(Vec::new());
    list.write_record(["email", "name"]).expect("memory takes all");
    for (number, name) in NAMES.iter().enumerate() {
        let row = [format!("eve{number}@example.org"), (*name).to_owned()];
        list.write_record(row).expect("memory takes all");
    }
    let list = String::from_utf8(list.into_inner().expect("memory takes all")).expect("UTF-8");
    let newsroom = Newsroom::new(&list, SmtpServer::faultless());
    newsroom.edit_issue(
        "status: ready\n",
        "status: ready\nsubject: \"For {{ subscriber.name | default('you') }}: crossroads\"\n",
    );
    newsroom.send([]).success();

    let mut expected: Vec<String> = (0..NAMES.len())
        .map(|number| format!("eve{number}@example.org"))
        .collect();
    expected.sort_unstable();
    assert_eq!(newsroom.taken(), expected);
    assert_eq!(newsroom.relay().count("Mail"), NAMES.len());
    for copy in newsroom.relay().taken() {
        let message = MessageParser::default()
            .parse(copy.text.as_bytes())
            .expect("a message");
        assert_unharmed(&message, copy.address());
        assert_eq!(copy.recipient, format!("RCPT TO:<{}>", copy.address()));
    }
}

/// One of each field, one recipient, both parts whole.
#[track_caller]
fn assert_unharmed(message: &Message<'_>, address: &str) {
    let mut fields: Vec<String> = message
        .headers_raw()
        .map(|(name, _)| name.to_ascii_lowercase())
        .collect();
    fields.sort_unstable();
    let number = fields.len();
    fields.dedup();
    assert_eq!(fields.len(), number, "{address}: {fields:?}");
    for stranger in ["bcc", "cc", "sender"] {
        assert!(
            !fields.iter().any(|field| field == stranger),
            "{address}: {fields:?}"
        );
    }
    let to = message.to().expect("To");
    let addresses: Vec<_> = to.iter().filter_map(|to| to.address()).collect();
    assert_eq!(addresses, [address]);
    let subject = message.subject().expect("Subject");
    assert!(
        subject.starts_with("For ") && subject.ends_with(": crossroads"),
        "{address}: {subject:?}"
    );
    assert!(!subject.contains(['\r', '\n', '\0']), "{address}: {subject:?}");
    let html = message.body_html(0).expect("an HTML part");
    assert!(
        !html.contains("<script") && !html.contains("<img"),
        "{address}: {html}"
    );
    for part in [message.body_text(0).expect("a text part"), html] {
        assert!(part.contains("The third note on society"), "{address}: {part}");
    }
}

#[test]
fn a_hostile_address_is_a_row_that_cannot_be_used() {
    let list = "email,name\n\
                \"eve@example.org>\r\nRCPT TO:<victim@example.com\",Eve\n\
                \"eve@example.org, victim@example.com\",Eve\n\
                \"\"\"a\r\nb\"\"@example.org\",Eve\n\
                eve@example.org SIZE=1,Eve\n\
                good@example.org,Good\n";
    let newsroom = Newsroom::new(list, SmtpServer::faultless());
    newsroom.send([]).success();
    assert_eq!(newsroom.taken(), ["good@example.org"]);
    assert_eq!(newsroom.relay().count("Recipient"), 1);
    assert_eq!(newsroom.number_in("suppressed"), 4);
}
