//! A file's name says what is in it.

use super::source_tree::source_files;

/// Names that say nothing.
const DRAWERS: &[&str] = &[
    "utils", "util", "helpers", "helper", "common", "misc", "manager", "prelude", "types",
];

/// Words that mark work left undone.
const UNDONE: &[&str] = &["TODO", "FIXME", "XXX", "todo!(", "unimplemented!(", "dbg!("];

#[test]
fn no_file_is_a_drawer() {
    for file in source_files() {
        let parts: Vec<&str> = file.path.split('/').collect();
        let drawer = DRAWERS
            .iter()
            .find(|name| parts.contains(name) || file.stem() == **name);
        assert!(
            drawer.is_none(),
            "src/{}: `{}` says nothing of what is inside",
            file.path,
            drawer.unwrap_or(&"")
        );
    }
}

#[test]
fn a_mod_file_only_documents_and_hands_on() {
    for file in source_files().iter().filter(|file| file.stem() == "mod") {
        assert!(
            file.text.starts_with("//! "),
            "src/{}: begins with the module's documentation",
            file.path
        );
        for (number, line) in file.code() {
            let line = line.trim_start();
            let belongs = [
                "mod ",
                "pub mod ",
                "pub use ",
                "pub(crate) use ",
                "pub(super) use ",
                "pub(crate) mod ",
                "pub(super) mod ",
                "pub(in crate::check) mod ",
                "use ",
                "}",
                "#[",
            ]
            .iter()
            .any(|start| line.starts_with(start));
            // A `pub use` list that is wrapped goes on with bare names.
            let list = line.ends_with(',') || line.ends_with("};");
            assert!(
                belongs || list,
                "src/{}:{number}: only `mod` and `pub use` belong here: {line}",
                file.path
            );
        }
    }
}

#[test]
fn every_file_begins_with_what_it_is_for() {
    for file in source_files() {
        let first = file.text.lines().next().unwrap_or_default();
        let documented = first.starts_with("//! ") || first.starts_with("#![doc");
        assert!(
            documented,
            "src/{}: begins with `//!` and what it is for",
            file.path
        );
    }
}

#[test]
fn nothing_is_left_undone() {
    for file in source_files() {
        // The rules that look for such words have to name them.
        if ["leftover_placeholder", "link_placeholder_host", "placeholder"].contains(&file.stem()) {
            continue;
        }
        for (index, line) in file.text.lines().enumerate() {
            let word = UNDONE.iter().find(|word| line.contains(**word));
            assert!(word.is_none(), "src/{}:{}: {}", file.path, index + 1, line.trim());
        }
    }
}
