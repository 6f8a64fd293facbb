//! Every intercommunality is drawn and named, from the whole country to half way down. Close up is
//! in `every_department`.

use std::collections::BTreeSet;

use map::{
    Layer, LonLat, MapPoint, Palette, Projection, ScreenPoint, Territory, Viewport, country_bounds,
};
use scenarios::{MapPage, SERVED, Window};

/// The factor from the whole country to the views half way down.
const CLOSER: f64 = 2.5;

/// The distance from one view to the next, as a share of a view. They overlap, because controls lie
/// over a part of each.
const STRIDE: f64 = 0.7;

#[tokio::test]
async fn every_intercommunality_is_named_and_drawn_on_the_map_of_the_country() {
    let page = visit().await;
    let view = page.view_of_country().await;

    let seen = assert_all_are_there(&page, &view).await;

    assert_eq!(seen.len(), 1255, "all of them are on the map of the country");
}

#[tokio::test]
async fn every_intercommunality_is_named_and_drawn_half_way_down() {
    let page = visit().await;
    let size = page.view_of_country().await.size;
    let resolution = (page.view_of_country().await.resolution / CLOSER).round();
    let mut seen = BTreeSet::new();

    for center in centers(size, resolution) {
        let projection = Projection::at(center);
        let at = projection.lon_lat_from_map(center);
        page.visit_fragment(&format!("@{:.4},{:.4},{resolution}", at.lat, at.lon)).await;
        let center = projection.map_from_lon_lat(LonLat::new(rounded(at.lon), rounded(at.lat)));
        seen.extend(assert_all_are_there(&page, &Viewport { center, resolution, size }).await);
    }

    let all = (0..SERVED.epci.len()).map(Territory::Epci);
    let missing = all.filter(|epci| !seen.contains(epci)).map(|epci| SERVED.model.name(epci));
    let missing: Vec<&str> = missing.collect();
    assert!(missing.is_empty(), "{} were in no view: {missing:?}", missing.len());
}

/// The map without layers, because some of their colours are near that of the sea, and with the legend
/// closed.
async fn visit() -> MapPage {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    for layer in Layer::ALL {
        page.toggle(layer).await;
    }
    page.fold_legend().await;
    page
}

/// Asserts that every intercommunality is named and drawn whose anchor is on screen with nothing over
/// it. Returns them.
async fn assert_all_are_there(page: &MapPage, view: &Viewport) -> Vec<Territory> {
    let is_on_screen = |at: ScreenPoint| {
        (1.0..view.size.0 - 1.0).contains(&at.x) && (1.0..view.size.1 - 1.0).contains(&at.y)
    };
    let all = (0..SERVED.epci.len()).map(Territory::Epci);
    let points = all.map(|epci| (epci, pixel_of(epci, view)));
    let mut seen: Vec<_> = points.filter(|(_, at)| is_on_screen(*at)).collect();
    let points_of =
        |seen: &[(Territory, ScreenPoint)]| seen.iter().map(|it| it.1).collect::<Vec<_>>();
    for covered in page.indices_covered(&points_of(&seen)).await.into_iter().rev() {
        seen.remove(covered);
    }

    let sea = page.indices_painted(Palette::LIGHT.outside, &points_of(&seen)).await;
    let bare: Vec<&str> = sea.iter().map(|&index| SERVED.model.name(seen[index].0)).collect();
    assert!(bare.is_empty(), "{} are not drawn: {bare:?}", bare.len());
    let tags = page.names_at(&points_of(&seen)).await;
    let pairs = seen.iter().map(|(epci, _)| SERVED.model.name(*epci)).zip(&tags);
    let is_right = |(name, tag): &(&str, &Option<scenarios::NameTag>)| {
        tag.as_ref().is_some_and(|tag| tag.is_about(name))
    };
    let wrong: Vec<_> = pairs.filter(|pair| !is_right(pair)).collect();
    assert!(wrong.is_empty(), "{} are not named: {wrong:#?}", wrong.len());
    seen.into_iter().map(|(epci, _)| epci).collect()
}

/// The pixel of an intercommunality that is nearest to its anchor: mice count in whole pixels.
fn pixel_of(epci: Territory, view: &Viewport) -> ScreenPoint {
    let anchor = view.screen_from_map(SERVED.anchor(epci, view));
    let around = (-2..=2).flat_map(|row| (-2..=2).map(move |column| (column, row)));
    let pixels = around.map(|(column, row)| {
        let (column, row) = (f64::from(column), f64::from(row));
        ScreenPoint::new(anchor.x.round() + column, anchor.y.round() + row)
    });
    let is_in = |at: &ScreenPoint| SERVED.model.at(view.map_from_screen(*at)) == Some(epci);
    let distance = |at: &ScreenPoint| (at.x - anchor.x).hypot(at.y - anchor.y);
    let nearest = pixels.filter(is_in).min_by(|a, b| distance(a).total_cmp(&distance(b)));
    nearest.unwrap_or_else(|| panic!("{} has no pixel of its own", SERVED.model.name(epci)))
}

/// The middles of views that show all of the country.
fn centers((width, height): (f64, f64), resolution: f64) -> Vec<MapPoint> {
    let country = country_bounds();
    let stride = |length: f64| STRIDE * length * resolution;
    let count = |all: f64, length: f64| (all / stride(length)).ceil() as u32;
    let (columns, rows) = (count(country.width(), width), count(country.height(), height));
    let at_step = |step: u32, length: f64| (f64::from(step) + 0.5) * stride(length);
    let at = |column: u32, row: u32| {
        let (x, y) = (at_step(column, width), at_step(row, height));
        // A view is kept to the country.
        country.nearest_to(MapPoint::new(country.min.x + x, country.min.y + y))
    };
    (0..rows).flat_map(|row| (0..columns).map(move |column| at(column, row))).collect()
}

/// A degree as an address keeps it.
fn rounded(degrees: f64) -> f64 {
    (degrees * 1e4).round() / 1e4
}
