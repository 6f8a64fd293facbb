//! ISO 8601 dates as tables hold them: a year, a month or a day.

use crate::names::normalized;
use crate::problem::Finding;
use time::{Date, Month};

/// The form of a date, for messages.
pub(crate) const EXPECTED: &str = "une date AAAA, AAAA-MM ou AAAA-MM-JJ";

/// The years that a date may have. Others are the damage of a spreadsheet or of a keyboard.
const YEARS: std::ops::RangeInclusive<u16> = 1900..=2100;

/// The first year of schemes and of their sources: an earlier one is read, and said.
const FIRST_EXPECTED_YEAR: u16 = 1990;

const MONTHS: [&str; 12] = [
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
];

/// The date of a cell as ISO 8601.
///
/// # Errors
/// A finding with the cause and, where one can be guessed, a proposal.
pub(crate) fn read_date(text: &str) -> Result<String, Finding> {
    let Some(date) = iso_date(text) else {
        return Err(Finding::proposing(cause(text), proposed_date(text)));
    };
    let year = date.get(..4).and_then(|year| number(year, 4)).unwrap_or_default();
    if YEARS.contains(&year) {
        return Ok(date);
    }
    let expected = format!("une année de {FIRST_EXPECTED_YEAR} à {}", YEARS.end());
    let meant = format!("20{:02}{}", year % 100, date.get(4..).unwrap_or_default());
    Err(Finding::proposing(expected, Some(meant).filter(|meant| is_date(meant))))
}

/// Whether an ISO 8601 date is before the first scheme.
pub(super) fn is_early(date: &str) -> bool {
    date.get(..4).and_then(|year| number(year, 4)).is_some_and(|year| year < FIRST_EXPECTED_YEAR)
}

/// The date of a cell as ISO 8601, whatever its year: a year, a month, a day, or one of these as
/// people in France write it: `08/03/2024`, `8.3.2024`, `03/2024`, « 1er mars 2024 », « mars 2024 ».
pub fn iso_date(text: &str) -> Option<String> {
    if is_date(text) {
        return Some(text.to_owned());
    }
    in_figures(text).or_else(|| in_words(text)).filter(|date| is_date(date))
}

/// A date in figures, the day first, or the year where it has four of them.
fn in_figures(text: &str) -> Option<String> {
    let separator = text.chars().find(|char| matches!(char, '/' | '.' | '-'))?;
    let parts: Vec<&str> = text.split(separator).collect();
    let is_short = |part: &&str| matches!(part.len(), 1 | 2);
    match &parts[..] {
        [day, month, year] if is_short(day) && is_short(month) => {
            Some(format!("{year}-{month:0>2}-{day:0>2}"))
        }
        [year, month, day] if is_short(day) && is_short(month) => {
            Some(format!("{year}-{month:0>2}-{day:0>2}"))
        }
        [month, year] if is_short(month) && year.len() == 4 => Some(format!("{year}-{month:0>2}")),
        [year, month] if is_short(month) && separator != '-' => Some(format!("{year}-{month:0>2}")),
        _ => None,
    }
}

/// A date with the name of its month, and of its day of the week perhaps.
fn in_words(text: &str) -> Option<String> {
    const DAYS: [&str; 7] =
        ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
    let text = normalized(text);
    let words = text.split(' ').filter(|word| *word != "le" && !DAYS.contains(word));
    let words: Vec<&str> = words.collect();
    let month = |name: &str| MONTHS.iter().position(|month| *month == name).map(|at| at + 1);
    match &words[..] {
        [name, year] => Some(format!("{year}-{:02}", month(name)?)),
        [day, name, year] => {
            let day = if *day == "1er" { "1" } else { day };
            Some(format!("{year}-{:02}-{day:0>2}", month(name)?))
        }
        _ => None,
    }
}

/// The cause for which a text is no date, with the form that was expected.
fn cause(text: &str) -> String {
    let cause = if serial_date(text).is_some() {
        "c’est le numéro de jour d’un tableur (mettre la colonne au format date)"
    } else if period(text).is_some() {
        "c’est une période"
    } else {
        return EXPECTED.to_owned();
    };
    format!("{EXPECTED}\u{a0}; {cause}")
}

