//! Neighbours touch: the sea never shows between them.

use map::{Layer, MapBounds, Palette, ScreenPoint, Viewport, borders};
use scenarios::{MapPage, Pixel, SERVED, Window};

use crate::outline::{Outline, pixels};

/// How far from the coast the sea must not show, and the land neither, CSS pixels.
const COAST: f64 = 4.0;

/// How far apart samples are along a border, CSS pixels.
const STEP: f64 = 3.0;

/// Coasts, mountains, islands, a city; each in its own projection.
const DEPARTMENTS: [&str; 7] =
    ["Rhône", "Bouches-du-Rhône", "Paris", "Corse-du-Sud", "La Réunion", "Guyane", "Mayotte"];

#[tokio::test]
async fn no_sea_shows_between_two_intercommunalities() {
    let page = MapPage::visit(Window::Desk).await;
    for layer in Layer::ALL {
        page.toggle(layer).await;
    }
    let sea = Pixel::from(Palette::LIGHT.outside);
    let lines = borders(&SERVED.epci.shapes, |_, beyond| beyond.is_some());

    for name in DEPARTMENTS {
        page.choose(name).await;
        page.press("Fermer la fiche").await;
        let view = page.view_of(code_of(name)).await;
        let coast = Outline::of_lines(&lines[&false], &view);
        let samples = beside(&Outline::of_lines(&lines[&true], &view), &coast, &view);

        let colors = page.colors_at(&samples).await;

        assert!(samples.len() > 200, "{name}: only {} samples", samples.len());
        let gaps: Vec<_> =
            samples.iter().zip(colors).filter(|(_, color)| color.is_close_to(sea)).collect();
        assert!(gaps.is_empty(), "{name}: the sea shows at {} places: {gaps:?}", gaps.len());
    }
}

#[tokio::test]
async fn the_sea_around_corsica_has_the_colour_of_the_sea() {
    let page = MapPage::visit(Window::Desk).await;
    page.choose("Corse-du-Sud").await;
    page.press("Fermer la fiche").await;
    let view = page.view_of("2A").await;
    let coast = Outline::of_shapes(&SERVED.departments.shapes, &view);
    let is_at_sea = |point: &ScreenPoint| {
        let is_land = SERVED.departments.shapes.at(view.map_from_screen(*point)).is_some();
        !is_land && coast.is_clear_of(*point, COAST)
    };
    let samples: Vec<ScreenPoint> =
        pixels(around(&view), &view).step_by(97).filter(is_at_sea).collect();

    let colors = page.colors_at(&samples).await;

    assert!(samples.len() > 200, "only {} samples", samples.len());
    let sea = Pixel::from(Palette::LIGHT.outside);
    let other: Vec<_> = colors.iter().filter(|color| !color.is_close_to(sea)).collect();
    assert!(other.is_empty(), "expected {sea:?} everywhere, found {other:?}");
}

/// Points on both sides of `shared` borders and on them, far from the coast.
fn beside(shared: &Outline, coast: &Outline, view: &Viewport) -> Vec<ScreenPoint> {
    let mut points = Vec::new();
    for [from, to] in shared.sides() {
        let (x, y) = (to.x - from.x, to.y - from.y);
        let length = x.hypot(y);
        let steps = (length / STEP).ceil().max(1.0) as u32;
        for step in 0..steps {
            let share = (f64::from(step) + 0.5) / f64::from(steps);
            let on = ScreenPoint::new(from.x + share * x, from.y + share * y);
            points.extend([-2.0, -1.0, 0.0, 1.0, 2.0].map(|aside| {
                ScreenPoint::new(on.x - aside * y / length, on.y + aside * x / length)
            }));
        }
    }
    let is_on_screen = |point: &ScreenPoint| {
        (0.0..view.size.0).contains(&point.x) && (0.0..view.size.1).contains(&point.y)
    };
    points.retain(|point| is_on_screen(point) && coast.is_clear_of(*point, COAST));
    points
}

/// The part of the map in the middle of the screen, without the scale bar.
fn around(view: &Viewport) -> MapBounds {
    view.bounds().grown(-40.0 * view.resolution)
}

fn code_of(name: &str) -> &'static str {
    let mut departments = SERVED.departments.properties.iter();
    &departments.find(|one| one.nom == name).unwrap().code
}
