//! Slots in drafts.
use super::bench::{Bench, copy, open};

#[test]
fn sample_prints() {
    let e = Bench::lead("Dear {{ subscriber.name | default(\"reader\") }},\n\nThis is the lead with [a link](https://example.org/a?b=1&c=2) and {{ issue.number }}.\n\n{% if subscriber.tags %}\n\nTagged.\n\n{% endif %}\n\n> quoted text\n\n1. one\n2. two").edition();
    println!("{}", open(&e.html));
    println!("{}", open(&e.text));
    println!("{}", copy(&e.text, "Ana", &[]));
    panic!();
}
