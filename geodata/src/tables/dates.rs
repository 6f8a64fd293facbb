//! ISO 8601 dates as tables hold them: a year, a month or a day.

/// What a date cell must be, for messages.
pub(super) const EXPECTED: &str = "une date AAAA, AAAA-MM ou AAAA-MM-JJ";

/// Whether `text` is a year, a month or a day that exists.
pub(super) fn is_date(text: &str) -> bool {
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
