//! ISO 8601 dates as tables hold them: a year, a month or a day.

/// What a date cell must be, for messages.
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
    let mut number = |digits: usize| match parts.next() {
        None => Some(None),
        // `parse` alone would accept a sign.
        Some(part) if part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit()) => {
            part.parse::<u16>().ok().map(Some)
        }
        Some(_) => None,
    };
    let (Some(Some(year)), Some(month), Some(day)) = (number(4), number(2), number(2)) else {
        return false;
    };
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        Some(2) => 28 + u16::from(is_leap),
        Some(4 | 6 | 9 | 11) => 30,
        None | Some(1..=12) => 31,
        Some(_) => 0,
    };
    parts.next().is_none() && days > 0 && day.is_none_or(|day| (1..=days).contains(&day))
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
        for text in
            ["", "24", "2024-13", "2023-02-29", "31/10/2022", "2024-2-9", "+202", "2024-02-01-01"]
        {
            assert!(!is_date(text), "{text}");
        }
    }
}
