//! Communes, which the map shows when it is close. Their files are loaded when they are needed.

use map::text::typographic;
use map::{
    CITY_BELOW, COMMUNE_BORDERS_BELOW, DetailLevel, Layer, LonLat, MapPoint, Projection,
    ScreenPoint, Viewport,
};
use scenarios::{Line, Lines, MapPage, SERVED, Site, Window, assert_sees, assert_sees_in};

#[tokio::test]
async fn communes_are_drawn_and_named_where_they_are_large_enough() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    for layer in [Layer::Cpts, Layer::Projects] {
        page.toggle(layer).await;
    }
    page.choose("Rhône").await;
    page.press("Fermer la fiche").await;
    let far = page.view_of("69").await;
    assert!(far.resolution > COMMUNE_BORDERS_BELOW, "at {} m they are too small", far.resolution);
    assert_sees(&page, &far, "intercommunalities").await;
    let drawn = share_of_commune_borders(&page, &far).await;
    assert!(drawn < 0.2, "{drawn} of their borders are drawn from afar");

    let middle = ScreenPoint::new((far.size.0 / 2.0).round(), (far.size.1 / 2.0).round());
    let close = page.approach(far, middle, 2).await;

    assert_sees(&page, &close, "communes").await;
    let drawn = share_of_commune_borders(&page, &close).await;
    assert!(drawn > 0.8, "only {drawn} of their borders are drawn");
    let commune = SERVED.atlas(&close).at(close.center).and_then(|(_, name)| name.map(typographic));
    assert_eq!(
        page.name_at(middle).await.map(|tag| tag.name),
        commune,
        "the commune in the middle"
    );
}

#[tokio::test]
async fn a_city_is_named_by_arrondissement_under_the_mouse() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.choose("Rhône").await;
    page.press("Fermer la fiche").await;
    let far = page.view_of("69").await;
    let detail = &SERVED.detail(SERVED.department("69")).detail;
    for name in ["Lyon 3e arrondissement", "Lyon 5e arrondissement", "Lyon 9e arrondissement"] {
        let face = detail.names.iter().position(|one| one == name).unwrap() as u32;
        let at = far.screen_from_map(detail.mesh.anchor(&[face]).unwrap());

        page.approach(far, at, 4).await;

        let tag = page.name_at(ScreenPoint::new(at.x.round(), at.y.round())).await.unwrap();
        assert_eq!(tag.name, typographic(name));
        page.approach(far, at, -4).await;
    }
}

#[tokio::test]
async fn what_was_loaded_is_not_drawn_from_afar() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.count_lines().await;
    page.toggle(Layer::Cls).await;
    page.toggle(Layer::Cls).await;
    let at_first = page.lines_drawn().await;
    assert!(at_first > 10_000, "only {at_first} lines in two pictures of the country");

    for department in ["Rhône", "Paris", "Nord", "Finistère", "Gironde", "La Réunion"] {
        page.lines_drawn().await;
        page.choose(department).await;
        let close_up = page.lines_drawn().await;
        assert!(close_up > 0, "{department} is drawn");
    }
    page.press("Toute la France").await;
    page.lines_drawn().await;
    page.toggle(Layer::Cls).await;
    page.toggle(Layer::Cls).await;

    let with_details = page.lines_drawn().await;
    let most = 1.2 * f64::from(at_first);
    assert!(f64::from(with_details) <= most, "{with_details} lines, and {at_first} before");
}

#[tokio::test]
async fn where_a_detail_cannot_be_had_the_coarser_map_works() {
    let site = Site::copied();
    let _missing = site.without("data/carte/69.");
    let page = MapPage::visit_site_without_motion(&site, Window::Desk).await;

    page.choose("Rhône").await;

    let view = page.view_of("69").await;
    let atlas = SERVED.atlas_without("69", &view);
    assert_sees_in(&page, &atlas, &view, "without the detail of Rhône").await;
    assert!(!page.has_alert().await, "the map works: nothing to say");
    page.touch(SERVED.point_of("epci-200046977", &view)).await;
    assert_eq!(page.heading().await, "Métropole de Lyon");
}

#[tokio::test]
async fn a_city_is_drawn_closely_where_it_is_large_and_its_file_is_fetched_only_then() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.choose("Rhône").await;
    page.press("Fermer la fiche").await;
    let far = page.view_of("69").await;
    let asked = page.until_details_are_asked_for().await;
    assert!(asked.iter().any(|url| url.contains("/carte/69.")), "{asked:?}");
    assert!(!asked.iter().any(|url| url.contains("-ville.")), "{asked:?}");

    let close = page.approach_until(far, lyon(), CITY_BELOW).await;

    let asked = page.until_details_are_asked_for().await;
    assert!(asked.iter().any(|url| url.contains("/carte/69-ville.")), "{asked:?}");
    assert_sees(&page, &close, "Lyon").await;
    assert_draws_the_city_level(&page, &close).await;
}

