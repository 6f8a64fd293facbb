use super::*;
use crate::data::model::tests::{arc, km, model};
use crate::draw::recorder::Recorder;
use crate::mesh::{PackedMesh, RawArc};
use crate::served::{CityFile, DetailFile};
use crate::{
    Atlas, DetailLevel, Layer, MapStyle, Padding, Palette, Scene, Territory, Viewport, draw,
};

/// The first department in detail: two communes, which the overview has as cells, and a border
/// with the second department that goes ten kilometres further west, then further east.
fn atlas() -> Atlas {
    let model = std::sync::Arc::new(model());
    let detail = first_department(&model);
    Atlas::new(model).with_details(&[std::sync::Arc::new(detail)])
}

fn first_department(model: &Model) -> Detail {
    let arcs = [
        arc(&[(600., 6550.), (650., 6550.), (650., 6500.)], Some(0), Some(1)),
        arc(&[(600., 6550.), (600., 6500.), (650., 6500.)], Some(1), None),
        arc(&[(650., 6500.), (700., 6500.)], Some(0), None),
        arc(
            &[(700., 6600.), (690., 6575.), (700., 6550.), (710., 6525.), (700., 6500.)],
            Some(2),
            Some(0),
        ),
        arc(&[(700., 6600.), (600., 6600.), (600., 6550.)], Some(0), None),
    ];
    let file = DetailFile {
        communes: 2,
        noms: vec!["Une".into(), "Deux".into()],
        prominence: vec![80, 90],
        code_deltas: vec![1, 1],
        cells: vec![0, 1, 2],
        mesh: PackedMesh::pack(3, 100, &arcs),
        city: String::new(),
    };
    Detail::decode(&postcard::to_allocvec(&file).unwrap(), 0, model).unwrap()
}

/// The first department at the city level, with the same lines; the second in detail, with a
/// straight border.
fn of_two_levels() -> Atlas {
    let model = std::sync::Arc::new(model());
    let first = first_department(&model);
    let raw = |arc: &Arc| RawArc {
        points: first.mesh.points(arc).to_vec(),
        left: arc.left,
        right: arc.right,
    };
    let arcs: Vec<RawArc> = first.mesh.arcs().iter().map(raw).collect();
    let city = CityFile { mesh: PackedMesh::pack(3, 100, &arcs) };
    let city = first.closer(&postcard::to_allocvec(&city).unwrap()).unwrap();
    let arcs = [
        arc(&[(700., 6500.), (800., 6500.), (800., 6600.), (700., 6600.)], Some(0), None),
        arc(&[(700., 6600.), (700., 6500.)], Some(0), Some(1)),
    ];
    let second = DetailFile {
        communes: 1,
        noms: vec!["Trois".into()],
        prominence: vec![70],
        code_deltas: vec![3],
        cells: vec![2, 0],
        mesh: PackedMesh::pack(2, 100, &arcs),
        ..DetailFile::default()
    };
    let bytes = postcard::to_allocvec(&second).unwrap();
    let second = Detail::decode(&bytes, 1, &model).unwrap();
    Atlas::new(model).with_details(&[second, city].map(std::sync::Arc::new))
}

#[test]
fn between_two_levels_of_detail_lies_a_sliver_of_the_coarser_side() {
    let atlas = of_two_levels();
    assert_eq!(atlas.slivers().iter().map(|sliver| sliver.cell).collect::<Vec<_>>(), [2]);
    let at = |x: f64, y: f64| atlas.at(km(x, y));
    assert_eq!(at(685.0, 6575.0), Some((0, Some("Une"))), "at the city level");
    assert_eq!(at(695.0, 6575.0), Some((2, None)), "beyond its line, and not in the other");
    assert_eq!(at(705.0, 6525.0), Some((0, Some("Une"))), "in both: the finer lies above");
    assert_eq!(at(715.0, 6550.0), Some((2, Some("Trois"))), "beyond");
}

#[test]
fn a_border_between_two_levels_is_drawn_and_outlined_once_by_the_finer() {
    let atlas = of_two_levels();
    let levels: Vec<_> = atlas.pieces().map(|it| it.detail.map(|one| one.level)).collect();
    assert_eq!(levels, [None, Some(DetailLevel::Department), Some(DetailLevel::City)]);
    let department = |piece: crate::Piece<'_>, face: Option<Face>| {
        face.map(|face| department_of(&atlas.model, piece.cell_of(face)))
    };
    let drawn = atlas.pieces().flat_map(|piece| {
        let arcs = piece.mesh.arcs().iter().filter(move |arc| piece.is_own_arc(arc));
        arcs.filter_map(move |arc| match [arc.left, arc.right].map(|it| department(piece, it)) {
            [Some(one), Some(other)] if one != other => Some(piece.mesh.points(arc).len()),
            _ => None,
        })
    });
    assert_eq!(drawn.collect::<Vec<_>>(), [5], "the line with five vertices");
    for territory in [Territory::Department(0), Territory::Department(1)] {
        let outline = atlas.outline(&territory.into());
        let vertices = outline.iter().flat_map(|(mesh, chains)| {
            let arcs = chains.iter().flat_map(|(arcs, _)| arcs);
            arcs.flat_map(|arc| mesh.points(&mesh.arcs()[arc.index()]))
        });
        let count = vertices.filter(|&&point| point == km(690.0, 6575.0)).count();
        assert_eq!(count, 1, "{territory:?}");
    }
}

#[test]
fn what_lies_between_the_two_lines_belongs_to_the_side_beyond() {
    let atlas = atlas();
    let cell = |x: f64, y: f64| atlas.at(km(x, y)).map(|(cell, _)| cell);
    assert_eq!(cell(685.0, 6575.0), Some(0), "in the detail");
    assert_eq!(cell(695.0, 6575.0), Some(2), "neither in the detail nor in the cell beyond");
    assert_eq!(cell(705.0, 6525.0), Some(0), "in both: the detail lies above");
    assert_eq!(cell(715.0, 6550.0), Some(2), "beyond");
    assert_eq!(cell(650.0, 6650.0), None, "the sea");
}

#[test]
fn what_lies_between_is_filled_as_the_side_beyond_before_everything_else() {
    let style = MapStyle {
        layers: vec![Layer::Cls],
        hidden: Vec::new(),
        choropleth: None,
        palette: Palette::LIGHT,
    };
    let scene = Scene::new(atlas(), style);
    let bounds = MapBounds::of([km(590.0, 6490.0), km(810.0, 6610.0)]);
    let view = Viewport::fit(bounds, (220.0, 120.0), Padding::even(0.0));
    let mut canvas = Recorder::default();
    draw(&scene, &view, &mut canvas);
    let undocumented = Palette::LIGHT.undocumented.css();
    let first = &canvas.calls[0];
    assert!(first.starts_with(&format!("fill {undocumented}")), "{first}");
    // The line of the overview, and back along that of the detail.
    for vertex in ["110,110", "110,10", "100,35", "120,85"] {
        assert!(first.contains(vertex), "no {vertex} in {first}");
    }
}

#[test]
fn there_is_no_sliver_where_both_sides_are_equally_close() {
    assert!(Atlas::new(std::sync::Arc::new(model())).slivers().is_empty());
    assert_eq!(atlas().slivers().len(), 1);
}
