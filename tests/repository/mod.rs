//! Tests of the project itself: its floors, its rules, its documents.
