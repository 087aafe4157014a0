//! What tests share: publications in temporary folders, servers, fixtures.
