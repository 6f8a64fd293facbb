//! Small functions in place of the standard library's, where those cost the page many bytes.
//!
//! | ours | in place of | saves, after brotli |
//! | --- | --- | --- |
//! | [`argsort`] | one `sort_by` for each type | TODO1 |
//! | [`power`] | `f64::powf` | TODO2 |
//! | [`fixed`] | `format!("{value:.1}")` of an `f64` | TODO3 |
//! | [`decimal`] | `str::parse::<f64>` | TODO4 |
//! | [`clamped`] | `f64::clamp`, whose panic writes an `f64` | TODO5 |
//! | [`percent_decoded`] | crate `percent-encoding` | TODO6 |
//!
//! To measure one again, put the standard function into its body and compare the sizes of
//! `target/site/*.wasm` after brotli (`make target/site/index.html`). What no longer saves anything goes.

/// The indexes of `keys` in rising order (NumPy: `argsort`); equal keys keep their order. O(n log n).
pub fn argsort(keys: impl IntoIterator<Item = u128>) -> Vec<usize> {
    let mut pairs: Vec<(u128, usize)> =
        keys.into_iter().enumerate().map(|(index, key)| (key, index)).collect();
    pairs.sort_unstable();
    pairs.into_iter().map(|(_, index)| index).collect()
}

/// The elements of `items` in rising order of their keys; equal keys keep their order.
pub(crate) fn sorted_by_key<T: Clone>(items: &[T], key: impl Fn(&T) -> u128) -> Vec<T> {
    argsort(items.iter().map(key)).into_iter().map(|index| items[index].clone()).collect()
}

/// Two numbers as one sort key, the first more important.
pub(crate) fn pack(major: u64, minor: u64) -> u128 {
    u128::from(major) << 64 | u128::from(minor)
}

/// A number as a sort key in the order of all numbers (not of NaN).
pub(crate) fn sortable(value: f64) -> u64 {
    let bits = value.to_bits();
    // Negative numbers fall as their bits rise.
    if bits >> 63 == 1 { !bits } else { bits | 1 << 63 }
}

/// `base` to the power of `exponent`, up to about 1,000, by square roots.
pub(crate) fn power(base: f64, exponent: f64) -> f64 {
    if exponent < 0.0 {
        return 1.0 / power(base, -exponent);
    }
    let whole = exponent.min(1_000.0) as u32;
    let mut result = (0..whole).fold(1.0, |result, _| result * base);
    let (mut root, mut rest) = (base, exponent - f64::from(whole));
    for _ in 0..48 {
        root = root.sqrt();
        rest *= 2.0;
        if rest >= 1.0 {
            result *= root;
            rest -= 1.0;
        }
    }
    result
}

/// `value` between `low` and `high`.
pub(crate) fn clamped(value: f64, low: f64, high: f64) -> f64 {
    value.max(low).min(high)
}

/// A number with a point and so many decimals, as CSS, SVG and addresses write it: `-12.500`.
pub fn fixed(value: f64, decimals: u32) -> String {
    let mut text = String::new();
    push_fixed(&mut text, value, decimals);
    text
}

/// Appends what [`fixed`] writes.
pub(crate) fn push_fixed(text: &mut String, value: f64, decimals: u32) {
    let unit = 10_i64.pow(decimals);
    let scaled = (value * unit as f64).round() as i64;
    if scaled < 0 {
        text.push('-');
    }
    let scaled = scaled.saturating_abs();
    text.push_str(&((scaled / unit) as u32).to_string());
    let mut digit = unit;
    while digit > 1 {
        if digit == unit {
            text.push('.');
        }
        digit /= 10;
        text.push(char::from(b'0' + (scaled / digit % 10) as u8));
    }
}

