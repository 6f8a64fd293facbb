//! The « Département » selector.

use super::MapPage;

/// The path of the selector.
pub(super) const SELECT: &str = "//select[@id=//label[normalize-space()='Département']/@for]";

impl MapPage {
    /// Chooses the department with that name; « Toute la France » for none.
    pub async fn choose(&self, name: &str) {
        let option = format!(
            "{SELECT}/option[normalize-space()=\"{name}\" or starts-with(normalize-space(), \"{name} (\")]"
        );
        self.element(&option).await.click().await.unwrap();
        self.settle().await;
    }

    /// How many departments can be chosen.
    pub async fn choices(&self) -> usize {
        self.elements(&format!("{SELECT}/option[@value!='']")).await.len()
    }
}
