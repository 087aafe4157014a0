//! A disk of our own, to be filled and to be locked.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A small file system in memory, mounted on a folder; unmounted when dropped.
pub(crate) struct SmallDisk {
    folder: PathBuf,
}

impl SmallDisk {
    /// Mounts one of so many kilobytes on a folder. `None`, with a word on it, where we may not mount: that takes root on Linux.
    pub(crate) fn mount(folder: &Path, kilobytes: u32) -> Option<Self> {
        std::fs::create_dir_all(folder).expect("the folder can be made");
        let size = format!("size={kilobytes}k,mode=700");
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &size, "tmpfs"])
            .arg(folder)
            .output();
        if mounted.is_ok_and(|output| output.status.success()) {
            Some(Self {
                folder: folder.to_owned(),
            })
        } else {
            let _ = writeln!(std::io::stderr(), "skipped: only root can mount a small disk");
            None
        }
    }

    /// Takes all the room that is left.
    pub(crate) fn fill(folder: &Path) {
        let mut filler = File::create(folder.join("filler")).expect("there is room for a name");
        while filler.write_all(&[0; 4096]).is_ok() {}
    }

    /// Gives the room back.
    pub(crate) fn make_room(&self) {
        std::fs::remove_file(self.folder.join("filler")).expect("it was filled");
    }

    /// Whether anything can be written from now on.
    pub(crate) fn set_writable(&self, writable: bool) {
        let mode = if writable { "remount,rw" } else { "remount,ro" };
        let mut mount = Command::new("mount");
        let mounted = mount.args(["-o", mode]).arg(&self.folder).status();
        assert!(mounted.is_ok_and(|status| status.success()), "{mode}");
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // A folder that stays mounted is in the way of nothing but its own removal.
        let _ = Command::new("umount").arg("-l").arg(&self.folder).status();
    }
}
