//! The rows of the report, and the targets of our page.

/// A line of the report.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The name of the figure.
    pub key: &'static str,
    /// Its words, with the unit.
    pub label: &'static str,
    /// The divisor that leads to that unit.
    pub divisor: f64,
    /// Digits after the point.
    pub decimals: usize,
    /// Whether the figure of the blank page in the same round is subtracted.
    pub above_blank: bool,
    /// The target of our page.
    pub target: Target,
}

impl Row {
    /// The name of the figure that says whether a page kept up while this one was measured: a page
    /// that drops frames takes less of everything.
    pub fn frames_key(&self) -> Option<String> {
        let (gesture, _) = self.key.rsplit_once('.')?;
        self.above_blank.then(|| format!("{gesture}.p95_ms"))
    }
}

/// A target of our page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Target {
    /// No target: the figure explains others.
    None,
    /// At most so many times the best peer's.
    TimesBest(f64),
    /// At most so much more than the best peer's, in the unit of the row.
    AboveBest(f64),
    /// At most so much, in the unit of the row, whatever the peers do.
    AtMost(f64),
}

use Target::{AboveBest, AtMost, TimesBest};

/// Every line, in order.
pub const ROWS: &[Row] = &[
    seconds("phone.first_ms", "first picture of the country, phone, s", TimesBest(0.6)),
    seconds("desk.first_ms", "first picture of the country, cold, s", TimesBest(0.9)),
    size(
        "phone.first_bytes",
        "bytes of the files complete by then, on the phone, KB",
        TimesBest(0.5),
    ),
    seconds("phone.tap_ms", "first tap that leads to an answer, phone, s", TimesBest(0.7)),
    size("bytes.all", "bytes to `map-ready`, KB", TimesBest(2.9)),
    size("bytes.html", "— HTML, KB", Target::None),
    size("bytes.js", "— JavaScript, KB", Target::None),
    size("bytes.wasm", "— WebAssembly, KB", Target::None),
    size("bytes.css", "— CSS, KB", Target::None),
    size("bytes.data", "— data, KB", Target::None),
    size("bytes.other", "— other, KB", Target::None),
    size("bytes.program", "program alone (all but data), KB", Target::None),
    seconds("desk.ready_ms", "`map-ready`, cold, s", Target::None),
    seconds("desk.shown_ms", "— and on screen, s", Target::None),
    seconds("phone.ready_ms", "`map-ready`, phone, s", TimesBest(1.8)),
    seconds("phone.shown_ms", "— and on screen, s", Target::None),
    above("drag.cpu_s", "drag 2 s: browser CPU above blank, s", 2, TimesBest(0.6)),
    above("drag.tasks_ms", "— main-thread tasks above blank, ms", 0, Target::None),
    plain("drag.p50_ms", "— frames p50, ms", 1, Target::None),
    plain("drag.p95_ms", "— frames p95, ms", 1, AtMost(17.5)),
    plain("drag.longest_ms", "— longest frame, ms", 1, Target::None),
    plain("drag.late", "— frames over 50 ms", 0, AtMost(0.0)),
    above("zoom.cpu_s", "zoom 4 × 10 notches: browser CPU above blank, s", 2, TimesBest(1.0)),
    above("zoom.tasks_ms", "— main-thread tasks above blank, ms", 0, Target::None),
    plain("zoom.p50_ms", "— frames p50, ms", 1, Target::None),
    plain("zoom.p95_ms", "— frames p95, ms", 1, AtMost(20.0)),
    plain("zoom.longest_ms", "— longest frame, ms", 1, Target::None),
    plain("zoom.late", "— frames over 50 ms", 0, AtMost(0.0)),
    plain("zoom.nearer", "— nearer at most, times (ten notches: 57.7)", 1, Target::None),
    above("sweep.cpu_s", "hover, 300 moves: browser CPU above blank, s", 2, TimesBest(0.7)),
    above("sweep.tasks_ms", "— main-thread tasks above blank, ms", 0, Target::None),
    plain("sweep.p50_ms", "— frames p50, ms", 1, Target::None),
    plain("sweep.p95_ms", "— frames p95, ms", 1, Target::None),
    plain("sweep.longest_ms", "— longest frame, ms", 1, Target::None),
    plain("sweep.late", "— frames over 50 ms", 0, Target::None),
    plain("phone.drag.p50_ms", "drag on the phone: frames p50, ms", 1, Target::None),
    plain("phone.drag.p95_ms", "— frames p95, ms", 1, AtMost(20.0)),
    plain("phone.drag.longest_ms", "— longest frame, ms", 1, Target::None),
    plain("phone.drag.late", "— frames over 50 ms", 0, AtMost(0.0)),
    plain("held.heap_mb", "JS heap + wasm memory when ready, MB", 1, Target::None),
    plain("held.process_mb", "— renderer process (PSS), MB", 1, AboveBest(12.0)),
    plain("after.heap_mb", "JS heap + wasm memory after the gestures, MB", 1, Target::None),
    plain("after.process_mb", "— renderer process (PSS), MB", 1, AboveBest(12.0)),
];

const fn size(key: &'static str, label: &'static str, target: Target) -> Row {
    Row { key, label, divisor: 1000.0, decimals: 1, above_blank: false, target }
}

const fn seconds(key: &'static str, label: &'static str, target: Target) -> Row {
    Row { key, label, divisor: 1000.0, decimals: 2, above_blank: false, target }
}

const fn plain(key: &'static str, label: &'static str, decimals: usize, target: Target) -> Row {
    Row { key, label, divisor: 1.0, decimals, above_blank: false, target }
}

const fn above(key: &'static str, label: &'static str, decimals: usize, target: Target) -> Row {
    Row { key, label, divisor: 1.0, decimals, above_blank: true, target }
}
