//! Taking over: the page before the application.

use thirtyfour::By;

use crate::map_page::{MapPage, Rect};

impl MapPage {
    /// The rectangle of the outlined territory in the picture of the page, CSS pixels of the window.
    pub async fn outlined_in_picture(&self) -> Rect {
        let outline = self.driver().find(By::Css(".picture .s-selection")).await.unwrap();
        self.rect_of(&outline).await
    }
}
