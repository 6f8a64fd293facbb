//! The list of the panel, and the table in place of the map.

use map::ScreenPoint;
use serde_json::json;
use thirtyfour::prelude::*;

use crate::map_page::driver::button;
use crate::map_page::{MapPage, plain};
use crate::scripts;

const LIST: &str = "//*[contains(concat(' ', @class, ' '), ' list ')]";

/// A row: its name and its figures, as they are seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// The heading of the row.
    pub name: String,
    /// The cells beside it.
    pub cells: Vec<String>,
}

impl MapPage {
    /// Clicks or taps a tab of the panel: « Fiche », « Liste ».
    pub async fn show_tab(&self, name: &str) {
        self.element(&tab(name)).await.click().await.unwrap();
        self.settle().await;
    }

    /// The tab that is chosen.
    pub async fn chosen_tab(&self) -> String {
        plain(&self.element("//*[@role='tab'][@aria-selected='true']").await.text().await.unwrap())
    }

    /// Gives the focus to the tab that is chosen.
    pub async fn focus_tabs(&self) {
        let chosen = self.element("//*[@role='tab'][@aria-selected='true']").await;
        chosen.focus().await.unwrap();
    }

    /// Gives the list the place of the map.
    pub async fn widen_list(&self) {
        self.press_button("Tableau à la place de la carte").await;
    }

    /// Gives the map its place again.
    pub async fn narrow_list(&self) {
        self.press_button("Revenir à la carte").await;
    }

    /// Whether the table has taken the place of the map.
    pub async fn table_is_wide(&self) -> bool {
        let map = self.element("//section[@aria-label='Carte']").await;
        let has_table = !self.elements("//section[@aria-label='Tableau']").await.is_empty();
        has_table && !map.is_displayed().await.unwrap()
    }

    /// The name at the head of the list.
    pub async fn list_heading(&self) -> String {
        plain(&self.element(&format!("{LIST}//h2")).await.text().await.unwrap())
    }

    /// The number of rows in words: « 3 des 46 intercommunalités ».
    pub async fn list_count(&self) -> String {
        plain(&self.element(&format!("{LIST}//*[@role='status']")).await.text().await.unwrap())
    }

    /// The text of the list outside of its table.
    pub async fn list_notes(&self) -> Vec<String> {
        self.texts(&format!("{LIST}//p[contains(@class, 'note')]")).await
    }

