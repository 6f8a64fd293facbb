//! The rectangle of the map in the window, and the views that it can show.

use map::{Territory, Viewport};
use serde_json::Value;
use thirtyfour::prelude::*;

use crate::SERVED;
use crate::map_page::{MapPage, Rect};

/// The path of the map.
const MAP: &str = "//*[@role='application']";

impl MapPage {
    /// The element of the map.
    pub(in crate::map_page) async fn map_element(&self) -> WebElement {
        self.element(MAP).await
    }

    /// The element of the map, as an argument of a script.
    pub(in crate::map_page) async fn map_argument(&self) -> Value {
        self.map_element().await.to_json().unwrap()
    }

    /// The rectangle of the map in the window.
    pub async fn map(&self) -> Rect {
        let map = self.map_element().await;
        self.rect_of(&map).await
    }

    /// The size of the map.
    pub async fn size(&self) -> (f64, f64) {
        let Rect { left, top, right, bottom } = self.map().await;
        (right - left, bottom - top)
    }

    /// The view of the whole country, which the page opens with.
    pub async fn view_of_country(&self) -> Viewport {
        Viewport::country(self.size().await)
    }

    /// The view that choosing a department leads to.
    pub async fn view_of(&self, department: &str) -> Viewport {
        self.view_around(SERVED.territory(&format!("departement-{department}"))).await
    }

    /// The view that going to a territory leads to in a frame of another page.
    pub async fn framed_view_around(&self, territory: Territory) -> Viewport {
        Viewport::framed(SERVED.model.bounds(territory), self.size().await)
    }

    /// The view that going to a territory leads to.
    pub async fn view_around(&self, territory: Territory) -> Viewport {
        Viewport::around(SERVED.model.bounds(territory), self.size().await)
    }
}
