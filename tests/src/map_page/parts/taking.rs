//! The row of what can be taken along, and the files that it makes.

use serde::Deserialize;
use serde_json::json;

use crate::map_page::MapPage;
use crate::map_page::driver::button;
use crate::scripts;

/// A file that the page has handed to the browser.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct SavedFile {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media: String,
    /// Its length, bytes.
    pub length: usize,
    /// Its bytes as text, with the mark of UTF-8.
    pub text: String,
}

/// The path of the row that is in sight.
const ROW: &str = "//*[@role='group'][@aria-label='Emporter ce qui est affiché']";

impl MapPage {
    /// From the next opening on, keeps the files that the page makes.
    pub async fn keep_saved_files(&self) {
        self.before_each_page(scripts::SAVING).await;
    }

    /// Clicks a button of the row, or taps on it.
    pub async fn take(&self, name: &str) {
        self.element(&format!("{ROW}{}", button(name))).await.click().await.unwrap();
        self.settle().await;
    }

    /// Opens a choice of the row, and takes an entry of it.
    pub async fn take_from(&self, menu: &str, entry: &str) {
        self.take(menu).await;
        let path = format!("//*[@role='menuitem'][normalize-space()=\"{entry}\"]");
        self.element(&path).await.click().await.unwrap();
        self.settle().await;
    }

    /// The number of files that the page has made; waits for at least `count`.
    pub async fn saved_files(&self, count: usize) -> Vec<SavedFile> {
        let script = "return window.until(() => window.savedFiles.length >= arguments[0])
            .then(() => Promise.all(window.savedFiles))";
        let script =
            format!("const most = arguments[0]; {}", script.replace("arguments[0]", "most"));
        self.run(&script, vec![json!(count)]).await
    }

    /// The only file that the page has made.
    pub async fn saved_file(&self) -> SavedFile {
        let files = self.saved_files(1).await;
        assert_eq!(files.len(), 1, "one file");
        files.into_iter().next().unwrap()
    }

    /// The number of lines that the buttons of the row take, and whether all of them fit into the window.
    pub async fn take_row_lines(&self) -> (usize, bool) {
        let script = "const buttons = [...document.querySelectorAll('.take > *')]
                .map(one => one.getBoundingClientRect());
            const tops = new Set(buttons.map(one => Math.round(one.top)));
            return [tops.size, buttons.every(one => one.left >= 0 && one.right <= innerWidth)]";
        self.run(script, vec![]).await
    }
}
