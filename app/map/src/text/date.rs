//! Dates in words: a date is as precise as it is written, a year, a month or a day.

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// An ISO 8601 year, month or day in words: « 31 octobre 2022 », « mars 2026 », « 2018 ». A text
/// that is none of them comes back as it is.
pub fn date(iso: &str) -> String {
    let (year, month, day) = parts(iso);
    match (month, day) {
        (Some(month), Some(1)) => format!("1er\u{a0}{month}\u{a0}{year}"),
        (Some(month), Some(day)) => format!("{day}\u{a0}{month}\u{a0}{year}"),
        (Some(month), None) => format!("{month}\u{a0}{year}"),
        _ => iso.to_owned(),
    }
}

/// When something happened: « le 31 octobre 2022 », « en mars 2026 », « en 2018 ».
pub fn on(iso: &str) -> String {
    after("le", "en", iso)
}

/// The time between two dates, either of which may be unknown: « du 8 mars 2024 au 7 mars 2029 »,
/// « de 2024 à 2029 », « depuis mars 2024 », « jusqu’au 31 octobre 2022 ». None without a date.
///
/// # Example
/// ```
/// use map::text::period;
///
/// assert_eq!(period(Some("2024"), Some("2029")).unwrap(), "de 2024 à 2029");
/// assert_eq!(period(None, Some("2022-10-31")).unwrap(), "jusqu’au 31\u{a0}octobre\u{a0}2022");
/// ```
pub fn period(start: Option<&str>, end: Option<&str>) -> Option<String> {
    match (start, end) {
        (Some(start), Some(end)) => {
            let from = if starts_with_vowel(start) {
                format!("d’{}", date(start))
            } else {
                after("du", "de", start)
            };
            Some(format!("{from} {}", after("au", "à", end)))
        }
        (Some(start), None) => Some(after("depuis le", "depuis", start)),
        (None, Some(end)) => Some(after("jusqu’au", "jusqu’en", end)),
        (None, None) => None,
    }
}

/// A date after the word that a day wants, or the one that a month or a year wants.
fn after(before_day: &str, before_others: &str, iso: &str) -> String {
    let is_day = matches!(parts(iso), (_, Some(_), Some(_)));
    format!("{} {}", if is_day { before_day } else { before_others }, date(iso))
}

/// Whether the words of a date start with a vowel, as those of three months do.
fn starts_with_vowel(iso: &str) -> bool {
    matches!(parts(iso), (_, Some(month), None) if month.starts_with(['a', 'o']))
}

/// The year, the name of the month and the day of a date, as far as it has them.
fn parts(iso: &str) -> (&str, Option<&'static str>, Option<u32>) {
    let mut parts = iso.split('-');
    let year = parts.next().unwrap_or_default();
    let month = parts.next().and_then(|month| month.parse::<usize>().ok());
    let month = month.and_then(|month| MONTHS.get(month.wrapping_sub(1)).copied());
    (year, month, parts.next().and_then(|day| day.parse().ok()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_french_people_write_them() {
        assert_eq!(date("2022-10-31"), "31\u{a0}octobre\u{a0}2022");
        assert_eq!(date("2024-10-01"), "1er\u{a0}octobre\u{a0}2024");
        assert_eq!(date("2026-03"), "mars\u{a0}2026");
        assert_eq!(date("2018"), "2018");
        assert_eq!(date("2018-99"), "2018-99");
    }

    #[test]
    fn something_happens_on_a_day_or_in_a_month_or_a_year() {
        assert_eq!(on("2022-10-31"), "le 31\u{a0}octobre\u{a0}2022");
        assert_eq!(on("2024-10-01"), "le 1er\u{a0}octobre\u{a0}2024");
        assert_eq!(on("2026-03"), "en mars\u{a0}2026");
        assert_eq!(on("2026-10"), "en octobre\u{a0}2026");
        assert_eq!(on("2018"), "en 2018");
    }

    #[test]
    fn a_period_between_years_months_and_days_has_the_words_that_each_wants() {
        let period = |start, end| period(Some(start), Some(end)).unwrap();
        assert_eq!(period("2024", "2029"), "de 2024 à 2029");
        assert_eq!(period("2024-03", "2029-03"), "de mars\u{a0}2024 à mars\u{a0}2029");
        assert_eq!(period("2024-04", "2029-08"), "d’avril\u{a0}2024 à août\u{a0}2029");
        assert_eq!(
            period("2024-04-08", "2029-10-01"),
            "du 8\u{a0}avril\u{a0}2024 au 1er\u{a0}octobre\u{a0}2029"
        );
        assert_eq!(
            period("2024-10", "2029-12-31"),
            "d’octobre\u{a0}2024 au 31\u{a0}décembre\u{a0}2029"
        );
        assert_eq!(period("2024-12-01", "2029"), "du 1er\u{a0}décembre\u{a0}2024 à 2029");
    }

    #[test]
    fn a_period_with_one_end_has_the_words_that_its_date_wants() {
        let since = |start| period(Some(start), None).unwrap();
        assert_eq!(since("2024"), "depuis 2024");
        assert_eq!(since("2024-04"), "depuis avril\u{a0}2024");
        assert_eq!(since("2024-03-08"), "depuis le 8\u{a0}mars\u{a0}2024");
        let until = |end| period(None, Some(end)).unwrap();
        assert_eq!(until("2022"), "jusqu’en 2022");
        assert_eq!(until("2022-10"), "jusqu’en octobre\u{a0}2022");
        assert_eq!(until("2022-10-31"), "jusqu’au 31\u{a0}octobre\u{a0}2022");
        assert_eq!(period(None, None), None);
    }
}
