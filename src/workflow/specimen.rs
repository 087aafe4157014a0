//! Whose values fill a copy that is only to be looked at.

use crate::foundation::{Address, CanonicalAddress, Failure};
use crate::publication::Publication;
use crate::subscriber::{List, Profile, Row};

/// A subscriber's values and the list they stand on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Specimen {
    /// The list that a token in the copy is for.
    pub list: String,
    /// The values.
    pub profile: Profile,
}

impl Specimen {
    /// The row of `filled_as`, which must be on one of the lists; else the address's own row; else nothing but the address.
    pub fn find(
        publication: &Publication,
        lists: &[String],
        filled_as: Option<&str>,
        address: &Address,
    ) -> Result<Self, Failure> {
        let Some(named) = filled_as else {
            let own = find_row(publication, lists, &address.canonical())?;
            return Ok(own.unwrap_or_else(|| Self::bare(lists, address)));
        };
        let wanted = Address::parse(named)
            .map_err(|error| Failure::new(format!("`{named}` is no address: {error}")))?;
        find_row(publication, lists, &wanted.canonical())?.ok_or_else(|| {
            Failure::new(format!("`{named}` stands on none of the issue's lists"))
                .hinted("`--as` takes the address of a subscriber, whose values fill the copy")
        })
    }

    /// A subscriber of whom nothing is known but the address.
    pub fn bare(lists: &[String], address: &Address) -> Self {
        Self {
            list: lists.first().cloned().unwrap_or_default(),
            profile: Profile {
                email: address.written().to_owned(),
                ..Profile::default()
            },
        }
    }
}

fn find_row(
    publication: &Publication,
    lists: &[String],
    wanted: &CanonicalAddress,
) -> Result<Option<Specimen>, Failure> {
    for list in lists {
        let Some(path) = publication.list_path(list)? else {
            continue;
        };
        for row in List::read(&path, publication.shown(&path))? {
            match row? {
                Row::Usable { subscriber, .. } if subscriber.address.canonical() == *wanted => {
                    return Ok(Some(Specimen {
                        list: list.clone(),
                        profile: Profile::from(&subscriber),
                    }));
                }
                _ => {}
            }
        }
    }
    Ok(None)
}
