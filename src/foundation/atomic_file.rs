//! Files that are never half written.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use tempfile::NamedTempFile;

/// Replaces `path` with `bytes`: readers see the old file or the new one, also after a power cut.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let temporary = written_beside(path, bytes)?;
    if let Ok(before) = fs::metadata(path) {
        temporary.as_file().set_permissions(before.permissions())?;
    }
    temporary.persist(path)?;
    sync_folder(path)
}

/// Creates `path` with `bytes`; fails with [`io::ErrorKind::AlreadyExists`] where it exists.
pub fn create_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    written_beside(path, bytes)?.persist_noclobber(path)?;
    sync_folder(path)
}

fn written_beside(path: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let folder = folder_of(path);
    fs::create_dir_all(folder)?;
    let mut temporary = NamedTempFile::new_in(folder)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // What a plain `create` would give under the usual umask; temporary files are 0600.
        temporary
            .as_file()
            .set_permissions(fs::Permissions::from_mode(0o644))?;
    }
    temporary.write_all(bytes)?;
    temporary.as_file().sync_all()?;
    Ok(temporary)
}

/// The new name is durable only once the folder is.
fn sync_folder(path: &Path) -> io::Result<()> {
    if cfg!(unix) {
        fs::File::open(folder_of(path))?.sync_all()?;
    }
    Ok(())
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}
