//! The moment a plan was made, as its copies tell it.

use jiff::ZonedDateTime;

/// A Date header's value with a numeric zone (RFC 5322 section 3.3).
pub fn date_header(moment: &ZonedDateTime) -> String {
    moment.strftime("%a, %d %b %Y %H:%M:%S %z").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_zone_is_a_number() {
        let moment = "2019-02-05T08:07:06+06:00[Asia/Almaty]"
            .parse()
            .expect("a moment");
        assert_eq!(date_header(&moment), "Tue, 05 Feb 2019 08:07:06 +0600");
    }
}
