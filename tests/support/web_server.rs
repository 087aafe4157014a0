//! A web server that answers by a script.
#![expect(clippy::unwrap_used, reason = "what tests share fails as tests do")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

/// What was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Request {
    pub(crate) method: String,
    pub(crate) host: String,
    pub(crate) path: String,
    /// Every line of the head.
    pub(crate) head: Vec<String>,
}

/// What is answered.
pub(crate) enum Act {
    /// These octets; then the connection is closed.
    Send(Vec<u8>),
    /// Nothing, for as long as the other side stays.
    Silence,
    /// Whatever the function writes.
    Write(Box<dyn FnOnce(&mut TcpStream) + Send>),
}

/// An answer with a status, some header lines and no body.
pub(crate) fn status(status: u16, lines: &[&str]) -> Act {
    let lines: String = lines.iter().map(|line| format!("{line}\r\n")).collect();
    Act::Send(format!("HTTP/1.1 {status} So\r\n{lines}Content-Length: 0\r\n\r\n").into_bytes())
}

/// A redirect.
pub(crate) fn redirect(code: u16, to: &str) -> Act {
    status(code, &[&format!("Location: {to}")])
}

type Script = dyn Fn(&Request) -> Act + Send + Sync;

/// The server; it ends when the value goes.
pub(crate) struct WebServer {
    address: SocketAddr,
    requests: Arc<Mutex<Vec<Request>>>,
    ended: Arc<AtomicBool>,
}

impl WebServer {
    /// A server on a free port of the loopback. Each connection has a thread of its own and carries one request.
    pub(crate) fn new(script: impl Fn(&Request) -> Act + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let server = Self {
            address: listener.local_addr().unwrap(),
            requests: Arc::default(),
            ended: Arc::default(),
        };
        let (requests, ended) = (server.requests.clone(), server.ended.clone());
        let script: Arc<Script> = Arc::new(script);
        thread::spawn(move || {
            for stream in listener.incoming() {
                if ended.load(Ordering::SeqCst) {
                    break;
                }
                let (requests, script) = (requests.clone(), script.clone());
                thread::spawn(move || serve(stream.unwrap(), &requests, &*script));
            }
        });
        server
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    pub(crate) fn requests(&self) -> Vec<Request> {
        self.requests.lock().unwrap().clone()
    }

    /// The requests as `METHOD /path`.
    pub(crate) fn asked(&self) -> Vec<String> {
        let requests = self.requests();
        let line = |request: &Request| format!("{} {}", request.method, request.path);
        requests.iter().map(line).collect()
    }
}

impl Drop for WebServer {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::SeqCst);
        // Wakes the thread that accepts.
        let _ = TcpStream::connect(self.address);
    }
}

fn serve(mut stream: TcpStream, requests: &Mutex<Vec<Request>>, script: &Script) {
    let Some(request) = read(&stream) else { return };
    requests.lock().unwrap().push(request.clone());
    match script(&request) {
        // The other side may have left.
        Act::Send(octets) => drop(stream.write_all(&octets)),
        Act::Silence => drop(stream.read_to_end(&mut Vec::new())),
        Act::Write(write) => write(&mut stream),
    }
}

fn read(stream: &TcpStream) -> Option<Request> {
    let lines = BufReader::new(stream).lines().map_while(Result::ok);
    let head: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
    let mut words = head.first()?.split(' ');
    let (method, path) = (words.next()?.to_owned(), words.next()?.to_owned());
    let host = head.iter().find_map(|line| line.strip_prefix("host: "));
    Some(Request {
        method,
        path,
        host: host.unwrap_or_default().to_owned(),
        head,
    })
}
