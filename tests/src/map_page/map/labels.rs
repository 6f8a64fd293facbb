//! The names that are written on the map, for a visit with names.

use serde_json::json;

use crate::map_page::{MapPage, Rect, plain};

/// A name on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct WrittenName {
    /// Its text, with plain spaces.
    pub text: String,
    /// Its rectangle, in CSS pixels from the map's upper left corner.
    pub rect: Rect,
}

impl MapPage {
    /// Every text that was written on the map, with its font.
    pub async fn names_written(&self) -> Vec<(String, String)> {
        let texts: Vec<(String, String)> = self.run("return window.namesWritten()", vec![]).await;
        texts.into_iter().map(|(text, font)| (plain(&text), font)).collect()
    }

    /// The texts that are on the map now, those just beyond its edges included.
    pub async fn names_on_map(&self) -> Vec<WrittenName> {
        let found: Vec<(String, [f64; 4])> = self.run("return window.namesLying()", vec![]).await;
        let written = |(text, [left, top, right, bottom]): (String, [f64; 4])| WrittenName {
            text: plain(&text),
            rect: Rect { left, top, right, bottom },
        };
        found.into_iter().map(written).collect()
    }

    /// The rectangles of the boxes over the map, in CSS pixels from its upper left corner.
    pub async fn boxes_over_map(&self) -> Vec<Rect> {
        let script = "const map = document.querySelector('#carte').getBoundingClientRect();
            return arguments[0].map(path => document.querySelector(path)).filter(it => it).map(it => {
                const { left, top, right, bottom } = it.getBoundingClientRect();
                return [left - map.left, top - map.top, right - map.left, bottom - map.top];
            })";
        let boxes = json!([".legend", ".selector", ".zoom", ".scale", ".legend-button"]);
        let found: Vec<[f64; 4]> = self.run(script, vec![boxes]).await;
        let rect = |[left, top, right, bottom]: [f64; 4]| Rect { left, top, right, bottom };
        found.into_iter().map(rect).collect()
    }
}
