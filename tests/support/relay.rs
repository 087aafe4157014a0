//! A scripted server at a real port, with a thread of its own.

use std::thread::JoinHandle;

use tokio::net::TcpListener;
use tokio::sync::oneshot;

use super::{SmtpServer, Taken};

/// An [`SmtpServer`] on the loopback. All its connections share one thread: a script that blocks holds everything that the server does, so what a test then
/// does to the program happens at exactly that moment of the dialogue.
pub(crate) struct Relay {
    server: SmtpServer,
    port: u16,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Relay {
    /// Starts it.
    pub(crate) fn start(server: SmtpServer) -> Self {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
        listener
            .set_nonblocking(true)
            .expect("a socket that does not block");
        let port = listener.local_addr().expect("its number").port();
        let (stop, stopped) = oneshot::channel();
        let serving = server.clone();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .expect("a runtime");
            runtime.block_on(async move {
                tokio::select! {
                    () = accept(listener, serving) => {}
                    _ = stopped => {}
                }
            });
        });
        Self {
            server,
            port,
            stop: Some(stop),
            thread: Some(thread),
        }
    }

    /// Its port.
    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// The messages it took.
    pub(crate) fn taken(&self) -> Vec<Taken> {
        self.server.taken()
    }

    /// The messages that came to their final dot.
    pub(crate) fn received(&self) -> Vec<Taken> {
        self.server.received()
    }

    /// How many lines of its log begin so.
    pub(crate) fn count(&self, start: &str) -> usize {
        self.server.log.count(start)
    }
}

impl Drop for Relay {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

async fn accept(listener: std::net::TcpListener, server: SmtpServer) {
    let listener = TcpListener::from_std(listener).expect("a listener");
    while let Ok((stream, _)) = listener.accept().await {
        // Replies are small: Nagle's algorithm would hold each back for 40 ms.
        let _ = stream.set_nodelay(true);
        tokio::spawn(server.clone().serve(Box::new(stream)));
    }
}
