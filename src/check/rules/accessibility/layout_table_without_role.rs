//! # What it checks
//!
//! A table that is there for the layout, one without a `<th>`, says so: `role="presentation"`.
//!
//! # Why it matters
//!
//! A screen reader says of each table how many rows and columns it has, and of each cell where it stands. A mail of ten tables in each other is
//! unbearable to hear.
//!
//! # Example
//!
//! ```html
//! <table width="100%"><tr><td>
//! ```
//!
//! # Instead
//!
//! ```html
//! <table role="presentation" width="100%"><tr><td>
//! ```

use crate::check::{Check, Family, Finding, MessageScope, Rule, start_tag, template_place};
use crate::foundation::{Severity, plural};
use scraper::{ElementRef, Selector};

pub(in crate::check) const RULE: Rule = Rule {
    name: "layout-table-without-role",
    severity: Severity::Warning,
    family: Family::Accessibility,
    source: include_str!("layout_table_without_role.rs"),
    limits: &[],
    check: Check::Message(check),
};

fn check(scope: &MessageScope<'_>) -> Vec<Finding> {
    let (Ok(tables), Ok(heads)) = (Selector::parse("table"), Selector::parse("th, caption, thead")) else {
        return Vec::new();
    };
    let is_mute = |table: &ElementRef<'_>| {
        let role = table.attr("role").unwrap_or_default();
        let says_so = ["presentation", "none"]
            .iter()
            .any(|known| role.eq_ignore_ascii_case(known));
        !says_so && table.select(&heads).next().is_none()
    };
    let count = scope.dom().select(&tables).filter(is_mute).count();
    if count == 0 {
        return Vec::new();
    }
    let place = template_place(scope, |text| {
        start_tag(text, "table", |tag| !tag.contains("role"))
    });
    let message = match count {
        1 => "a table of the layout has no `role=\"presentation\"`".to_owned(),
        _ => format!(
            "{} of the layout have no `role=\"presentation\"`",
            plural(count, "table")
        ),
    };
    vec![
        Finding::new(place, message)
            .hinted("write it in the table's tag; a table of data has `<th>` in its first row"),
    ]
}
