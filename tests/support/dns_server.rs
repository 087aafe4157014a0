//! A name server on the loopback that answers what a test tells it.

#![expect(clippy::unwrap_used, reason = "what tests share fails as tests do")]

use std::collections::HashMap;
use std::net::{SocketAddr, UdpSocket};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

use hickory_resolver::proto::op::{Message, OpCode, ResponseCode};
use hickory_resolver::proto::rr::rdata::{MX, TXT};
use hickory_resolver::proto::rr::{Name, RData, Record};

/// What a name has, or how asking for it fails.
#[derive(Debug, Clone)]
enum Answer {
    Records(Vec<RData>),
    Failure,
}

type Zone = Arc<Mutex<HashMap<String, Answer>>>;

/// The server; it ends when it is dropped.
pub(crate) struct DnsServer {
    zone: Zone,
    address: SocketAddr,
    ended: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl DnsServer {
    /// A server that knows no name.
    pub(crate) fn start() -> Self {
        let socket = UdpSocket::bind("127.0.0.1:0").unwrap();
        // How long it takes to notice that it is to end.
        socket.set_read_timeout(Some(Duration::from_millis(50))).unwrap();
        let address = socket.local_addr().unwrap();
        let (zone, ended) = (Zone::default(), Arc::new(AtomicBool::new(false)));
        let (known, told) = (zone.clone(), ended.clone());
        let thread = std::thread::spawn(move || {
            let mut packet = [0; 4096];
            while !told.load(Ordering::Relaxed) {
                let Ok((length, client)) = socket.recv_from(&mut packet) else {
                    continue;
                };
                if let Ok(query) = Message::from_vec(&packet[..length]) {
                    let _ = socket.send_to(&answer(&query, &known).to_vec().unwrap(), client);
                }
            }
        });
        Self {
            zone,
            address,
            ended,
            thread: Some(thread),
        }
    }

    /// `127.0.0.1:PORT`.
    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    /// The same server with a TXT record, in strings of at most 255 octets.
    pub(crate) fn txt(self, name: &str, text: &str) -> Self {
        let strings = text.as_bytes().chunks(255);
        let strings = strings.map(|part| String::from_utf8(part.to_vec()).unwrap());
        self.record(name, RData::TXT(TXT::new(strings.collect())))
    }

    /// The same server with an MX record.
    pub(crate) fn mx(self, name: &str, exchange: &str) -> Self {
        let exchange = Name::from_ascii(exchange).unwrap();
        self.record(name, RData::MX(MX::new(10, exchange)))
    }

    /// The same server with an address.
    pub(crate) fn a(self, name: &str, address: &str) -> Self {
        let address: std::net::Ipv4Addr = address.parse().unwrap();
        self.record(name, RData::A(address.into()))
    }

    /// The same server without what a name had.
    pub(crate) fn without(self, name: &str) -> Self {
        self.zone.lock().unwrap().remove(name);
        self
    }

    /// The same server, which fails whenever it is asked for this name.
    pub(crate) fn failing(self, name: &str) -> Self {
        let name = name.to_owned();
        self.zone.lock().unwrap().insert(name, Answer::Failure);
        self
    }

    fn record(self, name: &str, data: RData) -> Self {
        let mut zone = self.zone.lock().unwrap();
        let known = zone.entry(name.to_owned());
        if let Answer::Records(records) = known.or_insert(Answer::Records(Vec::new())) {
            records.push(data);
        }
        drop(zone);
        self
    }
}

impl Drop for DnsServer {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn answer(query: &Message, zone: &Zone) -> Message {
    let mut response = Message::response(query.metadata.id, OpCode::Query);
    let Some(question) = query.queries.first() else {
        return response;
    };
    response.add_query(question.clone());
    let name = question.name().to_ascii().trim_end_matches('.').to_lowercase();
    match zone.lock().unwrap().get(&name) {
        None => response.metadata.response_code = ResponseCode::NXDomain,
        Some(Answer::Failure) => response.metadata.response_code = ResponseCode::ServFail,
        Some(Answer::Records(records)) => {
            for data in records {
                if data.record_type() == question.query_type() {
                    response.add_answer(Record::from_rdata(question.name().clone(), 60, data.clone()));
                }
            }
        }
    }
    response
}
