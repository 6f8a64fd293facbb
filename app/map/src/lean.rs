//! One sort for the whole page: the standard library's sort is compiled anew for every type that is
//! sorted, and each time costs the page a kilobyte.

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

#[cfg(test)]
mod tests {
    use super::*;

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
}
