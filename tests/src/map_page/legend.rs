//! The legend: a switch for each layer, rows with counts.

use map::Layer;
use thirtyfour::WebElement;

use super::{MapPage, plain};

/// The path of what opens and closes the legend.
pub(super) const SUMMARY: &str = "//summary[normalize-space()='Légende et couches']";

impl MapPage {
    /// The rows of a layer with their counts: « Actif 48 ».
    pub async fn legend_rows(&self, layer: Layer) -> Vec<String> {
        let rows = format!("//fieldset[.{}]//li", label(layer));
        let mut said = Vec::new();
        for place in 1..=self.elements(&rows).await.len() {
            // The swatch is for the eye only.
            let parts = format!("({rows})[{place}]/*[not(@aria-hidden='true')]");
            said.push(self.texts(&parts).await.join(" "));
        }
        said
    }

    /// Whether the switch of a layer is on.
    pub async fn is_on(&self, layer: Layer) -> bool {
        self.switch(layer).await.is_selected().await.unwrap()
    }

    /// Moves the switch of a layer with the mouse or the finger.
    pub async fn toggle(&self, layer: Layer) {
        self.switch(layer).await.click().await.unwrap();
        self.settle().await;
    }

    /// Goes to the switch of a layer and strikes the space bar.
    pub async fn toggle_with_space(&self, layer: Layer) {
        self.switch(layer).await.focus().await.unwrap();
        self.strike(' ').await;
    }

    /// Opens or closes the legend.
    pub async fn fold_legend(&self) {
        self.element(SUMMARY).await.click().await.unwrap();
        self.settle().await;
    }

    /// Whether the legend shows more than its title.
    pub async fn legend_is_open(&self) -> bool {
        self.switch(Layer::Cls).await.is_displayed().await.unwrap()
    }

    async fn switch(&self, layer: Layer) -> WebElement {
        self.element(&format!("//input[@role='switch'][@id={}/@for]", label(layer))).await
    }
}

fn label(layer: Layer) -> String {
    format!("//label[normalize-space()='{}']", plain(layer.short_title()))
}
