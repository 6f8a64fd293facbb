//! Numbers, shares and sizes as French readers expect them.

/// Between groups of digits: a narrow no-break space.
const THIN_SPACE: char = '\u{202f}';

/// An integer in groups of three digits: 1 234 567.
pub fn number(value: u32) -> String {
    grouped(&value.to_string())
}

/// A number of at most three decimals, with a comma: « 2,5 », « 1 234 ».
pub fn decimal(value: f64) -> String {
    let text = fixed(value.abs(), 3);
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let sign = if value < 0.0 { "−" } else { "" };
    match fraction.trim_end_matches('0') {
        "" => format!("{sign}{}", grouped(whole)),
        fraction => format!("{sign}{},{fraction}", grouped(whole)),
    }
}

fn grouped(digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 * THIN_SPACE.len_utf8());
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(THIN_SPACE);
        }
        text.push(digit);
    }
    text
}

/// A number with a point and so many decimals, at least one, as CSS and addresses write it: « -12.500 ».
/// By whole numbers: the writer of `f64` would cost the page 10 KB.
pub fn fixed(value: f64, decimals: u32) -> String {
    let unit = 10_u64.pow(decimals);
    let scaled = (value.abs() * unit as f64).round() as u64;
    let sign = if value < 0.0 && scaled > 0 { "-" } else { "" };
    let width = decimals as usize;
    format!("{sign}{}.{:0width$}", scaled / unit, scaled % unit)
}

/// A count with its noun, singular below two as French wants: « 0 projet », « 1 projet »,
/// « 35 projets ».
pub fn count(value: u32, singular: &str, plural: &str) -> String {
    let noun = if value < 2 { singular } else { plural };
    format!("{}\u{a0}{noun}", number(value))
}

/// A part of a whole as a whole percentage, « moins de 1 % » rather than a false 0 and « plus de
/// 99 % » rather than a false 100; empty when there is no whole.
///
/// # Example
/// ```
/// use map::text::share;
///
/// assert_eq!(share(720, 1_000), "72\u{a0}%");
/// assert_eq!(share(1, 1_000), "moins de 1\u{a0}%");
/// ```
pub fn share(part: u32, whole: u32) -> String {
    if whole == 0 {
        return String::new();
    }
    let percent = (u64::from(part) * 200 + u64::from(whole)) / (2 * u64::from(whole));
    match percent {
        0 if part > 0 => "moins de 1\u{a0}%".to_owned(),
        100 if part < whole => "plus de 99\u{a0}%".to_owned(),
        _ => format!("{percent}\u{a0}%"),
    }
}

/// A size in bytes, in the unit that keeps it readable: « 820 Ko », « 1,4 Mo ».
pub fn bytes(size: usize) -> String {
    let kilobytes = size.div_ceil(1000) as u32;
    if kilobytes < 1000 {
        return format!("{kilobytes}\u{a0}Ko");
    }
    let tenths = size.div_ceil(100_000) as u32;
    format!("{},{}\u{a0}Mo", number(tenths / 10), tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_by_three() {
        assert_eq!(number(7), "7");
        assert_eq!(number(1_234), "1\u{202f}234");
        assert_eq!(number(68_952_941), "68\u{202f}952\u{202f}941");
    }

    #[test]
    fn decimals_have_a_comma_and_no_idle_zeros() {
        assert_eq!(decimal(57.0), "57");
        assert_eq!(decimal(2.5), "2,5");
        assert_eq!(decimal(0.05), "0,05");
        assert_eq!(decimal(1_234.125), "1\u{202f}234,125");
        assert_eq!(decimal(-3.9), "−3,9");
        assert_eq!(decimal(0.1 + 0.2), "0,3");
    }

    #[test]
    fn numbers_for_css_have_a_point_and_all_their_decimals() {
        assert_eq!(fixed(12.5, 3), "12.500");
        assert_eq!(fixed(-0.062, 3), "-0.062");
        assert_eq!(fixed(-0.000_1, 3), "0.000", "no sign before nothing");
        assert_eq!(fixed(1.000_000_4, 6), "1.000000");
        assert_eq!(fixed(99.96, 1), "100.0");
    }

    #[test]
    fn french_is_singular_below_two() {
        assert_eq!(count(0, "projet", "projets"), "0\u{a0}projet");
        assert_eq!(count(1, "projet", "projets"), "1\u{a0}projet");
        assert_eq!(count(35, "projet", "projets"), "35\u{a0}projets");
    }

    #[test]
    fn shares_never_pretend_to_be_nothing_or_everything() {
        assert_eq!(share(57, 100), "57\u{a0}%");
        assert_eq!(share(1, 1000), "moins de 1\u{a0}%");
        assert_eq!(share(999, 1000), "plus de 99\u{a0}%");
        assert_eq!(share(0, 1000), "0\u{a0}%");
        assert_eq!(share(1000, 1000), "100\u{a0}%");
        assert_eq!(share(0, 0), "");
    }

    #[test]
    fn sizes_are_in_the_unit_that_keeps_them_readable() {
        assert_eq!(bytes(820_000), "820\u{a0}Ko");
        assert_eq!(bytes(1_383_264), "1,4\u{a0}Mo");
    }
}
