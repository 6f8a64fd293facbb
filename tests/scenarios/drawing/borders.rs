//! No sea between neighbours, and only sea beyond the coast.

use map::{Layer, MapBounds, Palette, ScreenPoint, Viewport};
use scenarios::{Lines, MapPage, Pixel, SERVED, Window, beside, pixels};

/// The distance from the coast at which there must be sea, in CSS pixels.
const COAST: f64 = 4.0;

/// The distance between samples along a border, in CSS pixels.
const STEP: f64 = 3.0;

/// Coasts, mountains, islands, a city; each in its own projection.
const DEPARTMENTS: [&str; 7] =
    ["Rhône", "Bouches-du-Rhône", "Paris", "Corse-du-Sud", "La Réunion", "Guyane", "Mayotte"];

#[tokio::test]
async fn no_sea_shows_between_two_intercommunalities() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    for layer in Layer::ALL {
        page.toggle(layer).await;
    }
    let sea = Pixel::from(Palette::LIGHT.outside);

    for name in DEPARTMENTS {
        page.choose(name).await;
        page.press("Fermer la fiche").await;
        let view = page.view_of(code_of(name)).await;
        let atlas = SERVED.atlas(&view);
        let coast = Lines::of_coasts(&atlas, &view);
        let samples = beside(&Lines::of_epci(&atlas, &view), &coast, &view, STEP);

        let colors = page.colors_at(&samples).await;

        assert!(samples.len() > 200, "{name}: only {} samples", samples.len());
        let gaps: Vec<_> =
            samples.iter().zip(colors).filter(|(_, color)| color.is_close_to(sea)).collect();
        assert!(gaps.is_empty(), "{name}: the sea shows at {} places: {gaps:?}", gaps.len());
    }
}

#[tokio::test]
async fn the_sea_around_corsica_has_the_colour_of_the_sea() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.choose("Corse-du-Sud").await;
    page.press("Fermer la fiche").await;
    let view = page.view_of("2A").await;
    let atlas = SERVED.atlas(&view);
    let coast = Lines::of_coasts(&atlas, &view);
    let is_at_sea = |point: &ScreenPoint| {
        let is_land = atlas.at(view.map_from_screen(*point)).is_some();
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

/// The part of the map in the middle of the screen, away from its edges.
fn around(view: &Viewport) -> MapBounds {
    view.bounds().grown(-40.0 * view.resolution)
}

fn code_of(name: &str) -> &'static str {
    let mut departments = SERVED.departments.iter();
    &departments.find(|one| one.nom == name).unwrap().code
}
