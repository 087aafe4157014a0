//! The `digest` program.

use std::process::ExitCode;

use mimalloc::MiMalloc;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    #[cfg(target_os = "linux")]
    keep_to_small_pages();
    digest_cli::run::run_process().into()
}

/// The allocator asks Linux for pages of 2 MB where they can be had. Each is cleared as a whole, however little of it is used: that took half as much memory again, and more, and a
/// tenth of the time in which a plan is made. Where it cannot be switched off, all goes on as before.
#[cfg(target_os = "linux")]
fn keep_to_small_pages() {
    let _ = rustix::thread::disable_transparent_huge_pages(true);
}