/// The date that was probably meant: the month that a French spreadsheet has turned into `mars-24`,
/// the day of a serial number, a year in two figures, the two ends of a period.
pub(crate) fn proposed_date(text: &str) -> Option<String> {
    if let Some((start, end)) = period(text) {
        return Some(format!("{start} (début) ou {end} (fin)"));
    }
    let day = || text.split_once(['T', ' ']).and_then(|(day, _)| iso_date(day));
    serial_date(text)
        .or_else(|| shortened_month(text))
        .or_else(|| two_digit_year(text))
        .or_else(day)
}

fn shortened_month(text: &str) -> Option<String> {
    const SHORTEST: usize = 3;
    let (name, year) = text.split_once(['-', ' '])?;
    let name = normalized(name);
    let is_meant = |month: &&str| name.len() >= SHORTEST && month.starts_with(&name);
    let mut months = (1..).zip(MONTHS).filter(|(_, month)| is_meant(month));
    let (month, _) = months.next().filter(|_| months.next().is_none())?;
    let year = if year.len() == 2 { format!("20{year}") } else { year.to_owned() };
    Some(format!("{year}-{month:02}")).filter(|date| is_date(date))
}

fn two_digit_year(text: &str) -> Option<String> {
    let (before, year) = text.rsplit_once(['/', '.', '-'])?;
    let separator = text.get(before.len()..text.len() - year.len())?;
    number(year, 2)?;
    iso_date(&format!("{before}{separator}20{year}"))
}

/// The day of a serial number of a spreadsheet, which counts from 30 December 1899. Old files of
/// Excel for Mac count from 1904: it can only be proposed.
fn serial_date(text: &str) -> Option<String> {
    const EPOCH: i32 = 2_415_019;
    let whole = text.strip_suffix(".0").or_else(|| text.strip_suffix(",0")).unwrap_or(text);
    let days = i32::from(number(whole, 5).filter(|_| whole.len() == 5)?);
    let date = Date::from_julian_day(EPOCH + days).ok()?;
    YEARS.contains(&(date.year() as u16)).then(|| date.to_string())
}

/// The two ends of a period: « 2024-2028 », « 2024/2028 », « de 2024 à 2028 ».
fn period(text: &str) -> Option<(String, String)> {
    let words = normalized(text);
    let words: Vec<&str> =
        words.split(' ').filter(|word| !matches!(*word, "de" | "a" | "au")).collect();
    let [start, end] = &words[..] else { return None };
    let (first, last) = (number(start, 4)?, number(end, 4)?);
    (first <= last && YEARS.contains(&first) && YEARS.contains(&last))
        .then(|| ((*start).to_owned(), (*end).to_owned()))
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
    fn dates_as_people_write_them_are_read_where_they_are_certain() {
        for (text, expected) in [
            ("01/03/2024", "2024-03-01"),
            ("1/3/2024", "2024-03-01"),
            ("01-03-2024", "2024-03-01"),
            ("1.3.2024", "2024-03-01"),
            ("2024/03/01", "2024-03-01"),
            ("1er mars 2024", "2024-03-01"),
            ("vendredi 8 Mars 2024", "2024-03-08"),
            ("Août 2024", "2024-08"),
            ("03/2024", "2024-03"),
            ("2024-03", "2024-03"),
        ] {
            assert_eq!(read_date(text).as_deref(), Ok(expected), "{text}");
        }
        for text in ["31/02/2024", "01/03/24", "/", "", "mars", "13/2024", "2024-2028", "45359"] {
            assert_eq!(iso_date(text), None, "{text}");
        }
    }

    #[test]
    fn dates_that_may_mean_something_else_are_refused_with_a_proposal() {
        let proposed = |text: &str| read_date(text).unwrap_err().proposal;
        for (text, expected) in [
            ("mars-24", "2024-03"),
            ("févr.-24", "2024-02"),
            ("45359", "2024-03-08"),
            ("01/03/24", "2024-03-01"),
            ("2024-2028", "2024 (début) ou 2028 (fin)"),
            ("0024-02-03", "2024-02-03"),
            ("2924", "2024"),
            ("08/03/0024", "2024-03-08"),
        ] {
            assert_eq!(proposed(text).as_deref(), Some(expected), "{text}");
        }
        assert_eq!(proposed("1709856000000"), None);
        assert_eq!(proposed("ju-24"), None, "June or July");
    }

    #[test]
    fn a_date_of_before_the_schemes_is_read_and_told_apart() {
        assert_eq!(read_date("1985").unwrap(), "1985");
        assert!(is_early("1985") && is_early("1989-12-31") && !is_early("1990"));
        assert!(read_date("1885").is_err());
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
