//! Dates in words.

/// An ISO 8601 year, month or day in words: « 31 octobre 2022 », « mars 2026 », « 2018 ». A text
/// that is none of them comes back as it is.
pub fn date(iso: &str) -> String {
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
    let mut parts = iso.split('-');
    let year = parts.next().unwrap_or_default();
    let month = parts.next().and_then(|month| month.parse::<usize>().ok());
    let month = month.and_then(|month| MONTHS.get(month.wrapping_sub(1)));
    let day = parts.next().and_then(|day| day.parse::<u32>().ok());
    match (month, day) {
        (Some(month), Some(1)) => format!("1er\u{a0}{month}\u{a0}{year}"),
        (Some(month), Some(day)) => format!("{day}\u{a0}{month}\u{a0}{year}"),
        (Some(month), None) => format!("{month}\u{a0}{year}"),
        _ => iso.to_owned(),
    }
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
}
