//! How fast one core of this machine signs.

use std::error::Error;
use std::hint::black_box;
use std::time::Duration;

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{RSA_PKCS1_SHA256, RsaKeyPair};
use rcgen::{KeyPair, PKCS_RSA_SHA256, RsaKeySize};

use crate::sink::now;

/// For how long it signs.
const LONG: Duration = Duration::from_secs(1);
/// How many bytes of headers a signature covers.
const HEADERS: usize = 1_000;

/// DKIM signatures a second on one core, of bodies of so many bytes: a hash of the body, and a signature over the headers by an RSA key of 2,048 bits.
pub(crate) fn signing_rate(body: usize) -> Result<f64, Box<dyn Error>> {
    let key = KeyPair::generate_rsa_for(&PKCS_RSA_SHA256, RsaKeySize::_2048)?;
    let key = RsaKeyPair::from_pkcs8(&key.serialize_der())?;
    let (headers, body) = (vec![b'h'; HEADERS], vec![b'b'; body]);
    let mut signature = vec![0; key.public_modulus_len()];
    let random = SystemRandom::new();
    let (start, mut count) = (now(), 0_u32);
    while now().duration_since(start) < LONG {
        black_box(digest(&SHA256, &body));
        key.sign(&RSA_PKCS1_SHA256, &random, &headers, &mut signature)?;
        black_box(&signature);
        count += 1;
    }
    Ok(f64::from(count) / now().duration_since(start).as_secs_f64())
}
