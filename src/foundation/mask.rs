//! Addresses in logs and messages, without giving people away.

/// `anna@example.org` as `a***@e***.org`: enough to recognise one's own, too little to harvest.
pub fn mask(address: &str) -> String {
    let Some((local, domain)) = address.rsplit_once('@') else {
        return "***".to_owned();
    };
    let first = |part: &str| part.chars().next().map(String::from).unwrap_or_default();
    let ending = domain.rsplit_once('.').map_or("", |(_, ending)| ending);
    format!("{}***@{}***.{ending}", first(local), first(domain))
}
