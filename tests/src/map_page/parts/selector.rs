//! The « Département » selector.

use crate::map_page::MapPage;

/// The path of the selector.
pub(super) const SELECT: &str = "//select[@id=//label[normalize-space()='Département']/@for]";

impl MapPage {
    /// Chooses the department with that name; « Toute la France » for none.
    pub async fn choose(&self, name: &str) {
        self.choose_at_once(name).await;
        self.settle().await;
    }

    /// Chooses it without waiting for the map.
    pub async fn choose_at_once(&self, name: &str) {
        let option = format!(
            "{SELECT}/option[normalize-space()=\"{name}\" or starts-with(normalize-space(), \"{name} (\")]"
        );
        self.element(&option).await.click().await.unwrap();
    }

    /// Goes to the list, closed as it is.
    pub async fn focus_selector(&self) {
        self.element(SELECT).await.focus().await.unwrap();
    }

    /// The number of departments on offer.
    pub async fn choices(&self) -> usize {
        self.elements(&format!("{SELECT}/option[@value!='']")).await.len()
    }
}
