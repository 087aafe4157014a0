//! A disk of our own that fails, as real ones do: the system finds a fault in it and lets nobody write any more.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::{NamedTempFile, TempPath};

/// An ext4 file system in a file, mounted on a folder; unmounted when dropped.
pub(crate) struct FailingDisk {
    image: TempPath,
    folder: PathBuf,
}

impl FailingDisk {
    /// Mounts one of so many megabytes on a folder. `None`, with a word on it, where we may not: that takes root, loop devices and ext4.
    pub(crate) fn mount(folder: &Path, megabytes: u64) -> Option<Self> {
        std::fs::create_dir_all(folder).expect("the folder can be made");
        let image = NamedTempFile::new().expect("a file").into_temp_path();
        let file = OpenOptions::new().write(true).open(&image).expect("it is ours");
        file.set_len(megabytes << 20).expect("a file with holes");
        let disk = Self {
            image,
            folder: folder.to_owned(),
        };
        // Without a journal: when one is given up in the middle of an fdatasync, Linux may say that all is well and lose what was written
        // (6.18: one synced block in 2 of 15 tries, by plain writes). No ledger could stand on that.
        let mut mkfs = Command::new("mkfs.ext4");
        let mkfs = mkfs.args(["-q", "-F", "-O", "^has_journal"]).arg(&disk.image);
        let made = ran(mkfs) && disk.attach();
        if !made || fault_trigger(folder).is_none() {
            let _ = writeln!(
                std::io::stderr(),
                "skipped: only root can mount a disk that fails, where the system has loop devices and ext4"
            );
            return None;
        }
        Some(disk)
    }

    /// Lets the file system under a folder fail: whoever has a file open can write to it no more.
    pub(crate) fn fail(folder: &Path) {
        let trigger = fault_trigger(folder).expect("it was there when the disk was mounted");
        let mut trigger = OpenOptions::new().write(true).open(trigger).expect("root may");
        trigger.write_all(b"x").expect("the disk fails");
    }

    /// Checks the disk and mounts it again, as an operator does. What was not on it when it failed is gone.
    pub(crate) fn mend(&self) {
        assert!(
            ran(Command::new("umount").arg(&self.folder)),
            "somebody has a file open"
        );
        let mut check = Command::new("e2fsck");
        let checked = check.args(["-f", "-y"]).arg(&self.image).output();
        let status = checked.expect("it comes with mkfs.ext4").status.code();
        assert!(status.is_some_and(|status| status < 4), "{status:?}");
        assert!(self.attach(), "it was mounted before");
    }

    fn attach(&self) -> bool {
        let mut mount = Command::new("mount");
        ran(mount
            .args(["-o", "loop,errors=remount-ro"])
            .arg(&self.image)
            .arg(&self.folder))
    }
}

impl Drop for FailingDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.folder).output();
    }
}

fn ran(command: &mut Command) -> bool {
    command.output().is_ok_and(|output| output.status.success())
}

/// Where Linux takes the order to find a fault in the file system that is mounted on a folder.
fn fault_trigger(folder: &Path) -> Option<PathBuf> {
    let mounts = std::fs::read_to_string("/proc/mounts").ok()?;
    let folder = folder.to_str()?;
    let mounted = |line: &&str| line.split(' ').nth(1) == Some(folder);
    let line = mounts.lines().rev().find(mounted)?;
    let device = Path::new(line.split(' ').next()?).file_name()?;
    let trigger = Path::new("/sys/fs/ext4").join(device).join("trigger_fs_error");
    File::options()
        .write(true)
        .open(&trigger)
        .is_ok()
        .then_some(trigger)
}
