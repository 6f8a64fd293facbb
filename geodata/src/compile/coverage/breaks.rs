//! Natural breaks: classes of numbers that are as alike as can be.
//!
//! # Source
//! W. D. Fisher, *On Grouping for Maximum Homogeneity*, Journal of the American Statistical
//! Association 53(284), 1958: the exact optimum, by dynamic programming. G. F. Jenks brought it to maps.

/// The lowest number of each of `classes` classes of percentages, such that the sum of squared
/// differences to the means of their classes is least; the first class begins at 0. A break lies
/// halfway between the numbers on its two sides. Where fewer numbers differ, the last classes are
/// empty. O(classes · 101²).
pub(crate) fn natural_breaks(percents: &[u8], classes: usize) -> Vec<u8> {
    let groups = Groups::new(percents);
    let many = groups.values.len();
    // By number of classes, then of values: the least cost, and where the last class begins.
    let mut best = vec![vec![(f64::INFINITY, 0); many + 1]; classes + 1];
    best[0][0] = (0.0, 0);
    for class in 1..=classes {
        for end in 1..=many {
            let costs = (0..end).map(|start| best[class - 1][start].0 + groups.cost(start, end));
            let least = costs.zip(0..).min_by(|a, b| a.0.total_cmp(&b.0));
            best[class][end] = least.unwrap_or((f64::INFINITY, 0));
        }
    }
    let (mut breaks, mut end) = (Vec::new(), many);
    for class in (1..=classes.min(many)).rev() {
        end = best[class][end].1;
        breaks.push(groups.first_percent(end));
    }
    breaks.reverse();
    breaks.resize(classes, 101);
    breaks
}

/// Different numbers, rising, with running sums.
struct Groups {
    values: Vec<u8>,
    /// Before each value: how many numbers, their sum, the sum of their squares.
    sums: Vec<[f64; 3]>,
}

impl Groups {
    fn new(percents: &[u8]) -> Self {
        let mut values = percents.to_vec();
        values.sort_unstable();
        values.dedup();
        let mut sums = vec![[0.0; 3]];
        for &value in &values {
            let many = percents.iter().filter(|&&percent| percent == value).count() as f64;
            let (last, value) = (sums[sums.len() - 1], f64::from(value));
            sums.push([last[0] + many, last[1] + many * value, last[2] + many * value * value]);
        }
        Self { values, sums }
    }

    /// The sum of squared differences to their mean of the values from `start` to before `end`.
    fn cost(&self, start: usize, end: usize) -> f64 {
        let [many, sum, squares] =
            [0, 1, 2].map(|index: usize| self.sums[end][index] - self.sums[start][index]);
        squares - sum * sum / many
    }

    /// The lowest percentage of a class that begins with the value of that index.
    fn first_percent(&self, index: usize) -> u8 {
        let Some(before) = index.checked_sub(1) else { return 0 };
        self.values[before].midpoint(self.values[index]) + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sum of squared differences when classes begin at `breaks`.
    fn cost(percents: &[u8], breaks: &[u8]) -> f64 {
        let next = breaks[1..].iter().chain([&101]);
        let of_class = |(low, high): (&u8, &u8)| {
            let own = percents.iter().filter(|percent| (low..high).contains(percent));
            let own: Vec<f64> = own.map(|&percent| f64::from(percent)).collect();
            let mean = own.iter().sum::<f64>() / own.len().max(1) as f64;
            own.iter().map(|value| (value - mean).powi(2)).sum::<f64>()
        };
        breaks.iter().zip(next).map(of_class).sum()
    }

    #[test]
    fn groups_that_anyone_sees_are_found() {
        let percents = [1, 2, 3, 30, 31, 60, 62, 64, 100, 100];
        assert_eq!(natural_breaks(&percents, 4), [0, 17, 46, 83]);
    }

    #[test]
    fn no_other_breaks_are_better() {
        let mut random = fastrand::Rng::with_seed(15);
        for _ in 0..40 {
            let percents: Vec<u8> = (0..30).map(|_| random.u8(0..=100)).collect();
            let found = cost(&percents, &natural_breaks(&percents, 4));
            for _ in 0..200 {
                let mut other = [0, random.u8(1..=100), random.u8(1..=100), random.u8(1..=100)];
                other.sort_unstable();
                assert!(cost(&percents, &other) >= found - 1e-9, "{other:?} of {percents:?}");
            }
        }
    }

    #[test]
    fn a_few_numbers_leave_the_last_classes_empty() {
        assert_eq!(natural_breaks(&[7, 50], 4), [0, 29, 101, 101]);
        assert_eq!(natural_breaks(&[], 4), [101; 4]);
    }
}
