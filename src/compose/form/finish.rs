//! What a form gives.

/// What a form gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::compose) enum Finish {
    /// Text as it will be read.
    Plain,
    /// Quoted-printable.
    Wire,
}
