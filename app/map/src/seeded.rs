//! Numbers that look random and are the same in every run, for tests.

/// A linear congruential generator, by the constants of Knuth's MMIX.
pub(crate) struct Seeded(u64);

impl Seeded {
    /// A sequence of its own for every seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    /// The next whole number below `end`, which is at least 1.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }

    /// The next number from `start` up to `end`.
    pub(crate) fn between(&mut self, start: f64, end: f64) -> f64 {
        start + (end - start) * self.below(1 << 24) as f64 / f64::from(1 << 24)
    }
}
