//! The rows of a long table that are written: those in sight, and some around them.

/// Rows that are written beyond what is seen, on each side.
const MARGIN: usize = 3;

/// The window moves by so many rows at once, so that few scrolls write any.
const STEP: usize = 4;

/// The rows that are written, from the first to before the last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct RowWindow {
    pub(super) start: usize,
    pub(super) end: usize,
}

impl RowWindow {
    /// The rows around those between `top` and `top + height`, of `all`; lengths in CSS pixels.
    pub(super) fn new(top: f64, height: f64, row: f64, all: usize) -> Self {
        let row = row.max(1.0);
        let first = (top.max(0.0) / row) as usize;
        let last = first + (height.max(0.0) / row) as usize + 1;
        let start = first.saturating_sub(MARGIN) / STEP * STEP;
        let end = (last + MARGIN).div_ceil(STEP) * STEP;
        Self { start: start.min(all), end: end.min(all) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROW: f64 = 44.0;

    #[test]
    fn every_row_in_sight_is_written_wherever_the_table_is_scrolled() {
        let (height, all) = (600.0, 34_875);
        for top in (0..1_534_000).step_by(97) {
            let top = f64::from(top);
            let window = RowWindow::new(top, height, ROW, all);
            let first = (top / ROW) as usize;
            let last = (((top + height) / ROW) as usize).min(all - 1);
            assert!(window.start <= first.min(all) && last < window.end, "{window:?} at {top}");
            assert!(window.end - window.start <= 64, "{window:?}");
        }
    }

    #[test]
    fn a_short_table_is_written_whole() {
        assert_eq!(RowWindow::new(0.0, 600.0, ROW, 18), RowWindow { start: 0, end: 18 });
        assert_eq!(RowWindow::new(9_000.0, 600.0, ROW, 3), RowWindow { start: 3, end: 3 });
        assert_eq!(RowWindow::new(0.0, 600.0, ROW, 0), RowWindow::default());
    }
}
