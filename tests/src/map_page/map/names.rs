//! The name beside the pointer, and the sentence for screen readers.

use map::ScreenPoint;
use map::text::typographic;
use serde::Deserialize;

use crate::map_page::{MapPage, plain};
use crate::scripts;

/// The name tag beside the pointer.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct NameTag {
    /// The name of what is under the pointer: a commune where the map is large enough to tell.
    pub name: String,
    /// The name of the territory around it.
    pub within: Option<String>,
    /// The distance from its box to the pointer, in CSS pixels.
    pub distance: f64,
}

impl NameTag {
    /// Whether it is about the territory with that name, as tables write it: itself, or a commune of it.
    pub fn is_about(&self, territory: &str) -> bool {
        let shown = typographic(territory);
        self.name == shown || self.within.as_deref() == Some(&*shown)
    }
}

/// A mouse that swept over the map.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub struct Sweep {
    /// The number of times that the name beside it changed.
    pub changes: usize,
    /// The milliseconds that it took.
    pub took_ms: f64,
}

impl MapPage {
    /// The names that show when a mouse comes to each of `points` in turn.
    pub async fn names_at(&self, points: &[ScreenPoint]) -> Vec<Option<NameTag>> {
        let map = self.map_argument().await;
        self.run(scripts::NAMES, vec![map, scripts::pairs(points)]).await
    }

    /// The name that shows when a mouse comes to `point`.
    pub async fn name_at(&self, point: ScreenPoint) -> Option<NameTag> {
        self.names_at(&[point]).await.remove(0)
    }

    /// Whether a mouse that comes to `point` is over the territory with that name.
    pub async fn is_named(&self, point: ScreenPoint, territory: &str) -> bool {
        self.name_at(point).await.is_some_and(|tag| tag.is_about(territory))
    }

    /// The name that shows beside the mouse, if one does.
    pub async fn name_shown(&self) -> Option<String> {
        let tag = "const tag = document.querySelector('.hover-name');
            return getComputedStyle(tag).visibility === 'hidden' ? null
                : tag.querySelector('strong').textContent";
        self.run(tag, vec![]).await
    }

    /// Moves a mouse through `points`, one with each frame.
    pub async fn sweep(&self, points: &[ScreenPoint]) -> Sweep {
        let map = self.map_argument().await;
        self.run(scripts::SWEEP, vec![map, scripts::pairs(points)]).await
    }

    /// Moves a mouse through `points` and turns its wheel by a notch at the last, all in one moment.
    pub async fn sweep_and_zoom(&self, points: &[ScreenPoint]) {
        let map = self.map_argument().await;
        let script = "const [map, points] = arguments;
            const { left, top } = map.getBoundingClientRect();
            const moves = points.map(([x, y]) => ({ clientX: left + x, clientY: top + y }));
            for (const at of moves) map.dispatchEvent(new PointerEvent('pointermove', at));
            const notch = { deltaY: -100, cancelable: true, ...moves.at(-1) };
            map.dispatchEvent(new WheelEvent('wheel', notch))";
        self.run::<()>(script, vec![map, scripts::pairs(points)]).await;
        self.settle().await;
    }

    /// The sentence of the map for screen readers.
    pub async fn live_text(&self) -> String {
        let region = self.element("//section[@aria-label='Carte']/p[@aria-live='polite']").await;
        plain(&region.prop("textContent").await.unwrap().unwrap_or_default())
    }
}
