//! A publication made for measuring: as large as asked for, the same at every run, with nothing wrong in it.

mod dice;
mod draft_writer;
mod prose;
mod publication_maker;
mod sentences;
mod words;
mod wrapped;

pub(crate) use publication_maker::PublicationMaker;
