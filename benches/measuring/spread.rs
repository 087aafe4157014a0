//! What several runs come to.

/// The one in the middle, or the mean of the two there; not a number where there is none.
pub(crate) fn median(values: impl IntoIterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.into_iter().collect();
    values.sort_unstable_by(f64::total_cmp);
    let middle = values.len() / 2;
    match (values.len() % 2, values.get(middle)) {
        (0, Some(upper)) => f64::midpoint(values[middle - 1], *upper),
        (_, Some(one)) => *one,
        (_, None) => f64::NAN,
    }
}

/// The largest.
pub(crate) fn most(values: impl IntoIterator<Item = f64>) -> f64 {
    values.into_iter().fold(0.0, f64::max)
}
