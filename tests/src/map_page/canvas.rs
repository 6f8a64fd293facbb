//! The map itself: where things are on it, and what is painted there.

use map::{Color, ScreenPoint, Territory, Viewport};
use serde::Deserialize;
use serde_json::json;

use super::{MapPage, Place, plain};
use crate::{Pixel, SERVED};

/// The path of the map.
pub(super) const MAP: &str = "//*[@role='application']";

/// A script about pixels: `composed`, `data` and `ratio` are there.
macro_rules! on_pixels {
    ($script:literal) => {
        concat!(include_str!("../scripts/composed.js"), include_str!($script))
    };
}

/// What the map shows beside the pointer.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct NameTag {
    /// The name of what is under the pointer: a commune where the map is large enough to tell.
    pub name: String,
    /// What that lies in.
    pub within: Option<String>,
    /// How far its box is from the pointer, in CSS pixels.
    pub distance: f64,
}

impl NameTag {
    /// Whether it is about the territory with that name: itself, or a commune of it.
    pub fn is_about(&self, territory: &str) -> bool {
        self.name == territory || self.within.as_deref() == Some(territory)
    }
}

impl MapPage {
    /// Where the map is in the window.
    pub async fn map(&self) -> Place {
        let map = self.element(MAP).await;
        self.place_of(&map).await
    }

    /// The view of the whole country, which the page opens with.
    pub async fn view_of_country(&self) -> Viewport {
        Viewport::country(self.size().await)
    }

    /// The view that choosing a department leads to.
    pub async fn view_of(&self, department: &str) -> Viewport {
        self.view_around(SERVED.territory(&format!("departement-{department}"))).await
    }

    /// The view that going to a territory leads to.
    pub async fn view_around(&self, territory: Territory) -> Viewport {
        Viewport::around(SERVED.model.bounds(territory), self.size().await)
    }

    /// What is painted at each of `points`, in CSS pixels from the map's upper left corner.
    pub async fn colors_at(&self, points: &[ScreenPoint]) -> Vec<Pixel> {
        let map = self.element(MAP).await.to_json().unwrap();
        self.run(on_pixels!("../scripts/colors.js"), vec![map, pairs(points)]).await
    }

    /// How many pixels of the map have that colour.
    pub async fn pixels_of(&self, color: Color) -> u32 {
        let map = self.element(MAP).await.to_json().unwrap();
        self.run(on_pixels!("../scripts/tally.js"), vec![map, json!(Pixel::from(color))]).await
    }

    /// From the next opening on, notes in which frames the parts of pictures are painted.
    pub async fn watch_painting(&self) {
        self.before_each_page(include_str!("../scripts/watch_painting.js")).await;
    }

    /// For each picture that was painted since, the number of the frame of each of its parts.
    pub async fn pictures_painted(&self) -> Vec<Vec<u32>> {
        self.run("return window.picturesPainted.splice(0)", vec![]).await
    }

    /// A number that tells two pictures of the map apart.
    pub async fn picture(&self) -> u32 {
        let map = self.element(MAP).await.to_json().unwrap();
        self.run(on_pixels!("../scripts/picture.js"), vec![map]).await
    }

    /// The names that show when a mouse comes to each of `points` in turn.
    pub async fn names_at(&self, points: &[ScreenPoint]) -> Vec<Option<NameTag>> {
        let map = self.element(MAP).await.to_json().unwrap();
        self.run(include_str!("../scripts/names.js"), vec![map, pairs(points)]).await
    }

    /// From now on counts the lines that are drawn.
    pub async fn count_lines(&self) {
        self.run::<()>(include_str!("../scripts/count_lines.js"), vec![]).await;
    }

    /// How many lines were drawn since this was last asked.
    pub async fn lines_drawn(&self) -> u32 {
        self.run("return window.linesDrawn()", vec![]).await
    }

    /// Moves a mouse through `points`, one with each frame: how often the name beside it changed, and
    /// how many milliseconds that took.
    pub async fn sweep(&self, points: &[ScreenPoint]) -> (usize, f64) {
        let map = self.element(MAP).await.to_json().unwrap();
        self.run(include_str!("../scripts/sweep.js"), vec![map, pairs(points)]).await
    }

    /// Moves a mouse through `points` and turns its wheel by a notch at the last, all in one moment.
    pub async fn sweep_and_zoom(&self, points: &[ScreenPoint]) {
        let map = self.element(MAP).await.to_json().unwrap();
        let script = "const [map, points] = arguments;
            const { left, top } = map.getBoundingClientRect();
            const places = points.map(([x, y]) => ({ clientX: left + x, clientY: top + y }));
            for (const at of places) map.dispatchEvent(new PointerEvent('pointermove', at));
            const notch = { deltaY: -100, cancelable: true, ...places.at(-1) };
            map.dispatchEvent(new WheelEvent('wheel', notch))";
        self.run::<()>(script, vec![map, pairs(points)]).await;
        self.settle().await;
    }

    /// The name that shows beside the mouse, if one does.
    pub async fn name_shown(&self) -> Option<String> {
        let tag = "const tag = document.querySelector('.hover-name');
            return getComputedStyle(tag).visibility === 'hidden' ? null
                : tag.querySelector('strong').textContent";
        self.run(tag, vec![]).await
    }

    /// The name that shows when a mouse comes to `point`.
    pub async fn name_at(&self, point: ScreenPoint) -> Option<NameTag> {
        self.names_at(&[point]).await.remove(0)
    }

    /// Which of `points` are painted in that colour, by their places in the list.
    pub async fn places_with(&self, color: Color, points: &[ScreenPoint]) -> Vec<usize> {
        let map = self.element(MAP).await.to_json().unwrap();
        let arguments = vec![map, pairs(points), json!(Pixel::from(color))];
        self.run(on_pixels!("../scripts/where.js"), arguments).await
    }

    /// Which of `points` something lies over, by their places in the list.
    pub async fn covered(&self, points: &[ScreenPoint]) -> Vec<usize> {
        let map = self.element(MAP).await.to_json().unwrap();
        self.run(include_str!("../scripts/covered.js"), vec![map, pairs(points)]).await
    }

    /// What the map says to those who do not see it.
    pub async fn said(&self) -> String {
        let region = self.element("//section[@aria-label='Carte']/p[@aria-live='polite']").await;
        plain(&region.prop("textContent").await.unwrap().unwrap_or_default())
    }

    /// The size of the map.
    pub async fn size(&self) -> (f64, f64) {
        let Place { left, top, right, bottom } = self.map().await;
        (right - left, bottom - top)
    }
}

fn pairs(points: &[ScreenPoint]) -> serde_json::Value {
    points.iter().map(|point| json!([point.x, point.y])).collect()
}
