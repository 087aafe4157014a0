//! Where several verbs meet.
