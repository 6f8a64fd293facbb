//! Taking over: the page before the application, and the shifts of the layout when it comes.

use thirtyfour::By;

use crate::map_page::{MapPage, Rect};
use crate::scripts;

impl MapPage {
    /// From the next opening on, shifts of the layout are added up.
    pub async fn watch_shifts(&self) {
        self.before_each_page(scripts::WATCH_SHIFTS).await;
    }

    /// The sum of the shifts of the layout since the opening, and what moved.
    pub async fn layout_shift(&self) -> (f64, Vec<String>) {
        self.run("return [window.layoutShift, window.shifted]", vec![]).await
    }

    /// The rectangle of the outlined territory in the picture of the page, CSS pixels of the window.
    pub async fn outlined_in_picture(&self) -> Rect {
        let outline = self.driver().find(By::Css(".picture .s-selection")).await.unwrap();
        self.rect_of(&outline).await
    }
}
