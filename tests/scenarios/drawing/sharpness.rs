//! A map at rest is as sharp as the screen: one pixel painted is one pixel seen.

use map::{MapPoint, Palette, Projection, ScreenPoint, Viewport};
use scenarios::{MapPage, Pixel, Raster, Resampled, Screen, Window};

/// Screens of today: device pixels per hundred CSS pixels.
const SCREENS: [u32; 4] = [100, 150, 200, 300];

/// The distance from a whole device pixel that an edge may have: layout counts in 64ths of a pixel.
const ROUNDING: f64 = 0.06;

/// The width of the line around an inset, in CSS pixels.
const BOX: f64 = 0.75;

#[tokio::test]
async fn what_is_seen_is_what_was_painted_pixel_for_pixel_on_every_screen() {
    for percent in SCREENS {
        let page = MapPage::visit_without_motion(Window::Dense(percent)).await;
        let ratio = f64::from(percent) / 100.0;
        let width = width_of_box(&page, ratio).await;
        let most = (BOX * ratio).ceil() as usize + 1;
        assert!((1..=most).contains(&width), "at {ratio} a box is {width} device pixels thick");

        page.choose("Rhône").await;
        assert_is_sharp(&page, &format!("a department at {ratio}")).await;
        page.drag(ScreenPoint::new(400.0, 300.0), 37, -53).await;
        assert_is_sharp(&page, &format!("after a drag at {ratio}")).await;
        page.turn_wheel(ScreenPoint::new(401.0, 307.0), 1).await;
        assert_is_sharp(&page, &format!("closer at {ratio}")).await;
    }
}

#[tokio::test]
async fn a_window_that_comes_to_another_screen_is_painted_for_that() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    for (ratio, width, height) in [(2.0, 1200, 760), (3.0, 1000, 700), (1.0, 1280, 800)] {
        page.move_to_screen(Screen { ratio, width, height }).await;
        assert_lies_on_pixels(page.raster().await, &format!("on a screen of {ratio}"));
    }
}

async fn assert_is_sharp(page: &MapPage, when: &str) {
    assert_lies_on_pixels(page.raster().await, when);
    let Resampled { other, all } = page.resampled().await;
    assert_eq!(other, 0, "{when}: pixels of {all} that are not as painted");
}

fn assert_lies_on_pixels(raster: Raster, when: &str) {
    let is_whole = |length: &f64| (length - length.round()).abs() <= ROUNDING;
    assert!(raster.corner.iter().all(is_whole), "{when}: {raster:?}");
    let gap = |side: usize| (raster.shown[side] - raster.painted[side]).abs();
    assert!(gap(0) <= ROUNDING && gap(1) <= ROUNDING, "{when}: {raster:?}");
}

/// The width of the left side of the box of Guyane: its device pixels that have not the colour of the
/// sea.
async fn width_of_box(page: &MapPage, ratio: f64) -> usize {
    let view: Viewport = page.view_of_country().await;
    let bounds = Projection::of_department("973").inset_bounds().unwrap();
    let side = view.screen_from_map(MapPoint::new(bounds.min.x, bounds.center().y));
    let pixel = |step: i32| {
        let column = (side.x * ratio).floor() + f64::from(step) + 0.5;
        ScreenPoint::new(column / ratio, side.y)
    };
    let line: Vec<ScreenPoint> = (-6..=6).map(pixel).collect();
    let colors = page.colors_at(&line).await;
    let sea = Pixel::from(Palette::LIGHT.outside);
    colors.iter().filter(|color| !color.is_close_to(sea)).count()
}
