//! Files to take along: tables as CSV, and the map with its legend, sources and address as one picture.

use crate::assert_in_order;
use crate::fixture::{LYON, RHONE, communes, records};
use answers::{CaptionedMap, image_sources};
use map::export::{Colophon, CsvForm, Shown};
use map::served::{MapFile, WhiteZones};
use map::table::{Listed, RowFilter, Sort, Table};
use map::{
    Atlas, CommuneCode, Filter, Layer, MapImage, MapStyle, Model, Palette, Scene, Status, Subject,
    Viewport,
};
use std::sync::Arc;

fn style(layers: &[Layer], hidden: &[(Layer, Status)]) -> MapStyle {
    MapStyle {
        layers: layers.to_vec(),
        hidden: hidden.to_vec(),
        choropleth: None,
        palette: Palette::LIGHT,
    }
}

fn scene() -> Scene {
    let model = Model::new(MapFile::default()).unwrap();
    Scene::new(Atlas::new(Arc::new(model)), style(&Layer::ALL, &[]))
}

#[test]
fn a_list_is_taken_along_as_it_is_shown() {
    let mut records = records();
    records.communes.insert(0, communes());
    let table = Table::new(&records, &WhiteZones::default(), Some(RHONE), Listed::Communes);
    let filter = RowFilter { text: "lyon".to_owned(), ..RowFilter::default() };
    let shown = table.shown(Sort::default(), &filter);
    let rows = Shown::Rows { table: &table, shown: &shown };
    assert_eq!(
        rows.csv(&records, CsvForm::Plain),
        "code,nom,habitants,cls,cls_precision,cpts,cpts_precision,projets,projets_precision,\
         part_cls,part_cls_precision,part_cpts,part_cpts_precision,part_hors_des_deux,\
         part_hors_des_deux_precision\r\n\
         69123,Lyon,520000,1,exact,,non documenté,1,exact,0,exact,,non documenté,0,exact\r\n"
    );
    let spreadsheet = rows.csv(&records, CsvForm::Spreadsheet);
    assert_in_order(
        &spreadsheet,
        &[
            "\u{feff}Code;Nom;Habitants;CLS;CLS (précision)",
            "\"=\"\"69123\"\"\";Lyon;520000;1;exact;;non documenté",
        ],
    );
}

#[test]
fn an_answer_is_taken_along_with_the_schemes_that_are_shown() {
    let records = records();
    let csv = |style: &MapStyle| {
        let subject: Subject = LYON.into();
        Shown::Answer { subject: Some(&subject), style }.csv(&records, CsvForm::Plain)
    };
    let all = csv(&style(&Layer::ALL, &[]));
    assert_in_order(
        &all,
        &[
            "id,nom,type,statut,debut",
            "cls-lyon,CLS de Lyon,CLS,actif,2024,2029",
            "cls-pente",
            "\"Ville de Lyon, non daté\"",
            "\"ARS, non daté, relevé",
        ],
    );
    let active = csv(&style(&[Layer::Cls], &[(Layer::Cls, Status::InPreparation)]));
    assert!(active.contains("cls-lyon") && !active.contains("cls-pente"), "{active}");
    assert_eq!(active.lines().count(), 2, "a hidden layer is left out: {active}");
    assert!(Filter::default().shows(Layer::Cls, Status::Active));
}

#[test]
fn outlines_come_with_the_figures_of_their_rows() {
    let mut records = records();
    records.communes.insert(0, communes());
    let scene = scene();
    let table = Table::new(&records, &WhiteZones::default(), Some(RHONE), Listed::Communes);
    let shown = table.shown(Sort::default(), &RowFilter::default());
    let about = Colophon { title: "Rhône\u{a0}: communes".to_owned(), ..Colophon::default() };
    let rows = Shown::Rows { table: &table, shown: &shown };
    let text = rows.geojson(&records, None, &scene.atlas, &about);
    assert_in_order(
        &text,
        &[
            "\"FeatureCollection\"",
            "\"titre\":\"Rhône\u{a0}: communes\"",
            "\"id\":\"69029\",\"geometry\":null",
            "\"nom\":\"Bron\",\"habitants\":40000,\"cls\":1,\"cls_precision\":\"exact\"",
            "\"cpts\":null,\"cpts_precision\":\"non documenté\"",
        ],
    );
}

#[test]
fn what_is_not_loaded_is_not_said_to_be_undocumented() {
    let mut records = records();
    records.communes.insert(0, communes());
    let (scene, subject) = (scene(), Subject::Commune { within: RHONE, code: code("69029") });
    let shown = Shown::Answer { subject: Some(&subject), style: &style(&Layer::ALL, &[]) };
    let about = Colophon::default();
    let without = shown.geojson(&records, None, &scene.atlas, &about);
    assert!(without.contains("\"part_cls\"") && !without.contains("hors_des_deux"), "{without}");
    let with = shown.geojson(&records, Some(&WhiteZones::default()), &scene.atlas, &about);
    assert!(with.contains("\"part_hors_des_deux\""), "{with}");
}

fn code(code: &str) -> CommuneCode {
    CommuneCode::new(code).unwrap()
}

#[test]
fn the_picture_says_what_it_shows_from_where_and_of_which_day() {
    let records = records();
    let scene = scene();
    let view = Viewport::country((640.0, 480.0));
    let about = Colophon {
        title: "Métropole de Lyon & <ses> communes".to_owned(),
        day: "Statuts au 28 novembre 2026".to_owned(),
        sources: vec!["ARS, mars 2026".to_owned(), "Insee, 2026".to_owned()],
        address: "https://carte.exemple/territoire/epci-200046977/?couches=cls".to_owned(),
    };
    let map = MapImage { scene: &scene, viewport: &view, selection: None };
    let captioned = CaptionedMap { map, sentence: "8 CLS.", about: &about };
    let svg = captioned.svg();
    assert_in_order(
        &svg,
        &[
            "<svg xmlns=\"http://www.w3.org/2000/svg\"",
            "<title>Métropole de Lyon &amp; &lt;ses&gt; communes</title>",
            "Projets labellisés, leur nombre",
            "font-weight=\"700\"",
            "8 CLS.",
            "Sources\u{a0}: ARS, mars 2026\u{a0}; Insee, 2026.",
            "Statuts au 28 novembre 2026",
            "https://carte.exemple/territoire/epci-200046977/?couches=cls",
        ],
    );
    for never in ["<filter", "<mask", "<pattern", "<style", "foreignObject", "@font-face", "class="]
    {
        assert!(!svg.contains(never), "{never}");
    }
    assert!(image_sources(&records, &scene, &view).is_empty(), "nothing is in sight");
}
