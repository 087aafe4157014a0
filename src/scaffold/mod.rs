//! New publications and new drafts.
