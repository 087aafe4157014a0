//! Maps of which there may be one or several.

use crate::foundation::YamlKind;

use super::Reader;

impl Reader<'_> {
    /// A list of maps, where a single map is a list of one; empty where it is absent. An item that could not be read is left out.
    pub fn one_or_more_maps<T>(
        &mut self,
        key: &'static str,
        mut body: impl FnMut(&mut Self) -> Option<T>,
    ) -> Vec<T> {
        let single = self
            .entry(key)
            .is_some_and(|entry| matches!(entry.value.kind, YamlKind::Map(_)));
        if single {
            self.map(key, body).into_iter().collect()
        } else {
            self.maps(key, &mut body)
        }
    }
}
