//! The switches of the layers.

use map::{Color, Layer, Palette, Status};
use scenarios::{MapPage, Window};

/// A department with all three layers: Vaucluse's CPTS reach its border.
const DEPARTMENT: &str = "Drôme";

#[tokio::test]
async fn a_switch_takes_its_layer_off_the_map_and_the_legend_and_brings_it_back() {
    let page = MapPage::visit(Window::Desk).await;
    page.choose(DEPARTMENT).await;

    for layer in Layer::ALL {
        let rows = page.legend_rows(layer).await;
        let drawn = page.pixels_of(color(layer)).await;
        assert!(page.is_on(layer).await, "{layer:?} is on at first");
        assert!(drawn > 0, "{layer:?} is drawn at first");

        page.toggle(layer).await;
        assert!(!page.is_on(layer).await, "{layer:?} was switched off");
        assert_eq!(page.pixels_of(color(layer)).await, 0, "pixels of {layer:?} when it is off");
        assert_eq!(page.legend_rows(layer).await, Vec::<String>::new(), "rows of {layer:?}");

        page.toggle(layer).await;
        assert_eq!(page.pixels_of(color(layer)).await, drawn, "pixels of {layer:?} when back");
        assert_eq!(page.legend_rows(layer).await, rows, "rows of {layer:?} when back");
    }
}

#[tokio::test]
async fn the_space_bar_moves_a_switch() {
    let page = MapPage::visit(Window::Desk).await;
    page.choose(DEPARTMENT).await;

    for layer in Layer::ALL {
        page.toggle_with_space(layer).await;
        assert!(!page.is_on(layer).await, "{layer:?} was switched off");
        assert_eq!(page.pixels_of(color(layer)).await, 0, "pixels of {layer:?} when it is off");

        page.toggle_with_space(layer).await;
        assert!(page.is_on(layer).await, "{layer:?} was switched on");
        assert!(page.pixels_of(color(layer)).await > 0, "{layer:?} is drawn again");
    }
}

/// A colour that only this layer has.
fn color(layer: Layer) -> Color {
    match layer {
        Layer::Cls => Palette::LIGHT.scheme(layer, Status::Active).color,
        // The list of Provence gives no status.
        Layer::Cpts => Palette::LIGHT.scheme(layer, Status::Unknown).color,
        Layer::Projects => Palette::LIGHT.project,
    }
}
