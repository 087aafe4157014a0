//! Files that are never half written.

use std::fs;
use std::io::ErrorKind;

use digest_cli::foundation::{create_new, replace};
use tempfile::TempDir;

#[test]
fn a_new_file_is_written_with_its_folders() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("a/b/c.txt");
    create_new(&path, b"one").unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"one");
}

#[test]
fn a_file_that_exists_is_not_created_again() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("a.txt");
    create_new(&path, b"one").unwrap();
    assert_eq!(
        create_new(&path, b"two").unwrap_err().kind(),
        ErrorKind::AlreadyExists
    );
    assert_eq!(fs::read(&path).unwrap(), b"one");
}

#[test]
fn replacing_leaves_the_new_text_and_nothing_beside_it() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("a.txt");
    replace(&path, b"one").unwrap();
    replace(&path, b"two").unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"two");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[cfg(unix)]
#[test]
fn a_replaced_file_keeps_who_may_read_it() {
    use std::os::unix::fs::PermissionsExt;
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("a.txt");
    let mode = || fs::metadata(&path).unwrap().permissions().mode() & 0o777;
    replace(&path, b"one").unwrap();
    assert_eq!(mode(), 0o644);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
    replace(&path, b"two").unwrap();
    assert_eq!(mode(), 0o600);
}
