//! Forced colours, which the system chooses for people who see little: colours with a meaning stay,
//! and a switch still shows whether it is on.

use map::{Layer, Palette, Status};
use scenarios::{MapPage, Pixel, Window};

#[tokio::test]
async fn a_switch_looks_other_when_it_is_off() {
    let page = MapPage::visit(Window::Desk).await;
    page.force_colors().await;

    for layer in Layer::ALL {
        let on = page.screenshot_of_switch(layer).await;
        page.toggle(layer).await;
        assert_ne!(page.screenshot_of_switch(layer).await, on, "{layer:?} when it is off");
        page.toggle(layer).await;
        assert_eq!(page.screenshot_of_switch(layer).await, on, "{layer:?} when it is on again");
    }
}

#[tokio::test]
async fn the_bar_of_what_is_covered_keeps_its_colours() {
    let page = MapPage::visit(Window::Desk).await;
    page.force_colors().await;
    page.choose("Rhône").await;

    let part = page.color_of_covered_part(Layer::Cls).await;

    let active = Palette::LIGHT.scheme(Layer::Cls, Status::Active).color;
    assert!(part.is_close_to(Pixel::from(active)), "{part:?}");
}
