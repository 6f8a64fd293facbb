//! Where the system chooses the colours, for people who see little: what has a meaning keeps its
//! own, and what can be on or off still looks so.

use map::{Layer, Palette, Status};
use scenarios::{MapPage, Pixel, Window};

#[tokio::test]
async fn a_switch_looks_other_when_it_is_off() {
    let page = MapPage::visit(Window::Desk).await;
    page.force_colors().await;

    for layer in Layer::ALL {
        let on = page.look_of_switch(layer).await;
        page.toggle(layer).await;
        assert_ne!(page.look_of_switch(layer).await, on, "{layer:?} when it is off");
        page.toggle(layer).await;
        assert_eq!(page.look_of_switch(layer).await, on, "{layer:?} when it is on again");
    }
}

#[tokio::test]
async fn the_bar_of_what_is_covered_keeps_its_colours() {
    let page = MapPage::visit(Window::Desk).await;
    page.force_colors().await;
    page.choose("Rhône").await;

    let part = page.color_of_covered_part(Layer::Cls).await;

    assert!(part.is_close_to(Pixel::from(Palette::LIGHT.cls(Status::Active).color)), "{part:?}");
}
