//! Certificates that readers' browsers refuse.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::thread;

use digest_cli::check::online::{AddressGuard, CertificateFault, Doubt, LinkProber, Pauses, Verdict};
use digest_cli::foundation::Clock;
use rcgen::{CertificateParams, KeyPair, date_time_ymd};
use tokio_rustls::rustls::crypto::aws_lc_rs;
use tokio_rustls::rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio_rustls::rustls::{ServerConfig, ServerConnection, Stream};

use super::{names_of, verdict};
use crate::support::web_server::{Act, WebServer};

const LINK: &str = "https://news.example.org/";

/// A server that answers one request over TLS with 200, and the PEM of its certificate.
pub(in crate::check) fn server(
    name: &str,
    change: impl FnOnce(&mut CertificateParams),
) -> (SocketAddr, String) {
    let key = KeyPair::generate().unwrap();
    let mut params = CertificateParams::new([name.to_owned()]).unwrap();
    change(&mut params);
    let certificate = params.self_signed(&key).unwrap();
    let secret = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let config = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.der().clone()], secret)
        .unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        let (mut socket, _) = listener.accept().unwrap();
        let mut connection = ServerConnection::new(Arc::new(config)).unwrap();
        let mut stream = Stream::new(&mut connection, &mut socket);
        // A client that trusts us not has left.
        if stream.read(&mut [0; 4096]).is_ok_and(|read| read > 0) {
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        }
    });
    (address, certificate.pem())
}

fn found(server: SocketAddr, trusted: &str) -> Verdict {
    let guard = AddressGuard::public_only().allowing(server);
    let prober = LinkProber::new(guard, Clock::system(), None)
        .looking_up(names_of(server))
        .pausing(Pauses::from_fn(|_| {}))
        .trusting(trusted.as_bytes());
    verdict(&prober, LINK)
}

fn bad(fault: CertificateFault) -> Verdict {
    Verdict::BadCertificate {
        host: "news.example.org".to_owned(),
        fault,
    }
}

#[test]
fn a_page_behind_a_sound_certificate_answers() {
    let (server, pem) = server("news.example.org", |_| {});
    assert_eq!(found(server, &pem), Verdict::Answers);
}

#[test]
fn an_expired_certificate_is_told() {
    let (server, pem) = server("news.example.org", |params| {
        params.not_after = date_time_ymd(2019, 2, 5);
    });
    assert_eq!(found(server, &pem), bad(CertificateFault::Expired));
}

#[test]
fn a_certificate_of_the_future_is_told() {
    let (server, pem) = server("news.example.org", |params| {
        params.not_before = date_time_ymd(4000, 1, 1);
    });
    assert_eq!(found(server, &pem), bad(CertificateFault::NotYetValid));
}

#[test]
fn a_certificate_for_another_host_is_told() {
    let (server, pem) = server("www.example.org", |_| {});
    assert_eq!(found(server, &pem), bad(CertificateFault::WrongName));
}

#[test]
fn an_issuer_that_only_this_machine_does_not_know_is_a_doubt() {
    let (server, _) = server("news.example.org", |_| {});
    let (_, other) = self::server("news.example.org", |_| {});
    let verdict = found(server, &other);
    assert!(matches!(verdict, Verdict::Unknown(Doubt::Tls(_))), "{verdict:?}");
}

#[test]
fn a_server_that_speaks_no_tls_is_a_doubt() {
    let server = WebServer::new(|_| Act::Send(b"hello\r\n".to_vec()));
    let verdict = found(server.address(), "");
    assert!(matches!(verdict, Verdict::Unknown(_)), "{verdict:?}");
}
