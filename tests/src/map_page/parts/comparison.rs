//! Territories side by side.

use std::collections::BTreeMap;

use crate::map_page::{MapPage, plain};

const TABLE: &str = "//table[contains(@class, 'comparison-table')]";

impl MapPage {
    /// The title of the comparison: « Comparer Lyon et Grenoble ».
    pub async fn comparison_title(&self) -> String {
        plain(&self.element("//*[@id='comparaison']").await.text().await.unwrap())
    }

    /// The names of the territories that are compared, in order.
    pub async fn compared(&self) -> Vec<String> {
        self.texts(&format!("{TABLE}//thead//a")).await
    }

    /// Whether territories are compared.
    pub async fn compares(&self) -> bool {
        !self.elements(TABLE).await.is_empty()
    }

    /// The cells of each question, with plain spaces.
    pub async fn answers_compared(&self) -> BTreeMap<String, Vec<String>> {
        let script =
            "return [...document.querySelectorAll('.comparison-table tbody tr')].map(row =>
            [...row.children].map(cell => cell.textContent.trim()))";
        let rows: Vec<Vec<String>> = self.run(script, vec![]).await;
        let row = |cells: Vec<String>| {
            let mut cells = cells.iter().map(|cell| plain(cell));
            (cells.next().unwrap(), cells.collect())
        };
        rows.into_iter().map(row).collect()
    }

    /// The words above the table.
    pub async fn comparison_cautions(&self) -> Vec<String> {
        self.texts("//*[contains(@class, 'comparison')]/*[@role='status']/p").await
    }

    /// Follows the link of a territory that is compared.
    pub async fn follow_compared(&self, name: &str) {
        let path = format!("{TABLE}//thead//a[normalize-space()=\"{name}\"]");
        self.element(&path).await.click().await.unwrap();
        self.settle().await;
    }

    /// Takes a territory away.
    pub async fn remove_compared(&self, name: &str) {
        self.press_button(&format!("Retirer {name}")).await;
    }

    /// Ticks a row of the list, or takes its tick away.
    pub async fn tick_row(&self, name: &str) {
        let tick = format!("//input[@type='checkbox'][@aria-label=\"Comparer {name}\"]");
        self.element(&tick).await.click().await.unwrap();
        self.settle().await;
    }

    /// Adds the first result for a text by the search box, as the button of the last column invites to.
    pub async fn add_compared(&self, text: &str, name: &str) {
        self.seek(text).await;
        self.choose_result(name).await;
    }

    /// The texts of the comparison that are cut, or that no scroll brings into sight.
    pub async fn cut_texts(&self) -> Vec<String> {
        let script = "const area = document.querySelector('.comparison-scroll');
            const first = area.querySelector('tbody th').getBoundingClientRect().width;
            const cut = [...area.querySelectorAll('th, td, p, li, button, span:not(.visually-hidden)')]
                .filter(it => it.scrollWidth > it.clientWidth + 1 && it.clientWidth > 0);
            const wide = [...area.querySelectorAll('th, td')]
                .filter(it => it.getBoundingClientRect().width > area.clientWidth - first);
            return [...cut, ...wide].map(it => it.textContent.trim())";
        self.run(script, vec![]).await
    }

    /// The left edges of the first column and of the area that scrolls, once that is scrolled to its end.
    pub async fn first_column_when_scrolled(&self) -> [f64; 2] {
        let script = "const area = document.querySelector('.comparison-scroll');
            area.scrollLeft = area.scrollWidth;
            const heading = area.querySelector('tbody th');
            return [heading, area].map(it => Math.round(it.getBoundingClientRect().left))";
        self.run(script, vec![]).await
    }
}
