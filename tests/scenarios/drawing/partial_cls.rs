//! A CLS is drawn as its communes, even where they are a part of an intercommunality.

use map::served::SchemeProperties;
use map::{Atlas, CommuneCode, Layer, MapPoint, Palette, ScreenPoint, Status, Viewport};
use scenarios::{Lines, MapPage, Pixel, SERVED, Window, pixels};

/// The distance from every border at which a pixel has one colour only, in CSS pixels.
const CLEARANCE: f64 = 2.0;

/// One pixel in so many is checked; a prime number, so that columns and rows vary.
const STEP: usize = 17;

/// The number of notches of the wheel that make the smallest of these CLS large enough.
const CLOSER: i32 = 2;

/// The statuses from the weakest to the strongest: where several CLS overlap, the strongest shows.
const STRENGTH: [Status; 7] = [
    Status::FormerState,
    Status::Expired,
    Status::Unknown,
    Status::NotEstablished,
    Status::InPreparation,
    Status::Presumed,
    Status::Active,
];

#[tokio::test]
async fn every_cls_that_covers_a_part_of_an_intercommunality_is_drawn_as_its_communes_only() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    for layer in [Layer::Cpts, Layer::Projects] {
        page.toggle(layer).await;
    }
    let listed = SERVED.cls.iter().filter(|scheme| scheme.source == "ars-ara-cls");
    let partial: Vec<_> = listed.filter(|scheme| scheme.epci.is_empty()).collect();
    assert_eq!(partial.len(), 20, "CLS of the list that are given by their communes");

    for scheme in partial {
        let (view, anchor) = zoom_to(&page, scheme).await;
        let samples = samples(scheme, anchor, &view);
        let points: Vec<ScreenPoint> = samples.iter().map(|sample| sample.at).collect();
        let colors = page.colors_at(&points).await;

        let inside = samples.iter().filter(|sample| sample.is_inside).count();
        let found = format!("{inside} samples inside of {}", samples.len());
        assert!(inside > 5 && samples.len() - inside > 20, "{}: only {found}", scheme.nom);
        let seen: Vec<_> = samples.iter().zip(colors).collect();
        let wrong: Vec<_> =
            seen.iter().filter(|(sample, color)| !is_of(*color, sample.status)).collect();
        assert!(wrong.is_empty(), "{}: {found}, {} wrong: {wrong:?}", scheme.nom, wrong.len());
        let fill = Palette::LIGHT.scheme(Layer::Cls, scheme.statut);
        let is_fill = |color: Pixel| color.is_close_to(Pixel::from(fill.color));
        let solid = seen.iter().filter(|(sample, _)| sample.is_inside).all(|it| is_fill(it.1));
        let is_textured = fill.patterns[0].is_some();
        assert_eq!(solid, !is_textured, "{}: whether its fill is solid", scheme.nom);
    }
}

/// A pixel of the intercommunality that a CLS is a part of, away from every border.
#[derive(Debug)]
struct Sample {
    at: ScreenPoint,
    /// Whether it is in that CLS.
    is_inside: bool,
    /// The status of the CLS that shows there; none where there is no CLS.
    status: Option<Status>,
}

/// Zooms to a CLS with nothing selected, because the selection layer would cover some of it. Returns
/// the view, and a point well inside the CLS.
async fn zoom_to(page: &MapPage, scheme: &SchemeProperties) -> (Viewport, MapPoint) {
    let code = scheme.communes[0].department();
    let department = SERVED.department(code);
    page.choose(&SERVED.departments[department].nom).await;
    page.press("Fermer la fiche").await;
    let view = page.view_of(code).await;
    let department = SERVED.detail(department);
    let communes = department.communes.iter().enumerate();
    let own = communes.filter(|(_, commune)| covers(scheme, commune));
    let own: Vec<u32> = own.map(|(face, _)| face as u32).collect();
    let anchor = department.detail.mesh.anchor(&own).unwrap();
    (page.approach(view, view.screen_from_map(anchor), CLOSER).await, anchor)
}

fn samples(scheme: &SchemeProperties, anchor: MapPoint, view: &Viewport) -> Vec<Sample> {
    let atlas = SERVED.atlas(view);
    let epci = atlas.territory_at(anchor).unwrap();
    let lines = Lines::of_all(&atlas, view);
    let is_clear = |pixel: &ScreenPoint| {
        atlas.territory_at(view.map_from_screen(*pixel)) == Some(epci)
            && lines.is_clear_of(*pixel, CLEARANCE)
    };
    let sample = |at: ScreenPoint| {
        let commune = commune_at(&atlas, view.map_from_screen(at));
        let around: Vec<_> = SERVED.cls.iter().filter(|one| covers(one, commune)).collect();
        let statuses = around.iter().map(|one| one.statut);
        let status = statuses.max_by_key(|status| STRENGTH.iter().position(|it| it == status));
        Sample { at, is_inside: around.iter().any(|one| one.id == scheme.id), status }
    };
    let pixels = pixels(atlas.bounds(&epci.into()), view).step_by(STEP);
    pixels.filter(is_clear).map(sample).collect()
}

/// Whether a scheme covers a commune, or an arrondissement of Paris, Lyon or Marseille.
fn covers(scheme: &SchemeProperties, code: &CommuneCode) -> bool {
    let city = match code.as_str().get(..3) {
        Some("132") => "13055",
        Some("693") => "69123",
        Some("751") => "75056",
        _ => return scheme.communes.contains(code),
    };
    match scheme.arrondissements.is_empty() {
        true => scheme.communes.iter().any(|one| one.as_str() == city),
        false => scheme.arrondissements.contains(code),
    }
}

/// The commune or the arrondissement at a point of the map.
fn commune_at(atlas: &Atlas, point: MapPoint) -> &'static CommuneCode {
    let mut details = atlas.details().iter();
    let found = details.find_map(|detail| Some((detail.department, detail.commune_at(point)?)));
    let (department, commune) = found.unwrap();
    &SERVED.detail(department).communes[commune as usize]
}

/// Whether a colour is one of the two of a status, or a mixture of them as at the edge of a hatch;
/// for none, whether it is of no status at all.
fn is_of(color: Pixel, status: Option<Status>) -> bool {
    let Some(status) = status else {
        return !STRENGTH.into_iter().any(|status| is_of(color, Some(status)));
    };
    let fill = Palette::LIGHT.scheme(Layer::Cls, status);
    let base = Pixel::from(fill.color);
    color.is_between(base, fill.patterns[0].map_or(base, |(_, ink)| Pixel::from(ink)))
}