/// The number that a text such as `-4.8320` writes, with at most three digits before the point and eight
/// after it; none for another text.
pub(crate) fn decimal(text: &str) -> Option<f64> {
    let (sign, digits) = text.strip_prefix('-').map_or((1.0, text), |digits| (-1.0, digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !(is_number(whole) && is_number(fraction)) || whole.len() > 3 || fraction.len() > 8 {
        return None;
    }
    let scale = f64::from(10_u32.pow(fraction.len() as u32));
    let part = |digits: &str| digits.parse::<u32>().ok().map(f64::from);
    Some(sign * (part(whole)? * scale + part(fraction)?) / scale)
}

/// A text without its percent-encoding; `%` before anything but two hexadecimal digits stays.
///
/// # Source
/// RFC 3986 §2.1.
pub(crate) fn percent_decoded(text: &str) -> String {
    let digit = |byte: Option<&u8>| byte.and_then(|byte| char::from(*byte).to_digit(16));
    let bytes = text.as_bytes();
    let mut plain = Vec::with_capacity(bytes.len());
    let mut index = 0;
    while let Some(&byte) = bytes.get(index) {
        match (byte, digit(bytes.get(index + 1)), digit(bytes.get(index + 2))) {
            (b'%', Some(high), Some(low)) => {
                plain.push((high * 16 + low) as u8);
                index += 3;
            }
            _ => {
                plain.push(byte);
                index += 1;
            }
        }
    }
    String::from_utf8_lossy(&plain).into_owned()
}

/// Adds a text of a query: what it does not reserve as it is, the rest percent-encoded.
///
/// # Source
/// RFC 3986 §2.1 and §3.4: `:` and `,` stand in queries.
pub(crate) fn push_encoded(text: &mut String, plain: &str) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for byte in plain.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~:,".contains(&byte) {
            text.push(char::from(byte));
        } else {
            let [high, low] = [byte >> 4, byte & 15].map(|it| char::from(DIGITS[it as usize]));
            text.extend(['%', high, low]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_survives_the_query_of_an_address() {
        for text in ["", "saint", "L’Haÿ & Cie + 100 %", "cls:actif,cpts", "é=#?/"] {
            let mut encoded = String::new();
            push_encoded(&mut encoded, text);
            assert!(!encoded.contains(['&', '=', '#', '?', ' ', '+']), "{encoded}");
            assert_eq!(percent_decoded(&encoded), text);
        }
    }

    #[test]
    fn the_lowest_comes_first_and_equals_keep_their_order() {
        assert_eq!(argsort([3, 1, 2, 1]), [1, 3, 2, 0]);
        assert!(pack(1, 9) < pack(2, 0));
    }

    #[test]
    fn sort_keys_of_numbers_are_ordered_as_the_numbers_are() {
        let rising = [-1e300, -2.5, -1e-9, 0.0, 1e-9, 2.5, 1e300];
        assert!(rising.map(sortable).is_sorted());
    }

    #[test]
    fn powers_agree_with_those_of_the_standard_library() {
        for (base, exponent) in [(1.5, 3.0), (1.5, -0.25), (0.01, 0.7), (2.0, 31.5), (7.0, 0.0)] {
            let expected = f64::powf(base, exponent);
            assert!((power(base, exponent) / expected - 1.0).abs() < 1e-12, "{base} {exponent}");
        }
    }

    #[test]
    fn decimals_are_written_as_the_standard_library_writes_them() {
        for (value, decimals) in [(4.832, 4), (-0.5, 1), (12.0, 0), (0.05, 3), (-1.0004, 3)] {
            let width = decimals as usize;
            assert_eq!(fixed(value, decimals), format!("{value:.width$}"));
        }
        assert_eq!(fixed(-0.04, 1), "0.0", "no negative zero");
        assert_eq!(fixed(f64::NAN, 1), "0.0");
    }

    #[test]
    fn percent_encoding_of_any_text_is_read() {
        assert_eq!(percent_decoded("%E2%82%AC%zz%4"), "€%zz%4");
        assert_eq!(percent_decoded("%ff"), "\u{fffd}", "no UTF-8");
    }
}
