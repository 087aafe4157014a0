//! Reports held against their schemas by other programs' readers.

use std::io::Write as _;
use std::process::{Command, Stdio};

use crate::support::{Program, good_draft, schema_path};

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
    let mut process = Command::new("python3")
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
