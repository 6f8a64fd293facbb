//! The rows of the legend hide and show what they count.

use map::{Backdrop, Color, Layer, Palette, Status};
use scenarios::{MapPage, Window};

/// A department whose CLS have several statuses.
const DEPARTMENT: &str = "Rhône";

#[tokio::test]
async fn a_row_hides_what_it_counts_says_so_and_brings_it_back() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.choose(DEPARTMENT).await;
    let [active, light] = colors();
    let drawn = page.pixels_of(active).await;
    let others = page.pixels_of(light).await;
    assert!(drawn > 0 && others > 0, "both are drawn at first");
    let rows = page.legend_rows(Layer::Cls).await;

    page.toggle_row(Layer::Cls, "Actif").await;
    assert!(!page.shows_row(Layer::Cls, "Actif").await);
    assert_eq!(page.live_text().await, "CLS actif : masqué");
    assert_eq!(page.pixels_of(active).await, 0, "pixels of what is hidden");
    assert!(page.pixels_of(light).await > 0, "pixels of the others");
    assert_eq!(page.legend_rows(Layer::Cls).await, rows, "the counts stay");

    page.toggle_row_with_space(Layer::Cls, "Actif").await;
    assert!(page.shows_row(Layer::Cls, "Actif").await);
    assert_eq!(page.live_text().await, "CLS actif : affiché sur la carte");
    assert_eq!(page.pixels_of(active).await, drawn, "pixels when it is back");
    assert_eq!(page.pixels_of(light).await, others, "pixels of the others");
}

#[tokio::test]
async fn one_status_alone_is_shown_until_that_is_asked_again() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.choose(DEPARTMENT).await;
    let [active, light] = colors();

    page.show_row_alone(Layer::Cls, "Actif").await;
    assert!(page.shows_row(Layer::Cls, "Actif").await);
    assert!(!page.shows_row(Layer::Cls, "En préparation").await);
    assert!(page.pixels_of(active).await > 0);
    assert_eq!(page.pixels_of(light).await, 0, "pixels of the others");
    assert_eq!(page.live_text().await, "CLS actif : seul statut affiché");

    page.show_row_alone(Layer::Cls, "Actif").await;
    assert!(page.shows_row(Layer::Cls, "En préparation").await, "all of them again");
    assert!(page.pixels_of(light).await > 0);
    assert_eq!(page.live_text().await, "CLS : tous les statuts affichés");
}

#[tokio::test]
async fn the_legend_tells_no_data_zero_and_not_applicable_apart() {
    let page = MapPage::visit(Window::Desk).await;

    assert_eq!(
        page.documentation_rows().await,
        [
            "Rien, selon les listes",
            "Rien, une liste manque",
            "Rien de connu, sans liste",
            "Région non documentée",
            "Masqué par un filtre",
            "Mer, étranger : sans objet",
        ]
    );
}

#[tokio::test]
async fn the_map_claims_nothing_of_what_is_hidden_or_switched_off() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.choose(DEPARTMENT).await;
    for layer in [Layer::Cpts, Layer::Projects] {
        page.toggle(layer).await;
    }
    let color = |backdrop| Palette::LIGHT.backdrop(backdrop).color;
    let absent = page.pixels_of(color(Backdrop::Absent)).await;

    page.toggle_row(Layer::Cls, "Actif").await;
    let hidden = page.pixels_of(color(Backdrop::Hidden)).await;
    assert!(hidden > 0, "what the filter hides is seen");
    let beside = page.pixels_of(color(Backdrop::Absent)).await;
    // Where an outline was.
    let more = beside.saturating_sub(absent);
    assert!(more < hidden / 10, "no area became empty: {beside} after {absent}");

    page.toggle(Layer::Cls).await;
    for backdrop in [Backdrop::Facts, Backdrop::Undocumented] {
        assert_eq!(page.pixels_of(color(backdrop)).await, 0, "{backdrop:?} without a layer");
    }
    // White is the halo of the selection too.
    let white = page.pixels_of(color(Backdrop::Absent)).await;
    assert!(white < absent / 20, "{white} pixels of {absent} without a layer");
    assert_eq!(
        page.documentation_rows().await,
        ["Aucune couche affichée", "Mer, étranger : sans objet"]
    );
}

/// The colours of an active CLS, and of one in preparation.
fn colors() -> [Color; 2] {
    [Status::Active, Status::InPreparation]
        .map(|status| Palette::LIGHT.scheme(Layer::Cls, status).color)
}
