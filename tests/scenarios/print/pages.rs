//! Pages on paper, as they are without the application.

use map::{Layer, Palette, Status};
use scenarios::{MapPage, Paper, Pixel, Site, Window};

/// The title of the sources that a page names at its foot.
const SOURCES: &str = "Sources et licences";

/// A page of each kind, with words of its answer, and the most pages that it may take.
const PAGES: [(&str, &[&str], usize); 5] = [
    ("", &["contrats locaux de santé", "CPTS", "projets labellisés", SOURCES], 5),
    ("territoire/region-84/", &["Auvergne-Rhône-Alpes", "habitants", SOURCES], 10),
    ("territoire/departement-38/", &["Isère", "habitants", SOURCES], 6),
    (
        "territoire/epci-200040715/",
        &["Grenoble-Alpes-Métropole", "Saint-Martin-d’Hères", SOURCES],
        4,
    ),
    ("dispositif/cls-4cps/", &["CLS 4CPS", "Communes du périmètre"], 2),
];

/// What every print has.
const EVERYWHERE: [&str; 4] = ["Légende", "icences", "Licence Ouverte", "Statuts au"];

/// What only a hand can use, and what leads elsewhere.
const NEVER: [&str; 8] = [
    "Chargement",
    "Aller à la réponse",
    "Agrandir",
    "Touchez",
    "Signaler",
    "Télécharger",
    "Intercommunalités voisines",
    "Départements voisins",
];

/// Asserts what holds for every print.
pub(super) fn assert_is_a_print(paper: &Paper, path: &str) {
    assert!(paper.about.contains("(A4)"), "/{path}: {}", paper.about);
    for (number, printed) in (1..).zip(&paper.pages) {
        assert!(printed.ink() > 0.005, "/{path}: page {number} is blank");
        // Poppler does not see the thin spaces.
        let (text, page) =
            (printed.text.replace(' ', ""), format!("{number}/{}", paper.pages.len()));
        assert!(text.contains(&page), "/{path}: expected {page}:\n{}", printed.text);
    }
    assert!(paper.pages[0].text.contains("Légende"), "/{path}: beside its map");
    for word in EVERYWHERE {
        assert!(paper.text.contains(word), "/{path}: expected « {word} »:\n{}", paper.text);
    }
    for word in NEVER {
        assert!(!paper.text.contains(word), "/{path}: « {word} » on paper:\n{}", paper.text);
    }
    assert!(paper.paths > 100, "/{path}: {} paths", paper.paths);
    // Tiles of textures at the most: a map of pixels would be a hundred times as large.
    let is_tile = |size: &(u32, u32)| size.0 <= 64 && size.1 <= 64;
    assert!(paper.images.iter().all(is_tile), "/{path}: pixels: {:?}", paper.images);
}

/// The colour of an active CLS on a light map.
fn active() -> Pixel {
    Palette::LIGHT.scheme(Layer::Cls, Status::Active).color.into()
}

#[tokio::test]
async fn every_kind_of_page_prints_its_map_as_lines_with_legend_answer_and_sources() {
    let page = MapPage::of(&Site::built(), Window::Desk).await;
    page.program_never_comes().await;
    for (path, words, most) in PAGES {
        page.read_page(path).await;

        let paper = page.print().await;

        assert_is_a_print(&paper, path);
        for word in words {
            assert!(paper.text.contains(word), "/{path}: expected « {word} »:\n{}", paper.text);
        }
        assert!(paper.text.contains(path.trim_end_matches('/')), "/{path}: its address");
        assert!(paper.pages.len() <= most, "/{path}: {} pages", paper.pages.len());
        let ink = paper.pages[0].share_of(active());
        assert!(ink > 0.001, "/{path}: the map shows an active CLS: {ink}");
    }
}

#[tokio::test]
async fn a_dark_page_is_printed_in_the_light_palette() {
    let page = MapPage::of(&Site::built(), Window::Phone).await;
    page.switch_scripts_off().await;
    page.prefers_dark_pages().await;
    page.read_page("territoire/departement-38/").await;

    let paper = page.print().await;

    assert_is_a_print(&paper, "territoire/departement-38/");
    let first = &paper.pages[0];
    assert!(first.share_of(active()) > 0.001, "the colour of an active CLS");
    assert!(first.ink() < 0.6, "most of it is paper: {}", first.ink());
}
