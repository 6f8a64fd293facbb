//! Dates of the files: ISO 8601, a year, a month or a day.
//!
//! A date that is not a day is an interval: `2024-03` goes from the 1st to the 31st. Dates are
//! compared as texts, which needs no calendar: the 31st of any month is only compared.

/// The first day of a year, a month or a day.
///
/// # Example
/// ```
/// use map::served::first_day;
///
/// assert_eq!(first_day("2024-03"), "2024-03-01");
/// ```
pub fn first_day(date: &str) -> String {
    padded(date, "0000-01-01")
}

/// The last day of a year, a month or a day.
pub fn last_day(date: &str) -> String {
    padded(date, "0000-12-31")
}

/// The same day so many years before. The 29 of February stays one: texts compare as days do.
/// A text without a year comes back as it is.
pub fn years_before(day: &str, years: u16) -> String {
    match day.get(..4).and_then(|year| year.parse::<u16>().ok()) {
        Some(year) => format!("{:04}{}", year.saturating_sub(years), &day[4..]),
        None => day.to_owned(),
    }
}

/// Whether a date lies more than a year before `day`: even its last day does. Facts and lists of
/// such a date may have changed since.
pub fn is_over_a_year_old(date: &str, day: &str) -> bool {
    last_day(date) < years_before(day, 1)
}

/// A date with the rest of `whole`, a day.
fn padded(date: &str, whole: &str) -> String {
    format!("{date}{}", whole.get(date.len()..).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_that_is_not_a_day_is_an_interval() {
        assert_eq!([first_day("2024"), last_day("2024")], ["2024-01-01", "2024-12-31"]);
        assert_eq!([first_day("2024-02"), last_day("2024-02")], ["2024-02-01", "2024-02-31"]);
        assert_eq!([first_day("2024-02-03"), last_day("2024-02-03")], ["2024-02-03"; 2]);
        assert_eq!(years_before("2024-02-29", 1), "2023-02-29");
    }

    #[test]
    fn a_date_is_old_when_its_last_day_is_over_a_year_before() {
        let day = "2026-11-27";
        for old in ["2025-11-26", "2025-10", "2024"] {
            assert!(is_over_a_year_old(old, day), "{old}");
        }
        for new in ["2025-11-27", "2025-11", "2025", "2026-01", "2026-11-27"] {
            assert!(!is_over_a_year_old(new, day), "{new}");
        }
    }
}
