//! Drafts held against the house style: rules, findings, and the clearance to send.