#[tokio::test]
async fn where_a_city_file_cannot_be_had_the_detail_stays_and_it_is_asked_for_again() {
    let site = Site::copied();
    let missing = site.without("data/carte/69-ville.");
    let page = MapPage::visit_site_without_motion(&site, Window::Desk).await;
    page.choose("Rhône").await;
    page.press("Fermer la fiche").await;
    let far = page.view_of("69").await;

    let close = page.approach_until(far, lyon(), CITY_BELOW).await;

    let atlas = SERVED.atlas_without_city("69", &close);
    assert_sees_in(&page, &atlas, &close, "without the city file of Rhône").await;
    assert!(!page.has_alert().await, "the map works: nothing to say");

    page.are_served(&missing.put_back());
    let middle = close.screen_from_map(lyon());
    let farther = page.approach(close, middle, -2).await;
    let close = page.approach_until(farther, lyon(), CITY_BELOW).await;
    assert_draws_the_city_level(&page, &close).await;
}

#[tokio::test]
async fn what_is_no_longer_needed_is_given_up() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.set_line(Line::BytesPerSecond(2_000)).await;
    page.choose_at_once("Rhône").await;
    let asked = page.until_details_are_asked_for().await;
    assert!(asked.iter().any(|url| url.contains("/carte/69.")), "{asked:?}");

    page.choose_at_once("La Réunion").await;
    page.until_given_up(&asked).await;
    page.set_line(Line::Unlimited).await;
    page.settle().await;

    assert_sees(&page, &page.view_of("974").await, "what is needed is here").await;
}

/// A point in the middle of Lyon.
fn lyon() -> MapPoint {
    Projection::of_department("69").map_from_lon_lat(LonLat::new(4.835, 45.758))
}

/// Asserts that names change at the lines of the city level, where those of the coarser level are
/// elsewhere.
async fn assert_draws_the_city_level(page: &MapPage, view: &Viewport) {
    /// The distance from every line of the city level, in CSS pixels.
    const CLEARANCE: f64 = 1.5;
    let levels = [DetailLevel::City, DetailLevel::Department];
    let [city, coarser] = levels.map(|level| SERVED.atlas_at(Some(level), view));
    let lines = Lines::of_all(&city, view);
    let middle = (0.3..0.65, 0.3..0.65);
    let points = (0..view.size.0 as i32 * view.size.1 as i32).map(|index| {
        let (x, y) = (index % view.size.0 as i32, index / view.size.0 as i32);
        ScreenPoint::new(f64::from(x), f64::from(y))
    });
    let inside = points.filter(|at| {
        middle.0.contains(&(at.x / view.size.0)) && middle.1.contains(&(at.y / view.size.1))
    });
    let name = |atlas: &map::Atlas, at: ScreenPoint| -> Option<String> {
        atlas.at(view.map_from_screen(at)).and_then(|(_, name)| name.map(typographic))
    };
    let differ = inside.filter(|&at| lines.is_clear_of(at, CLEARANCE));
    let differ = differ.filter(|&at| name(&city, at) != name(&coarser, at));
    let differ: Vec<ScreenPoint> = differ.step_by(7).take(60).collect();
    assert!(differ.len() > 5, "the levels differ at {} points only", differ.len());

    let found = page.names_at(&differ).await;

    for (at, tag) in differ.iter().zip(found) {
        assert_eq!(tag.map(|tag| tag.name), name(&city, *at), "at {at:?}");
    }
}

/// The share of the borders between communes of one intercommunality that can be seen: the areas on
/// both sides have one colour, the border another.
async fn share_of_commune_borders(page: &MapPage, view: &Viewport) -> f64 {
    const ASIDE: f64 = 3.0;
    let atlas = SERVED.atlas(view);
    let borders = Lines::of(&atlas, view, |piece, arc| match (arc.left, arc.right) {
        (Some(left), Some(right)) => piece.cell_of(left) == piece.cell_of(right),
        _ => false,
    });
    let around = |[from, to]: &[ScreenPoint; 2]| {
        let (x, y) = ((from.x + to.x) / 2.0, (from.y + to.y) / 2.0);
        let length = (to.x - from.x).hypot(to.y - from.y);
        let (right, down) = ((to.y - from.y) / length * ASIDE, (from.x - to.x) / length * ASIDE);
        [0.0, 1.0, -1.0].map(|side| ScreenPoint::new(x + side * right, y + side * down))
    };
    let is_inside =
        |at: &ScreenPoint| (0.0..view.size.0).contains(&at.x) && (0.0..view.size.1).contains(&at.y);
    let long = borders
        .sides()
        .iter()
        .filter(|[from, to]| (to.x - from.x).hypot(to.y - from.y) > 2.0 * ASIDE);
    let points: Vec<_> = long.map(around).filter(|three| three.iter().all(is_inside)).collect();
    let colors = page.colors_at(points.as_flattened()).await;
    let flat = colors.chunks_exact(3).filter(|three| three[1].is_close_to(three[2]));
    let seen: Vec<bool> = flat.map(|three| !three[0].is_close_to(three[1])).collect();
    assert!(seen.len() > 50, "only {} borders to check", seen.len());
    seen.iter().filter(|it| **it).count() as f64 / seen.len() as f64
}
