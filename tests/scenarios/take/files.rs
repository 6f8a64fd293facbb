//! The files that the page makes, without a server.

use super::at;
use map::Layer;
use scenarios::{Line, MapPage, Site, Window};
use serde_json::Value;

#[tokio::test]
async fn the_csv_of_a_list_has_its_rows_in_their_order() {
    let page = at("territoire/departement-07/?vue=liste", Window::Desk).await;
    page.sort_list("Habitants").await;
    let rows = page.list_rows().await;

    page.take_from("CSV, au choix", "CSV simple").await;

    let file = page.saved_file().await;
    assert_eq!(file.name, "sante-des-territoires-departement-07-intercommunalites.csv");
    assert!(file.media.starts_with("text/csv"), "{}", file.media);
    let mut lines = file.text.lines();
    assert!(lines.next().unwrap().starts_with("code,nom,habitants,cls,cls_precision"));
    for (line, row) in lines.zip(&rows) {
        assert!(line.contains(&row.name), "{line} is not {}", row.name);
        let people = row.cells[0].replace(' ', "");
        assert!(line.contains(&format!(",{people},")), "{line}: {people}");
    }
    assert_eq!(page.live_text().await, "Fichier enregistré");
}

#[tokio::test]
async fn a_spreadsheet_keeps_the_zero_of_the_codes_of_communes() {
    let page = at("territoire/epci-200073245/?vue=liste", Window::Desk).await;

    page.take_from("CSV, au choix", "CSV pour tableur").await;

    let file = page.saved_file().await;
    assert!(file.text.starts_with("\u{feff}Code;Nom;Habitants"), "{}", &file.text[..60]);
    assert!(file.text.contains("\"=\"\"07019\"\"\";Aubenas;"), "{}", file.text);
}

#[tokio::test]
async fn the_csv_of_an_answer_leaves_out_the_layers_that_are_hidden() {
    let page = at("territoire/epci-200046977/", Window::Desk).await;
    page.toggle(Layer::Cpts).await;

    page.take_from("CSV, au choix", "CSV simple").await;

    let text = page.saved_file().await.text;
    assert!(text.contains(",CLS,") && !text.contains(",CPTS,"), "{text}");
}

#[tokio::test]
async fn outlines_are_made_without_a_line() {
    let page = at("territoire/epci-200073245/", Window::Desk).await;
    page.set_line(Line::Cut).await;

    page.take("GeoJSON").await;

    let file = page.saved_file().await;
    assert_eq!(file.name, "sante-des-territoires-epci-200073245.geojson");
    let json: Value = serde_json::from_str(&file.text).unwrap();
    let feature = &json["features"][0];
    assert_eq!(feature["id"], "200073245");
    assert_eq!(feature["properties"]["code"], "200073245");
    let bbox: Vec<f64> =
        json["bbox"].as_array().unwrap().iter().filter_map(Value::as_f64).collect();
    assert!((4.0..4.7).contains(&bbox[0]) && (44.4..45.0).contains(&bbox[3]), "{bbox:?}");
    let ring = &feature["geometry"]["coordinates"][0];
    assert!(ring.as_array().unwrap().len() > 20, "{ring}");
}

#[tokio::test]
async fn outlines_of_communes_are_fetched_first_and_none_is_missing() {
    let page =
        at("territoire/departement-07/?vue=liste&lister=communes&nom=saint", Window::Desk).await;
    let count = page.list_count().await;

    page.take("GeoJSON").await;

    let file = page.saved_file().await;
    let json: Value = serde_json::from_str(&file.text).unwrap();
    let features = json["features"].as_array().unwrap();
    assert!(count.starts_with(&features.len().to_string()), "{} of {count}", features.len());
    assert!(features.iter().all(|one| !one["geometry"].is_null()), "{}", file.text);
}

#[tokio::test]
async fn outlines_that_cannot_be_had_are_said_and_no_file_is_made() {
    let page = MapPage::of(&Site::built(), Window::Desk).await;
    page.keep_saved_files().await;
    page.reduce_motion().await;
    page.visit_address("territoire/region-84/?vue=liste&lister=communes").await;
    page.settle().await;
    page.set_line(Line::Cut).await;

    page.take("GeoJSON").await;

    let message = "Les contours des communes n’ont pas pu être chargés, le fichier n’est pas créé.";
    assert!(page.live_text().await.starts_with(message), "{}", page.live_text().await);
    assert!(page.panel_text().await.contains(message));
    page.set_line(Line::Unlimited).await;
    page.take("GeoJSON").await;
    assert!(page.saved_file().await.name.ends_with("region-84-communes.geojson"));
}

#[tokio::test]
async fn the_drawing_has_the_map_with_its_texts_and_nothing_few_programs_know() {
    let page = at("territoire/departement-38/?couches=cls", Window::Desk).await;

    page.take_from("Image, au choix", "Dessin SVG").await;

    let file = page.saved_file().await;
    assert_eq!(file.name, "sante-des-territoires-departement-38.svg");
    for part in ["<title>Isère</title>", "CLS, actif", "Sources", "?couches=cls", "Statuts au"] {
        assert!(file.text.contains(part), "{part}");
    }
    assert!(!file.text.contains("CPTS, active"), "the legend has no row of a hidden layer");
    for never in ["<filter", "<mask", "<pattern", "<style", "foreignObject", "@font-face"] {
        assert!(!file.text.contains(never), "{never}");
    }
    assert!(file.length < 1_500_000, "{} bytes", file.length);
}

#[tokio::test]
async fn an_image_in_pixels_is_made_on_a_telephone_too() {
    let page = at("territoire/epci-200046977/", Window::Phone).await;
    page.press_button("Liste").await;

    page.take_from("Image, au choix", "Image PNG").await;

    let file = page.saved_file().await;
    assert!(file.name.ends_with(".png"), "{}", file.name);
    assert_eq!(file.media, "image/png");
    assert!(file.length > 20_000, "{} bytes", file.length);
}
