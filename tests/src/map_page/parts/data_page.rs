//! The « Données » page.

use serde::Deserialize;

use crate::map_page::{MapPage, plain};
use crate::scripts;

/// One file that the page offers.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Download {
    /// Its address.
    pub url: String,
    /// The status with which the server answers for it.
    pub status: u16,
    /// The text of its row; empty for a file of the list of departments.
    pub row: String,
}

impl MapPage {
    /// Follows the link to the page.
    pub async fn open_downloads(&self) {
        let link = self.element("//header//a[normalize-space(.)='Données']").await;
        link.click().await.unwrap();
        self.settle().await;
    }

    /// Follows the link back.
    pub async fn back_to_the_map(&self) {
        let link = self.element("//a[normalize-space(.)='Retour à la carte']").await;
        link.click().await.unwrap();
        self.settle().await;
    }

    /// Whether the map is on screen.
    pub async fn shows_the_map(&self) -> bool {
        self.map_element().await.is_displayed().await.unwrap()
    }

    /// The files on offer, each asked for once.
    pub async fn downloads(&self) -> Vec<Download> {
        let found: Vec<Download> = self.run(scripts::DOWNLOADS, vec![]).await;
        let plain_row = |file: Download| Download { row: plain(&file.row), ..file };
        found.into_iter().map(plain_row).collect()
    }
}
