//! One sort for the whole page: the standard library's sort is compiled anew for every type that is
//! sorted, and each time costs the page a kilobyte.

/// The places of `keys`, the lowest key first; equal keys keep their order. O(n log n).
pub fn ordered(keys: impl IntoIterator<Item = u128>) -> Vec<usize> {
    let mut pairs: Vec<(u128, usize)> =
        keys.into_iter().enumerate().map(|(place, key)| (key, place)).collect();
    pairs.sort_unstable();
    pairs.into_iter().map(|(_, place)| place).collect()
}

/// Two numbers as one key, the first more important.
pub fn key(major: u64, minor: u64) -> u128 {
    u128::from(major) << 64 | u128::from(minor)
}

/// A number as a key that keeps the order of all numbers (not of NaN).
pub(crate) fn key_of(value: f64) -> u64 {
    let bits = value.to_bits();
    // Negative numbers fall as their bits rise.
    if bits >> 63 == 1 { !bits } else { bits | 1 << 63 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lowest_comes_first_and_equals_keep_their_order() {
        assert_eq!(ordered([3, 1, 2, 1]), [1, 3, 2, 0]);
        assert!(key(1, 9) < key(2, 0));
    }

    #[test]
    fn keys_of_numbers_are_ordered_as_the_numbers_are() {
        let rising = [-1e300, -2.5, -1e-9, 0.0, 1e-9, 2.5, 1e300];
        assert!(rising.map(key_of).is_sorted());
    }
}
