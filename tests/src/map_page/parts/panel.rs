//! The panel: the answer for a territory.

use map::Layer;
use thirtyfour::prelude::*;

use crate::Pixel;
use crate::map_page::{MapPage, Rect, plain};

const PANEL: &str = "//aside[@aria-label='Fiche du territoire']";

/// The answer for one layer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The heading, with the number of schemes where it is known.
    pub heading: String,
    /// All of the text.
    pub text: String,
    /// The text of each scheme.
    pub schemes: Vec<String>,
}

/// A figure of the panel: « 57 » of « contrats locaux de santé (CLS) ».
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Its number.
    pub number: String,
    /// The words beside it.
    pub label: String,
}

impl MapPage {
    /// The name of the territory whose answer is shown.
    pub async fn heading(&self) -> String {
        plain(&self.element(&format!("{PANEL}//h2")).await.text().await.unwrap())
    }

    /// All text of the panel.
    pub async fn panel_text(&self) -> String {
        plain(&self.element(PANEL).await.text().await.unwrap())
    }

    /// The figures of the panel.
    pub async fn figures(&self) -> Vec<Figure> {
        let terms = self.texts(&format!("{PANEL}//dl//dt")).await;
        let values = self.texts(&format!("{PANEL}//dl//dt/following-sibling::dd[1]")).await;
        let pairs = values.into_iter().zip(terms);
        pairs.map(|(number, label)| Figure { number, label }).collect()
    }

    /// The answer for one layer.
    pub async fn answer(&self, layer: Layer) -> Answer {
        let title = plain(layer.title());
        let section = format!("{PANEL}//section[h3[starts-with({PLAIN_TEXT}, '{title}')]]");
        let element = self.element(&section).await;
        let heading = element.find(By::Tag("h3")).await.unwrap();
        Answer {
            heading: plain(&heading.text().await.unwrap()),
            text: plain(&element.text().await.unwrap()),
            schemes: self
                .texts(&format!(
                    "{section}/ul[@class='schemes']/li | {section}/details[@class='more']/ul/li"
                ))
                .await,
        }
    }

    /// The sentence of the panel for screen readers.
    pub async fn announcement(&self) -> String {
        let region = self.element(&format!("{PANEL}//*[@aria-live='polite']")).await;
        plain(&region.prop("textContent").await.unwrap().unwrap_or_default())
    }

    /// The colour of the part of a layer's bar that is covered.
    pub async fn color_of_covered_part(&self, layer: Layer) -> Pixel {
        let part = format!(
            "{PANEL}//section[contains(@class, 'layer-answer-{}')]//*[contains(@class, 'part-active')]",
            layer.code()
        );
        let part = self.element(&part).await.to_json().unwrap();
        let color =
            "return getComputedStyle(arguments[0]).backgroundColor.match(/\\d+/g).slice(0, 3)
            .map(Number)";
        self.run(color, vec![part]).await
    }

    /// Closes the answer with its button.
    pub async fn close_answer(&self) {
        self.element(&format!("{PANEL}//button[@aria-label='Fermer la fiche']"))
            .await
            .click()
            .await
            .unwrap();
        self.settle().await;
    }

    /// The rectangles of the panel and of the name of the territory.
    pub async fn panel_and_heading(&self) -> [Rect; 2] {
        let panel = self.element(PANEL).await;
        let heading = self.element(&format!("{PANEL}//h2")).await;
        [self.rect_of(&panel).await, self.rect_of(&heading).await]
    }
}

/// The text of an element with plain spaces, as `XPath` says it.
const PLAIN_TEXT: &str = "normalize-space(translate(., '\u{a0}\u{202f}', '  '))";
