//! The second reading of the map: the share of the population that schemes cover.

use map::served::{LayerShares, Share, ShareRow};
use map::text::{class_bounds, share_sentence};
use map::{Layer, Palette, ScreenPoint, Territory};
use scenarios::{MapPage, Pixel, SERVED, Window, plain};

const SCHEMES: &str = "Dispositifs";
const OF_CLS: &str = "Part couverte (CLS)";
const OF_CPTS: &str = "Part couverte (CPTS)";

#[tokio::test]
async fn a_reading_is_in_the_address_and_back_undoes_it() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    assert_eq!(page.reading().await, SCHEMES);
    let at_first = page.pixel_hash().await;

    page.choose_reading(OF_CLS).await;
    assert_eq!(page.shown_address().await, "?fond=part-cls");
    let of_cls = page.pixel_hash().await;
    page.choose_reading(OF_CPTS).await;
    assert_eq!(page.shown_address().await, "?fond=part-cpts");

    page.back().await;
    assert_eq!(page.reading().await, OF_CLS);
    assert_eq!(page.pixel_hash().await, of_cls, "the picture of a step back");
    page.back().await;
    assert_eq!((page.reading().await.as_str(), page.pixel_hash().await), (SCHEMES, at_first));
    page.forward().await;
    assert_eq!(page.reading().await, OF_CLS);

    page.visit_address("?fond=part-cls").await;
    assert_eq!(page.reading().await, OF_CLS);
    assert!(!page.share_rows().await.is_empty(), "the legend of the address");
    assert_eq!(page.pixel_hash().await, of_cls, "the picture of the address");
}

#[tokio::test]
async fn a_reading_is_chosen_with_the_keyboard() {
    let page = MapPage::visit_without_motion(Window::Desk).await;

    page.press_key_in_readings('\u{e015}').await;
    assert_eq!(page.reading().await, OF_CLS, "one down");
    assert!(!page.share_rows().await.is_empty());

    page.press_key_in_readings('\u{e013}').await;
    assert_eq!(page.reading().await, SCHEMES, "one up");
    assert!(page.is_on(Layer::Cls).await, "the legend of schemes is back");
}

#[tokio::test]
async fn the_histogram_counts_what_the_served_coverage_says() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    for (reading, layer) in [(OF_CLS, Layer::Cls), (OF_CPTS, Layer::Cpts)] {
        page.choose(FRANCE).await;
        page.choose_reading(reading).await;
        let departments = (0..SERVED.departments.len()).map(Territory::Department);
        assert_eq!(
            page.share_rows().await,
            counted(layer, &departments.collect::<Vec<_>>()),
            "{layer:?}"
        );

        page.choose("Rhône").await;
        let epci = (0..SERVED.epci.len()).map(Territory::Epci);
        assert_eq!(
            page.share_rows().await,
            counted(layer, &epci.collect::<Vec<_>>()),
            "EPCI, {layer:?}"
        );
    }
}

#[tokio::test]
async fn each_department_has_the_colour_of_its_share_and_no_data_has_none() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    let view = page.view_of_country().await;
    for (reading, layer) in [(OF_CLS, Layer::Cls), (OF_CPTS, Layer::Cpts)] {
        page.choose_reading(reading).await;
        let shares = shares(layer);
        let territories: Vec<_> =
            (0..SERVED.departments.len()).map(Territory::Department).collect();
        let anchor = |one: &Territory| view.screen_from_map(SERVED.model.anchor(*one));
        let points: Vec<ScreenPoint> = territories.iter().map(anchor).collect();
        let colors = page.colors_at(&points).await;
        let mut unknown = 0;
        for (territory, pixel) in territories.into_iter().zip(colors) {
            let share = shares.share(territory);
            let fill = Palette::LIGHT.share(layer, shares, share);
            let ink = fill.patterns.into_iter().flatten().map(|(_, ink)| ink).next();
            let is_flat = share == Share::Undocumented;
            let ink = if is_flat { fill.color } else { ink.unwrap_or(fill.color) };
            let name = SERVED.model.name(territory);
            let is_it = pixel.is_between(Pixel::from(fill.color), Pixel::from(ink));
            assert!(is_it, "{name}, {share:?}: {pixel:?}");
            unknown += usize::from(is_flat || share == Share::NotKnown);
        }
        assert!(unknown > 0, "departments of {layer:?} without data");
    }
}

#[tokio::test]
async fn the_pointer_marks_the_class_of_what_is_under_it_and_hears_its_share() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.choose_reading(OF_CLS).await;
    assert_eq!(page.marked_share_row().await, None);
    let view = page.view_of_country().await;
    let isere = SERVED.territory("departement-38");
    let share = shares(Layer::Cls).share(isere);

    page.point_at(view.screen_from_map(SERVED.model.anchor(isere))).await;

    let ShareRow::Class(class) = shares(Layer::Cls).row(share) else { panic!("{share:?}") };
    let bounds = plain(&class_bounds(shares(Layer::Cls).class_bounds(class)));
    assert_eq!(page.marked_share_row().await, Some(bounds));
    let told = page.share_beside_pointer().await;
    assert!(told.ends_with(&plain(&share_sentence(Layer::Cls, share))), "{told}");
}

/// The choice of the whole country.
const FRANCE: &str = "Toute la France";

fn shares(layer: Layer) -> &'static LayerShares {
    SERVED.shares.of(layer).unwrap()
}

/// The rows of the legend by the served coverage: a label, with a number of territories and of those
/// that have at least so much.
fn counted(layer: Layer, territories: &[Territory]) -> Vec<(String, usize, usize)> {
    let shares_of_rows = [Share::Zero, Share::Uncertain, Share::NotKnown, Share::Undocumented];
    let labels = ["0 %, aucun actif", "Statuts incertains", "Part non connue", "Non documenté"];
    let found: Vec<Share> =
        territories.iter().map(|one| SERVED.counted_share(layer, *one)).collect();
    let count = |is_it: &dyn Fn(Share) -> bool| found.iter().filter(|one| is_it(**one)).count();
    let bound = |share| matches!(share, Share::AtLeast(_));
    let classes = (0..4).map(|class| {
        let (low, high) = shares(layer).class_bounds(class);
        let is_own = |share: Share| share.percent().is_some_and(|it| (low..=high).contains(&it));
        let label = plain(&class_bounds((low, high)));
        (label, count(&is_own), count(&|one| is_own(one) && bound(one)))
    });
    let at_least = ("Au moins (sans liste)".to_owned(), count(&bound), 0);
    let others = shares_of_rows.into_iter().zip(labels);
    let others = others.map(|(share, label)| (label.to_owned(), count(&|one| one == share), 0));
    classes.chain([at_least].into_iter().chain(others).filter(|row| row.1 > 0)).collect()
}
