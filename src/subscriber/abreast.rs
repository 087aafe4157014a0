//! A list, read by all cores.

use std::collections::VecDeque;
use std::num::NonZero;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::foundation::Failure;

use super::{List, Page};

/// Pages that are under way at most, however many cores there are: what is made of them waits in memory.
const UNDER_WAY: usize = 16;

/// A page, and where to put what was made of it.
type Work<T> = (Page, SyncSender<T>);

impl List {
    /// Reads the list to its end, or to where it cannot be read further. What `make` makes of each page, on whatever core has time, `take` takes in on this thread and in the file's order. Threads of their own, and
    /// none of a pool: a pool's thread that waits here could be given work that waits for the same list.
    pub fn abreast<T: Send>(
        mut self,
        make: impl Fn(Page) -> T + Sync,
        mut take: impl FnMut(T) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let cores = thread::available_parallelism().map_or(1, NonZero::get);
        let (hand_over, work) = sync_channel::<Work<T>>(UNDER_WAY);
        let work = Mutex::new(work);
        thread::scope(|scope| {
            for number in 0..cores.min(UNDER_WAY / 2) {
                let (work, make) = (&work, &make);
                let started = thread::Builder::new()
                    .name("list".to_owned())
                    .spawn_scoped(scope, move || make_all(work, make));
                match started {
                    Ok(_) => {}
                    Err(error) if number == 0 => {
                        return Err(Failure::new(format!("the system gives no thread: {error}")));
                    }
                    // Those that there are will do.
                    Err(_) => break,
                }
            }
            // Gone at the end of this block, so that nobody waits for more work.
            let hand_over = hand_over;
            let mut under_way: VecDeque<Receiver<T>> = VecDeque::new();
            let mut end = None;
            loop {
                while end.is_none() && under_way.len() < UNDER_WAY {
                    match self.next_page() {
                        Some(Ok(page)) => {
                            let (put, made) = sync_channel(1);
                            hand_over.send((page, put)).map_err(|_| stopped())?;
                            under_way.push_back(made);
                        }
                        Some(Err(failure)) => end = Some(Err(failure)),
                        None => end = Some(Ok(())),
                    }
                }
                match under_way.pop_front() {
                    Some(next) => take(next.recv().map_err(|_| stopped())?)?,
                    None => return end.unwrap_or(Ok(())),
                }
            }
        })
    }
}

fn make_all<T>(work: &Mutex<Receiver<Work<T>>>, make: impl Fn(Page) -> T) {
    loop {
        // Held while it waits: the others wait behind it.
        let next = work.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((page, put)) = next else { return };
        // Where nobody wants it any more, reading has failed.
        let _ = put.send(make(page));
    }
}

/// A thread has panicked, which the end of the scope tells of.
fn stopped() -> Failure {
    Failure::new("a thread that reads the list has ended")
}
