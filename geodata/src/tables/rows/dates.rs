//! ISO 8601 dates as tables hold them: a year, a month or a day.

use time::{Date, Month};

/// The form of a date, for messages.
pub(crate) const EXPECTED: &str = "une date AAAA, AAAA-MM ou AAAA-MM-JJ";

/// The date of a cell as ISO 8601: a year, a month, a day, or a day as French spreadsheets write
/// it, `JJ/MM/AAAA`.
pub(crate) fn iso_date(text: &str) -> Option<String> {
    let french = || {
        let (day, rest) = text.split_once('/')?;
        let (month, year) = rest.split_once('/')?;
        Some(format!("{year}-{month}-{day}"))
    };
    if is_date(text) { Some(text.to_owned()) } else { french().filter(|date| is_date(date)) }
}

/// The month that a French spreadsheet has turned into `mars-24`.
pub(crate) fn proposed_date(text: &str) -> Option<String> {
    const MONTHS: [&str; 12] =
        ["janv", "févr", "mars", "avr", "mai", "juin", "juil", "août", "sept", "oct", "nov", "déc"];
    let (name, year) = text.split_once('-')?;
    let month = MONTHS.iter().position(|month| name.trim_end_matches('.') == *month)?;
    let date = format!("20{year}-{:02}", month + 1);
    is_date(&date).then_some(date)
}

/// Whether `start` is after `end`; both are ISO 8601. A year is neither before nor after its own
/// months.
pub(crate) fn is_after(start: &str, end: &str) -> bool {
    let length = start.len().min(end.len());
    start.get(..length) > end.get(..length)
}

/// Whether `text` is a year, a month or a day that exists.
pub(crate) fn is_date(text: &str) -> bool {
    let mut parts = text.split('-');
    let year = parts.next().and_then(|part| number(part, 4));
    let mut month_or_day = || parts.next().map_or(Some(1), |part| number(part, 2));
    let (month, day) = (month_or_day(), month_or_day());
    let (Some(year), Some(month), Some(day)) = (year, month, day) else { return false };
    let date = |month| Date::from_calendar_date(i32::from(year), month, day as u8).is_ok();
    parts.next().is_none() && Month::try_from(month as u8).is_ok_and(date)
}

/// The number that `text` is in so many digits; `parse` alone would accept a sign.
fn number(text: &str, digits: usize) -> Option<u16> {
    let is_number = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_as_french_spreadsheets_write_them_are_dates() {
        assert_eq!(iso_date("01/03/2024").as_deref(), Some("2024-03-01"));
        assert_eq!(iso_date("2024-03").as_deref(), Some("2024-03"));
        for text in ["31/02/2024", "1/3/2024", "01/03/24", "03/2024", "/"] {
            assert_eq!(iso_date(text), None, "{text}");
        }
        assert_eq!(proposed_date("mars-24").as_deref(), Some("2024-03"));
        assert_eq!(proposed_date("févr.-24").as_deref(), Some("2024-02"));
        assert_eq!(proposed_date("mars-2024"), None);
    }

    #[test]
    fn dates_compare_as_far_as_both_are_known() {
        assert!(is_after("2025", "2024-12-31"));
        assert!(is_after("2024-03-02", "2024-03-01"));
        assert!(!is_after("2024", "2024-01-01"));
        assert!(!is_after("2024-12", "2024"));
    }

    #[test]
    fn years_months_and_days_that_exist_are_dates() {
        for text in ["2024", "2024-02", "2024-02-29", "2022-10-31"] {
            assert!(is_date(text), "{text}");
        }
        for text in [
            "",
            "24",
            "2024-13",
            "2024-00",
            "2023-02-29",
            "2024-01-00",
            "31/10/2022",
            "2024-2-9",
            "+202",
            "2024-02-01-01",
        ] {
            assert!(!is_date(text), "{text}");
        }
    }
}
