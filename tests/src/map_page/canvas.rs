//! The map itself: where things are on it, and what is painted there.

use map::{Color, ScreenPoint, Viewport};
use serde::Deserialize;
use serde_json::json;

use super::{MapPage, Place};
use crate::{Pixel, SERVED};

/// The path of the map.
pub(super) const MAP: &str = "//*[@role='application']";

/// The name that the map shows beside the pointer.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct NameTag {
    /// The name.
    pub name: String,
    /// How far its box is from the pointer, in CSS pixels.
    pub distance: f64,
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
        let bounds = SERVED.departments.shapes.bounds(SERVED.department(department));
        Viewport::around(bounds, self.size().await)
    }

    /// What is painted at each of `points`, in CSS pixels from the map's upper left corner.
    pub async fn colors_at(&self, points: &[ScreenPoint]) -> Vec<Pixel> {
        let map = self.element(MAP).await.to_json().unwrap();
        self.run(include_str!("../scripts/colors.js"), vec![map, pairs(points)]).await
    }

    /// How many pixels of the map have that colour.
    pub async fn pixels_of(&self, color: Color) -> u32 {
        let map = self.element(MAP).await.to_json().unwrap();
        self.run(include_str!("../scripts/tally.js"), vec![map, json!(Pixel::from(color))]).await
    }

    /// A number that tells two pictures of the map apart.
    pub async fn picture(&self) -> u32 {
        let map = self.element(MAP).await.to_json().unwrap();
        self.run(include_str!("../scripts/picture.js"), vec![map]).await
    }

    /// The names that show when a mouse comes to each of `points` in turn.
    pub async fn names_at(&self, points: &[ScreenPoint]) -> Vec<Option<NameTag>> {
        let map = self.element(MAP).await.to_json().unwrap();
        self.run(include_str!("../scripts/names.js"), vec![map, pairs(points)]).await
    }

    /// The name that shows when a mouse comes to `point`.
    pub async fn name_at(&self, point: ScreenPoint) -> Option<String> {
        self.names_at(&[point]).await.remove(0).map(|tag| tag.name)
    }

    async fn size(&self) -> (f64, f64) {
        let Place { left, top, right, bottom } = self.map().await;
        (right - left, bottom - top)
    }
}

fn pairs(points: &[ScreenPoint]) -> serde_json::Value {
    points.iter().map(|point| json!([point.x, point.y])).collect()
}
