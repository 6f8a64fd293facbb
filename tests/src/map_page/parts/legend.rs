//! The legend: a switch for each layer, rows with counts.

use map::Layer;
use thirtyfour::WebElement;

use crate::map_page::{MapPage, Rect, plain};

/// The path of what opens and closes the legend: its title, and in a narrow window the button for it.
pub(super) const SUMMARY: &str =
    "//summary[normalize-space()='Légende et couches'] | //button[@aria-label='Légende']";

/// The path of the choice of the reading.
const READINGS: &str = "//select[@aria-label='Lecture']";

impl MapPage {
    /// The rows of a layer with their counts: « Actif 48 ».
    pub async fn legend_rows(&self, layer: Layer) -> Vec<String> {
        let rows = format!("//fieldset[.{}]//li", label(layer));
        let mut texts = Vec::new();
        for index in 1..=self.elements(&rows).await.len() {
            // Neither the swatch, which is for the eye only, nor the button beside.
            let parts = format!("({rows})[{index}]//span");
            texts.push(self.texts(&parts).await.join(" "));
        }
        texts
    }

    /// Whether the switch of a layer is on.
    pub async fn is_on(&self, layer: Layer) -> bool {
        self.switch(layer).await.is_selected().await.unwrap()
    }

    /// A screenshot of the switch of a layer, as a PNG file.
    pub async fn screenshot_of_switch(&self, layer: Layer) -> Vec<u8> {
        self.switch(layer).await.screenshot_as_png().await.unwrap()
    }

    /// Moves the switch of a layer with the mouse or the finger.
    pub async fn toggle(&self, layer: Layer) {
        self.switch(layer).await.click().await.unwrap();
        self.settle().await;
    }

    /// Goes to the switch of a layer and presses the space bar.
    pub async fn toggle_with_space(&self, layer: Layer) {
        self.switch(layer).await.focus().await.unwrap();
        self.press_key(' ').await;
    }

    /// Whether a row is shown on the map: « Actif ».
    pub async fn shows_row(&self, layer: Layer, row: &str) -> bool {
        let pressed = self.row(layer, row).await.attr("aria-pressed").await.unwrap();
        pressed.unwrap() == "true"
    }

    /// Clicks a row of a layer: « Actif ».
    pub async fn toggle_row(&self, layer: Layer, row: &str) {
        self.row(layer, row).await.click().await.unwrap();
        self.settle().await;
    }

    /// Goes to a row of a layer and presses the space bar.
    pub async fn toggle_row_with_space(&self, layer: Layer, row: &str) {
        self.row(layer, row).await.focus().await.unwrap();
        self.press_key(' ').await;
    }

    /// Clicks « seul » beside a row.
    pub async fn show_row_alone(&self, layer: Layer, row: &str) {
        let beside =
            format!("{}/following-sibling::button[normalize-space()='seul']", path(layer, row));
        self.element(&beside).await.click().await.unwrap();
        self.settle().await;
    }

    /// The rows about regions: not documented, documented in part, documented, not applicable.
    pub async fn documentation_rows(&self) -> Vec<String> {
        self.texts("//details[contains(@class,'legend')]/div/ul/li").await
    }

    /// The reading of the map that is chosen.
    pub async fn reading(&self) -> String {
        let chosen = self.element(READINGS).await.prop("value").await.unwrap().unwrap();
        self.texts(&format!("{READINGS}/option[@value='{chosen}']")).await.remove(0)
    }

    /// Chooses a reading of the map with the mouse.
    pub async fn choose_reading(&self, name: &str) {
        let option = format!("{READINGS}/option[normalize-space()='{name}']");
        self.element(&option).await.click().await.unwrap();
        self.settle().await;
    }

    /// Goes to the choice of the reading and presses a key.
    pub async fn press_key_in_readings(&self, key: char) {
        self.element(READINGS).await.focus().await.unwrap();
        self.press_key(key).await;
    }

    /// The rows of the legend of shares: a label, the number of territories, and that of those which
    /// have at least so much.
    pub async fn share_rows(&self) -> Vec<(String, usize, usize)> {
        let rows = "return [...document.querySelectorAll('.shares li')]
            .filter(row => row.querySelector('.count'))
            .map(row => [row.querySelector('span').textContent,
                ...row.querySelector('.count').textContent.replaceAll('\u{202f}', '').match(/\\d+/g).map(Number), 0])
            .map(row => row.slice(0, 3))";
        let rows: Vec<(String, usize, usize)> = self.run(rows, vec![]).await;
        rows.into_iter().map(|(label, all, bounds)| (plain(&label), all, bounds)).collect()
    }

    /// The label of the row that is marked for the territory under the pointer.
    pub async fn marked_share_row(&self) -> Option<String> {
        let marked = "const row = [...document.querySelectorAll('.shares li')]
                .find(row => getComputedStyle(row).outlineStyle === 'solid');
            return row ? row.querySelector('span').textContent : null";
        self.run::<Option<String>>(marked, vec![]).await.map(|label| plain(&label))
    }

    /// The sentence about a share beside the pointer.
    pub async fn share_beside_pointer(&self) -> String {
        let share = "return document.querySelector('.hover-share').textContent";
        plain(&self.run::<String>(share, vec![]).await)
    }

    /// Opens or closes the legend.
    pub async fn fold_legend(&self) {
        self.element(SUMMARY).await.click().await.unwrap();
        // In a narrow window the drawer comes up with it.
        self.settle_scroll().await;
    }

    /// Opens the legend where it is closed.
    pub async fn unfold_legend(&self) {
        if !self.legend_is_open().await {
            self.fold_legend().await;
        }
    }

    /// Whether the legend shows more than its title.
    pub async fn legend_is_open(&self) -> bool {
        match self.elements(&switch(Layer::Cls)).await.first() {
            Some(switch) => switch.is_displayed().await.unwrap(),
            None => false,
        }
    }

    /// The height of what is scrolled away of the legend, CSS pixels.
    pub async fn legend_hidden_height(&self) -> f64 {
        let script = "const it = document.querySelector('.legend-body');
            return it.scrollHeight - it.clientHeight";
        self.run(script, vec![]).await
    }

    /// How far the legend is scrolled, CSS pixels.
    pub async fn legend_scroll(&self) -> f64 {
        self.run("return document.querySelector('.legend-body').scrollTop", vec![]).await
    }

    /// How far the page is scrolled, CSS pixels.
    pub async fn page_scroll(&self) -> f64 {
        self.run("return scrollY", vec![]).await
    }

    /// The rectangles of the legend, the list of departments and the zoom buttons, in CSS pixels from
    /// the map's upper left corner.
    pub async fn legend_list_and_buttons(&self) -> [Rect; 3] {
        let boxes = self.boxes_over_map().await;
        [boxes[0], boxes[1], boxes[2]]
    }

    async fn row(&self, layer: Layer, row: &str) -> WebElement {
        self.element(&path(layer, row)).await
    }

    async fn switch(&self, layer: Layer) -> WebElement {
        self.element(&switch(layer)).await
    }
}

/// The path of the button of a row.
fn path(layer: Layer, row: &str) -> String {
    format!("//fieldset[.{}]//li/button[span[1][normalize-space()='{row}']]", label(layer))
}

/// The path of the switch of a layer.
fn switch(layer: Layer) -> String {
    format!("//input[@role='switch'][@id={}/@for]", label(layer))
}

fn label(layer: Layer) -> String {
    format!("//label[normalize-space()='{}']", plain(layer.short_title()))
}
