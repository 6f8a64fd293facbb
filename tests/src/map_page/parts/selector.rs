//! The crumbs, and their lists: that of departments above all.

use map::text::typographic;

use crate::map_page::{MapPage, plain};

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
        // Its text is that of the list while no department is chosen.
        let option = match name {
            "Toute la France" => "@value=''".to_owned(),
            name => {
                let name = typographic(name);
                format!(
                    "normalize-space()=\"{name}\" or starts-with(normalize-space(), \"{name} (\")"
                )
            }
        };
        self.element(&format!("{SELECT}/option[{option}]")).await.click().await.unwrap();
    }

    /// Chooses a name in the list of the crumbs with that title, once it is offered.
    pub async fn choose_in(&self, list: &str, name: &str) {
        let option = format!(
            "//select[@id=//label[normalize-space()='{list}']/@for]/option[normalize-space()=\"{name}\"]"
        );
        self.element(&option).await.click().await.unwrap();
        self.settle().await;
    }

    /// The links of the crumbs, in order.
    pub async fn crumbs(&self) -> Vec<String> {
        let links =
            "return [...document.querySelectorAll('.selector a')].map(it => it.textContent)";
        let names: Vec<String> = self.run(links, vec![]).await;
        names.iter().map(|name| plain(name)).collect()
    }

    /// Follows the crumb of that name.
    pub async fn follow_crumb(&self, name: &str) {
        let crumb = format!("//*[@class='selector']//a[normalize-space()=\"{name}\"]");
        self.element(&crumb).await.click().await.unwrap();
        self.settle().await;
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
