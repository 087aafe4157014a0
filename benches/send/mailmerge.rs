//! The files that mailmerge reads: a template, a list, and where to send.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;

use crate::disposable::write;
use crate::letter::{ADDRESS, Letter, NAME, TOKEN};
use crate::publication::{address, name};
use crate::sender::Load;

const BOUNDARY: &str = "measured-boundary";

/// Writes the three into the letter's folder.
pub(crate) fn prepare(letter: &Letter, load: Load) -> Result<(), Box<dyn Error>> {
    let read = |file: &str| fs::read_to_string(letter.folder.join(file));
    let template = [
        "TO: {{name}} <{{email}}>\nSUBJECT: The week\nFROM: Measured Weekly <weekly@example.org>\nMIME-Version: 1.0\n",
        &format!("Content-Type: multipart/alternative; boundary=\"{BOUNDARY}\"\n"),
        &part("plain", &read("letter.txt")?),
        &part("html", &read("letter.html")?),
        &format!("\n--{BOUNDARY}--\n"),
    ]
    .concat();
    let template = template
        .replace(NAME, "{{name}}")
        .replace(ADDRESS, "{{email}}")
        .replace(TOKEN, "{{token}}");
    let mut list = "email,name,token\n".to_owned();
    for number in 0..load.messages {
        writeln!(list, "{},{},{number:035}", address(number), name(number))?;
    }
    let server = format!("[smtp_server]\nhost = 127.0.0.1\nport = {}\n", load.port);
    for (file, text) in [
        ("mailmerge_template.txt", template),
        ("mailmerge_database.csv", list),
        ("mailmerge_server.conf", server),
    ] {
        write(&letter.folder.join(file), text.as_bytes())?;
    }
    Ok(())
}

fn part(kind: &str, text: &str) -> String {
    format!("\n--{BOUNDARY}\nContent-Type: text/{kind}; charset=utf-8\n\n{text}")
}
