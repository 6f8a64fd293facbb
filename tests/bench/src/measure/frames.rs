//! Intervals between the frames of a page, which tell how evenly it draws.

/// Milliseconds after which a frame is seen to be late.
pub const LATE_MS: f64 = 50.0;

/// The intervals of one gesture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frames {
    /// The middle one, in milliseconds.
    pub p50_ms: f64,
    /// The one that 95 % are no longer than.
    pub p95_ms: f64,
    /// The longest.
    pub longest_ms: f64,
    /// The number of those longer than 50 ms.
    pub late: usize,
}

impl Frames {
    /// The intervals between `times`, in milliseconds; none for fewer than two frames.
    pub fn of(times: &[f64]) -> Option<Self> {
        let mut intervals: Vec<f64> = times.windows(2).map(|pair| pair[1] - pair[0]).collect();
        intervals.sort_by(f64::total_cmp);
        Some(Self {
            p50_ms: share(&intervals, 0.5)?,
            p95_ms: share(&intervals, 0.95)?,
            longest_ms: *intervals.last()?,
            late: intervals.iter().filter(|interval| **interval > LATE_MS).count(),
        })
    }
}

/// The value that this share of `sorted` is no greater than.
fn share(sorted: &[f64], share: f64) -> Option<f64> {
    let rank = (share * sorted.len() as f64).ceil() as usize;
    sorted.get(rank.saturating_sub(1)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_late_frame_in_twenty_is_beyond_the_ninety_fifth_share() {
        let mut times: Vec<f64> = (0..20).map(|n| f64::from(n) * 16.0).collect();
        times.push(19.0 * 16.0 + 60.0);
        let frames = Frames::of(&times).unwrap();
        assert_eq!((frames.p50_ms, frames.p95_ms), (16.0, 16.0));
        assert_eq!((frames.longest_ms, frames.late), (60.0, 1));
    }

    #[test]
    fn a_single_frame_has_no_interval() {
        assert_eq!(Frames::of(&[3.0]), None);
    }
}
