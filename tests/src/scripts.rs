//! The scripts that run in the page, each a file with a comment at its head.
//!
//! A script gets its arguments in `arguments` and returns its answer, or a promise of it.

use map::ScreenPoint;
use serde_json::{Value, json};

/// A script about the pixels of the map: `composed`, `data` and `ratio` are there.
macro_rules! on_pixels {
    ($script:literal) => {
        concat!(include_str!("scripts/pixels/composed.js"), include_str!($script))
    };
}

// Pixels of the map, as its canvases lie on each other.
pub(crate) const COLORS: &str = on_pixels!("scripts/pixels/colors.js");
pub(crate) const COUNT: &str = on_pixels!("scripts/pixels/count.js");
pub(crate) const HASH: &str = on_pixels!("scripts/pixels/hash.js");
pub(crate) const MATCHING: &str = on_pixels!("scripts/pixels/matching.js");
pub(crate) const SCREENSHOT: &str = include_str!("scripts/pixels/screenshot.js");
pub(crate) const DIFFERING: &str = include_str!("scripts/pixels/differing.js");
pub(crate) const RESAMPLED: &str = on_pixels!("scripts/pixels/resampled.js");

// The pointer over the map.
pub(crate) const COVERED: &str = include_str!("scripts/pointer/covered.js");
pub(crate) const NAMES: &str = include_str!("scripts/pointer/names.js");
pub(crate) const OUTLINED: &str = include_str!("scripts/pointer/outlined.js");
pub(crate) const SWEEP: &str = include_str!("scripts/pointer/sweep.js");

// The page as a whole. `PENDING` runs before the page begins; the others need it.
pub(crate) const PENDING: &str = include_str!("scripts/page/pending.js");
pub(crate) const READY: &str = include_str!("scripts/page/ready.js");
pub(crate) const SETTLE: &str = "return window.untilRest()";
pub(crate) const DOWNLOADS: &str = include_str!("scripts/page/downloads.js");
pub(crate) const FOCUS: &str = include_str!("scripts/page/focus.js");
pub(crate) const SCROLL_AT_REST: &str = include_str!("scripts/page/scroll_at_rest.js");
pub(crate) const HANGING: &str = include_str!("scripts/page/hanging.js");
pub(crate) const REFUSING: &str = include_str!("scripts/page/refusing.js");
pub(crate) const RESULTS: &str = include_str!("scripts/page/results.js");
pub(crate) const SAVING: &str = include_str!("scripts/page/saving.js");
pub(crate) const TYPING: &str = include_str!("scripts/page/typing.js");
pub(crate) const FOREIGN_SCRIPT: &str = include_str!("scripts/page/foreign_script.js");
pub(crate) const OLD_HOST: &str = include_str!("scripts/page/old_host.js");
pub(crate) const TIME_OF_CLICK: &str = include_str!("scripts/page/time_of_click.js");
pub(crate) const TIME_OF_INPUT: &str = include_str!("scripts/page/time_of_input.js");

// Scripts that watch the page from now on, until they are asked.
pub(crate) const WATCH_EDGES: &str = include_str!("scripts/watch/edges.js");
pub(crate) const WATCH_FRAME_HEIGHT: &str = include_str!("scripts/watch/frame_height.js");
pub(crate) const WATCH_LINES: &str = include_str!("scripts/watch/lines.js");
pub(crate) const WATCH_NAMES: &str = include_str!("scripts/watch/names.js");
pub(crate) const WATCH_PAINTING: &str = include_str!("scripts/watch/painting.js");
pub(crate) const WATCH_POLICY: &str = include_str!("scripts/watch/policy.js");
pub(crate) const WATCH_POSITIONS: &str = include_str!("scripts/watch/positions.js");
pub(crate) const WATCH_SHIFTS: &str = include_str!("scripts/watch/shifts.js");
pub(crate) const WATCH_PROGRESS: &str = include_str!("scripts/watch/progress.js");

/// Points as scripts take them.
pub(crate) fn pairs(points: &[ScreenPoint]) -> Value {
    points.iter().map(|point| json!([point.x, point.y])).collect()
}
