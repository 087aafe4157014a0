//! Reports held against their schemas by other programs' readers.

use std::io::Write as _;
use std::process::{Command, Stdio};

use crate::support::{Act, DnsServer, Newsroom, Program, SmtpServer, Step, good_draft, say, schema_path};

/// A draft with findings of several kinds, in signs that are hard to carry.
fn faulty() -> Program {
    let draft = good_draft()
        .replace("first note on politics", "TODO <b>\"50%\"</b> & 👩‍👩‍👧 on politics")
        .replace("## Society and Culture", "## Society & <Cultre>");
    Program::new()
        .file("drafts/a, b: c.md", draft)
        .file("subscribers/weekly.csv", "email\nnobody at all\n")
}

/// Python's word on what the program prints, and what Python prints.
pub(super) fn python(script: &str, arguments: &[&str], input: &str) -> String {
    run_by("python3", script, arguments, input)
}

/// The same by an interpreter that has these modules: the system's packages belong to the system's own, which need not be the first on the path.
pub(super) fn python_with(modules: &str, script: &str, arguments: &[&str], input: &str) -> String {
    let has = |python: &&str| {
        let import = format!("import {modules}");
        let tried = Command::new(python).args(["-c", &import]).output();
        tried.is_ok_and(|output| output.status.success())
    };
    let python = ["python3", "/usr/bin/python3"].into_iter().find(has);
    let python = python.unwrap_or_else(|| panic!("no Python has {modules}; scripts/test installs them"));
    run_by(python, script, arguments, input)
}

fn run_by(python: &str, script: &str, arguments: &[&str], input: &str) -> String {
    let mut process = Command::new(python)
        .arg("-c")
        .arg(script)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("python3 is installed");
    let mut pipe = process.stdin.take().expect("a pipe");
    pipe.write_all(input.as_bytes()).expect("python reads");
    drop(pipe);
    let output = process.wait_with_output().expect("python ends");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}\n{input}");
    String::from_utf8(output.stdout).expect("python prints UTF-8")
}

#[test]
fn json_is_valid_under_the_committed_schema() {
    let schema = schema_path("check");
    let schema = schema.to_str().expect("a path in Unicode");
    let script = "import json, jsonschema, sys\n\
                  schema = json.load(open(sys.argv[1]))\n\
                  jsonschema.Draft202012Validator.check_schema(schema)\n\
                  jsonschema.Draft202012Validator(schema).validate(json.load(sys.stdin))";
    for program in [faulty(), Program::new()] {
        python(
            script,
            &[schema],
            &program.run(["check", "--format", "json"]).stdout,
        );
    }
}

#[test]
fn junit_is_xml_that_another_reader_takes() {
    let script = "import sys, xml.etree.ElementTree as tree\n\
                  suites = tree.fromstring(sys.stdin.buffer.read())\n\
                  assert suites.tag == 'testsuites'\n\
                  for suite in suites:\n\
                  \tcases = suite.findall('testcase')\n\
                  \tassert int(suite.get('tests')) == len(cases)\n\
                  \tassert int(suite.get('failures')) == len(suite.findall('testcase/failure'))\n\
                  \tassert int(suite.get('skipped')) == len(suite.findall('testcase/skipped'))\n\
                  names = [suite.get('name') for suite in suites]\n\
                  assert names == ['drafts/a, b: c.md', 'subscribers/weekly.csv'], names";
    python(script, &[], &faulty().run(["check", "--format", "junit"]).stdout);
}

/// Python's word on documents under a committed schema, one a line of its input.
fn assert_valid(name: &str, documents: &str) {
    let schema = schema_path(name);
    let schema = schema.to_str().expect("a path in Unicode");
    let script = "import json, jsonschema, sys\n\
                  schema = json.load(open(sys.argv[1]))\n\
                  jsonschema.Draft202012Validator.check_schema(schema)\n\
                  validator = jsonschema.Draft202012Validator(schema)\n\
                  for line in sys.stdin:\n\
                  \tvalidator.validate(json.loads(line))";
    python(script, &[schema], documents);
}

#[test]
fn every_line_of_a_log_is_valid_under_the_committed_schema() {
    let moody = SmtpServer::new(|moment| match (moment.step, moment.time) {
        (Step::Recipient, 2) => Some(say("550 5.1.1 no such user")),
        (Step::Recipient, 3) => Some(say("451 4.7.1 try later")),
        (Step::Dot, 2) => Some(Act::Close),
        _ => None,
    });
    let newsroom = Newsroom::of_readers(5, moody);
    newsroom.send(["--log", "send.log"]);
    let log = std::fs::read_to_string(newsroom.path("send.log")).expect("the log");
    for event in ["began", "connected", "disconnected", "settled", "ended"] {
        assert!(log.contains(&format!("\"event\":\"{event}\"")), "{log}");
    }
    assert_valid("send-log", &log);
}

#[test]
fn what_doctor_prints_is_valid_under_the_committed_schema() {
    let newsroom = Newsroom::of_readers(2, SmtpServer::faultless());
    let dns = DnsServer::start();
    let server = dns.address().to_string();
    let ran = newsroom.run(["doctor", "--nameserver", &server, "--format", "json"]);
    assert!(ran.stdout.contains("\"record\": {"), "{}", ran.stdout);
    assert_valid("doctor", &ran.stdout.replace('\n', " "));
}
