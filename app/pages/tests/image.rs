//! The picture that is taken along, drawn by another program than a browser: with its map and its texts.

#![expect(clippy::unwrap_used, reason = "a panic is how a test fails, in its helpers too")]

use answers::CaptionedMap;
use map::export::Colophon;
use map::mesh::{PackedMesh, RawArc};
use map::served::{DepartmentRow, EpciColumns, MapFile, RegionRow, SchemeRow, delta_encode};
use map::{
    Atlas, DepartmentCode, Layer, MapImage, MapPoint, MapStyle, Model, Padding, Palette,
    RegionCode, Scene, Status, Territory, Viewport,
};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Node, Options, Tree, fontdb};
use std::sync::Arc;

/// A square of 100 km, a department, all of it in a CLS in preparation.
fn model() -> Model {
    let corners = [(600., 6_500.), (700., 6_500.), (700., 6_600.), (600., 6_600.), (600., 6_500.)];
    let points = corners.map(|(x, y)| MapPoint::new(x * 1e3, y * 1e3)).to_vec();
    let arc = RawArc { points, left: Some(0), right: None };
    Model::new(MapFile {
        regions: vec![RegionRow { code: RegionCode::new("84").unwrap(), nom: "Région".into() }],
        departments: vec![DepartmentRow {
            code: DepartmentCode::new("01").unwrap(),
            nom: "Ain".into(),
            region: 0,
            prefecture: None,
        }],
        epci: EpciColumns {
            code_deltas: delta_encode([200_000_001]),
            noms: vec!["CC du Plateau".into()],
            departments: vec![0],
        },
        cell_departments: vec![0],
        cell_epci: vec![1],
        schemes: vec![SchemeRow {
            layer: Layer::Cls,
            status: Status::InPreparation,
            skipped: 0,
            cell_deltas: delta_encode([0]),
        }],
        details: vec!["01.bin".into()],
        mesh: PackedMesh::pack(1, 100, &[arc]),
        ..MapFile::default()
    })
    .unwrap()
}

fn svg() -> String {
    let atlas = Atlas::new(Arc::new(model()));
    let bounds = atlas.model.bounds(Territory::Region(0));
    let style = MapStyle {
        layers: Layer::ALL.to_vec(),
        hidden: Vec::new(),
        choropleth: None,
        palette: Palette::LIGHT,
    };
    let view = Viewport::fit(bounds, (600.0, 400.0), Padding::even(20.0));
    let mut scene = Scene::new(atlas, style);
    scene.write_names(view.resolution, |text, size| text.len() as f64 * size * 0.5);
    let own = Territory::Department(0).into();
    let map = MapImage { scene: &scene, viewport: &view, selection: Some(&own) };
    let about = Colophon {
        title: "Ain".to_owned(),
        day: "Statuts au 28 novembre 2026".to_owned(),
        sources: vec!["ARS Auvergne-Rhône-Alpes, mars 2026".to_owned()],
        address: "https://carte.exemple/territoire/departement-01/".to_owned(),
    };
    let sentence = "Un CLS en préparation.";
    CaptionedMap { map, sentence, about: &about }.svg()
}

fn tree(svg: &str) -> Tree {
    let mut fonts = fontdb::Database::new();
    fonts.load_font_data(include_bytes!("../font/inter-regular.ttf").to_vec());
    fonts.load_font_data(include_bytes!("../font/inter-bold.ttf").to_vec());
    Tree::from_str(svg, &Options { fontdb: Arc::new(fonts), ..Options::default() }).unwrap()
}

/// The texts that are drawn, with letters of the font, below a node.
fn texts(group: &resvg::usvg::Group, all: &mut Vec<String>) {
    for node in group.children() {
        match node {
            Node::Group(group) => texts(group, all),
            Node::Text(text) if text.bounding_box().width() > 0.0 => {
                all.extend(text.chunks().iter().map(|chunk| chunk.text().to_owned()));
            }
            _ => {}
        }
    }
}

#[test]
fn every_text_of_the_picture_is_drawn_in_letters() {
    let svg = svg();
    let mut drawn = Vec::new();
    texts(tree(&svg).root(), &mut drawn);
    for expected in [
        "Ain",
        "Un CLS en préparation.",
        "CLS, en préparation",
        "Source\u{a0}: ARS Auvergne-Rhône-Alpes, mars 2026.",
        "Santé des territoires. Statuts au 28 novembre 2026.",
        "https://carte.exemple/territoire/departement-01/",
    ] {
        assert!(drawn.iter().any(|text| text == expected), "{expected} in {drawn:#?}");
    }
    assert_eq!(drawn.len(), svg.matches("<text").count(), "none is left out");
}

#[test]
fn the_map_and_its_texture_are_drawn_within_their_frame() {
    let tree = tree(&svg());
    // Large enough for thin lines to have pixels of their own.
    let scale = 3.0;
    let size = tree.size().to_int_size().scale_by(scale).unwrap();
    let mut canvas = Pixmap::new(size.width(), size.height()).unwrap();
    canvas.fill(Color::WHITE);
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut canvas.as_mut());
    let pixels = canvas.pixels();
    let is_near = |at: usize, color: map::Color| {
        let [red, green, blue, _] = color.0.to_be_bytes();
        let own = [pixels[at].red(), pixels[at].green(), pixels[at].blue()];
        own.into_iter().zip([red, green, blue]).all(|(one, other)| one.abs_diff(other) < 20)
    };
    let fill = Palette::LIGHT.scheme(Layer::Cls, Status::InPreparation);
    let (_, ink) = fill.patterns.into_iter().flatten().next().unwrap();
    let count = |color| (0..pixels.len()).filter(|at| is_near(*at, color)).count();
    assert!(count(fill.color) > 360_000, "the area: {}", count(fill.color));
    assert!(count(ink) > 36_000, "its texture: {}", count(ink));
    let right_edge = (0..size.height()).map(|row| (row + 1) * size.width() - 4);
    assert!(right_edge.into_iter().all(|at| pixels[at as usize].red() == 255), "paper at the edge");
}