    /// The rows that are written, in order.
    pub async fn list_rows(&self) -> Vec<TableRow> {
        let script =
            "return [...document.querySelectorAll('.list tbody tr[aria-rowindex]')].map(row =>
            [...row.children].map(cell => {
                const short = cell.querySelector('[aria-hidden]');
                return (short ?? cell).textContent;
            }))";
        let rows: Vec<Vec<String>> = self.run(script, vec![]).await;
        let row = |cells: Vec<String>| {
            let mut cells = cells.iter().map(|cell| plain(cell));
            TableRow { name: cells.next().unwrap(), cells: cells.collect() }
        };
        rows.into_iter().map(row).collect()
    }

    /// The number of rows that the table says to have, that of the headings included.
    pub async fn list_row_count(&self) -> usize {
        let table = self.element(&format!("{LIST}//table")).await;
        table.attr("aria-rowcount").await.unwrap().unwrap().parse().unwrap()
    }

    /// The number in the table of each row that is written.
    pub async fn list_row_numbers(&self) -> Vec<usize> {
        let script = "return [...document.querySelectorAll('.list tbody tr[aria-rowindex]')]
            .map(row => Number(row.getAttribute('aria-rowindex')))";
        self.run(script, vec![]).await
    }

    /// The column by which the list is sorted, and how.
    pub async fn list_order(&self) -> (String, String) {
        let heading = self.element(&format!("{LIST}//th[@aria-sort]")).await;
        let name = heading.find(By::Tag("button")).await.unwrap().text().await.unwrap();
        let name = plain(&name).trim_end_matches(['▲', '▼', ' ']).to_owned();
        (name, heading.attr("aria-sort").await.unwrap().unwrap())
    }

    /// Sorts by a column with the mouse or the finger.
    pub async fn sort_list(&self, column: &str) {
        self.element(&heading(column)).await.click().await.unwrap();
        self.settle().await;
    }

    /// Goes to the heading of a column and presses a key.
    pub async fn press_key_in_heading(&self, column: &str, key: impl Into<char>) {
        self.element(&heading(column)).await.focus().await.unwrap();
        self.press_key(key).await;
    }

    /// Chooses what is listed: « Communes ».
    pub async fn choose_listed(&self, name: &str) {
        self.choose_option("Lister", name).await;
    }

    /// Chooses which rows are shown: « Ni CLS ni CPTS ».
    pub async fn choose_rows(&self, name: &str) {
        self.choose_option("Lignes", name).await;
    }

    /// Writes into the filter of names.
    pub async fn filter_names(&self, text: &str) {
        let field = self.element(&format!("{LIST}//input[@type='search']")).await;
        field.send_keys(text).await.unwrap();
        self.settle().await;
    }

    /// Brings the mouse over a row.
    pub async fn point_at_row(&self, name: &str) {
        let row = self.element(&row_link(name)).await;
        row.scroll_into_view().await.unwrap();
        self.driver().action_chain().move_to_element_center(&row).perform().await.unwrap();
        self.settle().await;
    }

    /// Gives the focus to the link of a row.
    pub async fn focus_row(&self, name: &str) {
        self.element(&row_link(name)).await.focus().await.unwrap();
        self.settle().await;
    }

    /// Clicks or taps the link of a row.
    pub async fn follow_row(&self, name: &str) {
        self.element(&row_link(name)).await.click().await.unwrap();
        self.settle().await;
    }

    /// The names of the rows that are marked because they are under the pointer on the map.
    pub async fn rows_marked(&self) -> Vec<String> {
        self.texts(&format!("{LIST}//tr[contains(@class, 'row-here')]/th")).await
    }

    /// Scrolls the rows down to so many CSS pixels.
    pub async fn scroll_rows(&self, top: u32) {
        let script = "document.querySelector('.list .table-scroll').scrollTop = arguments[0]";
        self.run::<()>(script, vec![json!(top)]).await;
        self.settle().await;
    }

    /// Slows the processor down by a factor.
    pub async fn slow_down(&self, factor: u32) {
        self.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": factor })).await;
    }

    /// The milliseconds from a click on the heading of a column until its rows are laid out.
    pub async fn time_of_sorting(&self, column: &str) -> f64 {
        let heading = self.element(&heading(column)).await.to_json().unwrap();
        self.run(scripts::TIME_OF_CLICK, vec![heading]).await
    }

    /// The milliseconds from a change of the filter of names until its rows are laid out.
    pub async fn time_of_filtering(&self, text: &str) -> f64 {
        let field = self.element(&format!("{LIST}//input[@type='search']")).await;
        self.run(scripts::TIME_OF_INPUT, vec![field.to_json().unwrap(), text.into()]).await
    }

    /// Points at the map, and lets the list follow.
    pub async fn point_at_map(&self, point: ScreenPoint) {
        self.point_at(point).await;
        self.settle().await;
    }

    /// Clicks the first button with that name, or taps on it.
    pub async fn press_button(&self, name: &str) {
        self.element(&button(name)).await.click().await.unwrap();
        self.settle().await;
    }

    async fn choose_option(&self, select: &str, name: &str) {
        let option =
            format!("{LIST}//select[@aria-label='{select}']/option[normalize-space()='{name}']");
        self.element(&option).await.click().await.unwrap();
        self.settle().await;
    }
}

fn tab(name: &str) -> String {
    format!("//*[@role='tab'][normalize-space()='{name}']")
}

fn heading(column: &str) -> String {
    format!("{LIST}//thead//button[starts-with(normalize-space(), '{column}')]")
}

fn row_link(name: &str) -> String {
    let text = "normalize-space(translate(., '\u{a0}\u{202f}', '  '))";
    format!("{LIST}//tbody//a[{text}=\"{name}\"]")
}
