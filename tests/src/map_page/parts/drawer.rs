//! The panel of a telephone: a drawer that is pulled up over the map.

use map::ScreenPoint;

use crate::map_page::driver::button;
use crate::map_page::{MapPage, Rect};

/// The path of the handle, whatever it would do next.
const HANDLE: &str = "//button[@aria-label='Agrandir la fiche' or @aria-label='Réduire la fiche']";

impl MapPage {
    /// Presses the handle.
    pub async fn press_handle(&self) {
        self.element(HANDLE).await.click().await.unwrap();
        self.settle_scroll().await;
    }

    /// Gives the focus to the handle.
    pub async fn focus_handle(&self) {
        self.element(HANDLE).await.focus().await.unwrap();
    }

    /// Whether the handle says that more than the strip is in sight.
    pub async fn drawer_is_expanded(&self) -> bool {
        self.element(HANDLE).await.attr("aria-expanded").await.unwrap().unwrap() == "true"
    }

    /// Pulls the drawer by its head, so many CSS pixels up or, below zero, down.
    pub async fn pull_drawer(&self, up: f64) {
        let (map, [panel, _]) = (self.map().await, self.panel_and_heading().await);
        let head = panel.top.max(0.0) + SIDE;
        let from = ScreenPoint::new(SIDE, head - map.top);
        self.drag_with_finger(from, ScreenPoint::new(from.x, from.y - up)).await;
        self.settle_scroll().await;
    }

    /// Goes back from a full or half drawer to the map, by the button that always is in sight.
    pub async fn back_from_drawer(&self) {
        self.element(&button("Carte")).await.click().await.unwrap();
        self.settle_scroll().await;
    }

    /// Lays the drawer down, where it is pulled up.
    pub async fn lay_drawer_down(&self) {
        if self.offers_way_back().await {
            self.back_from_drawer().await;
        }
    }

    /// Whether that button is in sight.
    pub async fn offers_way_back(&self) -> bool {
        match self.elements(&button("Carte")).await.first() {
            Some(back) => back.is_displayed().await.unwrap(),
            None => false,
        }
    }

    /// The rectangles of the signs and of the sentence of the answer.
    pub async fn signs_and_sentence(&self) -> [Rect; 2] {
        let signs = self.element("//aside//ul[@aria-label='En bref']").await;
        let sentence = self.element("//aside//p[@class='lead']").await;
        [self.rect_of(&signs).await, self.rect_of(&sentence).await]
    }

    /// Waits until the page scrolls no more.
    pub async fn settle_scroll(&self) {
        self.run::<()>(crate::scripts::SCROLL_AT_REST, vec![]).await;
        self.settle().await;
    }
}

/// The distance from the edges at which a finger touches the head of the drawer, CSS pixels: neither on
/// its buttons nor outside.
const SIDE: f64 = 4.0;
