//! The boxes of the page that lie over the map: legend, selector, buttons, scale, search box.

use leptos::prelude::document;
use map::{MapBounds, ScreenPoint, Viewport};
use web_sys::Element;

/// Children of the map's section that no name has to make way for: the map itself, what only screen
/// readers see, and what comes and goes with the pointer.
const NO_BOXES: [&str; 4] = ["canvas", "visually-hidden", "hover-name", "hint"];

/// A box, from its upper left to its lower right corner.
pub(super) type ScreenBox = [ScreenPoint; 2];

/// The boxes around `canvas`, the element of one of the pictures. Lays out the page: to be asked for at
/// rest.
pub(super) fn boxes_over(canvas: &Element) -> Vec<ScreenBox> {
    let Some(map) = canvas.parent_element() else { return Vec::new() };
    let Some(section) = map.parent_element() else { return Vec::new() };
    let (corner, children) = (map.get_bounding_client_rect(), section.children());
    (0..children.length())
        .filter_map(|index| children.item(index))
        .filter(|child| {
            let class = child.class_name();
            !NO_BOXES.iter().any(|none| class.starts_with(none))
        })
        // It stands in the banner, and lies over the map where that is wide.
        .chain(document().get_element_by_id("recherche"))
        .map(|child| {
            let rect = child.get_bounding_client_rect();
            let at = |x: f64, y: f64| ScreenPoint::new(x - corner.left(), y - corner.top());
            [at(rect.left(), rect.top()), at(rect.right(), rect.bottom())]
        })
        .collect()
}

/// The boxes in map metres while `view` is on screen.
pub(super) fn on_map(boxes: &[ScreenBox], view: &Viewport) -> Vec<MapBounds> {
    let bounds =
        |corners: &ScreenBox| MapBounds::of(corners.map(|corner| view.map_from_screen(corner)));
    boxes.iter().map(bounds).collect()
}
