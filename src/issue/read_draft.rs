//! Reading a draft from its file.

use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;

use crate::foundation::{DecodeError, Failure, Source};

use super::Draft;

impl Draft {
    /// Reads the file at `path`, which messages call `shown`. Fails where there is no such file or where it is no UTF-8 text; what is wrong
    /// with the text itself is the draft's to tell.
    pub fn read(path: &Path, shown: &Path) -> Result<Self, Failure> {
        let name = shown.display();
        let bytes = std::fs::read(path).map_err(|error| match error.kind() {
            ErrorKind::NotFound => Failure::new(format!("there is no draft `{name}`")),
            ErrorKind::IsADirectory => Failure::new(format!("`{name}` is a folder, not a draft")),
            _ => Failure::new(format!("`{name}` cannot be read: {error}")),
        })?;
        match Source::decode(shown, bytes) {
            Ok(source) => Ok(Self::parse(Arc::new(source))),
            Err(error) => Err(Failure::new(format!("`{name}`: {error}")).hinted(way_out(error, shown))),
        }
    }
}

fn way_out(error: DecodeError, shown: &Path) -> String {
    let name = shown.display();
    let convert = |from: &str| {
        format!(
            "save it as UTF-8 in your editor, or convert it: `iconv -f {from} -t UTF-8 {name} > {name}.utf8`"
        )
    };
    match error {
        DecodeError::Utf16 => convert("UTF-16"),
        DecodeError::OtherEncoding { looks_like, .. } => convert(looks_like),
        DecodeError::Binary => {
            "a draft is a Markdown file: copy the text out of the document, or export it as Markdown"
                .to_owned()
        }
    }
}
