//! The nearest known names and codes, to propose in messages.

use strsim::osa_distance;

/// The largest number of proposals in a message.
const AT_MOST: usize = 3;

/// The codes of `known` that `written` is a slip of: one character too many, missing, wrong or
/// swapped with its neighbour. None where more than three would do: no guess is better than four.
pub fn nearest_codes<'a>(written: &str, known: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let zero_first = format!("0{written}");
    let mut near = Vec::new();
    for code in known {
        if code == zero_first {
            // What a spreadsheet does to a code that it takes for a number.
            return vec![code];
        }
        let is_same_length = code.len().abs_diff(written.len()) <= 1;
        if is_same_length && shares_an_end(code, written, 2) && osa_distance(code, written) == 1 {
            near.push(code);
        }
    }
    near.sort_unstable();
    // A character too many says more than a wrong one: the rest of it is right.
    let within: Vec<&str> = near.iter().copied().filter(|code| written.contains(code)).collect();
    if within.len() == 1 {
        return within;
    }
    if near.len() > AT_MOST { Vec::new() } else { near }
}

/// The nearest of `known` to `written`, at most a quarter of it away, nearest first; each text has
/// a value with it.
pub fn nearest_texts<'a, T>(
    written: &str,
    known: impl Iterator<Item = (&'a str, T)>,
) -> Vec<(&'a str, T)> {
    let length = written.chars().count();
    let furthest = (length / 4).clamp(1, 4);
    let mut near: Vec<(usize, &str, T)> = Vec::new();
    for (text, value) in known {
        let is_same_length = text.chars().count().abs_diff(length) <= furthest;
        if is_same_length && shares_an_end(text, written, 1) {
            let distance = osa_distance(text, written);
            if distance <= furthest {
                near.push((distance, text, value));
            }
        }
    }
    near.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)));
    let best = near.first().map_or(0, |(distance, ..)| *distance);
    let best = near.into_iter().filter(|(distance, ..)| *distance <= best + 1);
    best.take(AT_MOST).map(|(_, text, value)| (text, value)).collect()
}

/// The nearest of `known` to `written`, if one is near.
pub fn nearest_of<'a>(written: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    let near = nearest_texts(written, known.map(|text| (text, ())));
    near.first().map(|(text, ())| (*text).to_owned())
}

/// Whether the first or the last `count` bytes are the same. One slip leaves one end of a code as
/// it was, and few slips touch both ends of a name; asking first spares measuring the
/// distance to most communes.
fn shares_an_end(one: &str, other: &str, count: usize) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let ends = |bytes: &[u8]| bytes.len().checked_sub(count);
    match (ends(one), ends(other)) {
        (Some(a), Some(b)) => one[..count] == other[..count] || one[a..] == other[b..],
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_in_a_code_is_seen_through() {
        let known = || ["01031", "01301", "200071512", "75056"].into_iter();
        assert_eq!(nearest_codes("200071512x", known()), ["200071512"]);
        assert_eq!(nearest_codes("1031", known()), ["01031"]);
        assert_eq!(nearest_codes("75065", known()), ["75056"]);
        assert!(nearest_codes("99999", known()).is_empty());
    }

    #[test]
    fn a_slip_in_a_name_is_seen_through() {
        let known = || ["bellignat", "oyonnax", "bron"].into_iter().map(|name| (name, ()));
        assert_eq!(nearest_texts("belignat", known()), [("bellignat", ())]);
        assert_eq!(nearest_texts("oyonax", known()), [("oyonnax", ())]);
        assert!(nearest_texts("saint denis", known()).is_empty());
        assert!(nearest_texts("", known()).is_empty());
    }
}
