use super::*;
use crate::canvas::recorder::Recorder;
use crate::model::{Schemes, Territories};
use crate::served::{
    Documentation, Manifest, ProjectProperties, Reach, SchemeProperties, TerritoryProperties,
};
use crate::shapes::tests::square;
use crate::{CommuneCode, DepartmentCode, RegionCode, Viewport, draw};

/// Two departments of 100 km side by side, the first in a documented region; each is one
/// intercommunality.
fn model() -> Model {
    let territory = |code: &str, region_code: &str| TerritoryProperties {
        code: code.into(),
        nom: format!("Territoire {code}"),
        kind: "departement".into(),
        departements: vec![DepartmentCode::new(code).unwrap()],
        region: region(region_code),
        communes: 1,
        population: 100,
        surface_ha: 1,
    };
    let mut departments = Territories::default();
    for (code, region_code, west) in [("01", "84", 600e3), ("39", "27", 700e3)] {
        departments.properties.push(territory(code, region_code));
        departments.shapes.push([square(west, 6_500e3, 100e3)]);
    }
    let scheme = |id: &str, statut| SchemeProperties {
        id: id.into(),
        nom: id.into(),
        statut,
        debut: None,
        fin: None,
        communes: vec![CommuneCode::new("01004").unwrap()],
        epci: Vec::new(),
        arrondissements: Vec::new(),
        site: None,
        note: None,
        source: "liste".into(),
    };
    let schemes = |properties: Vec<SchemeProperties>| {
        let mut shapes = Shapes::default();
        properties.iter().for_each(|_| shapes.push([square(600e3, 6_500e3, 50e3)]));
        Schemes { properties, shapes }
    };
    let cls = schemes(vec![scheme("a", Status::Active), scheme("b", Status::InPreparation)]);
    let cpts = schemes(vec![scheme("c", Status::Unknown), scheme("d", Status::Unknown)]);
    let epci = departments.clone();
    Model::new(manifest(), [departments, epci], [cls, cpts], vec![project()], Default::default())
}

fn region(code: &str) -> RegionCode {
    RegionCode::new(code).unwrap()
}

fn manifest() -> Manifest {
    Manifest {
        cog: String::new(),
        date: String::new(),
        fichiers: [].into(),
        regions: [].into(),
        couches: Layer::ALL
            .map(|couche| Documentation {
                couche,
                region: region("84"),
                source: "liste".into(),
                note: None,
            })
            .to_vec(),
        sources: [].into(),
    }
}

fn project() -> ProjectProperties {
    ProjectProperties {
        id: "p".into(),
        nom: "Projet".into(),
        statut: Status::Labelled,
        portee: Reach::Departmental,
        departement: DepartmentCode::new("01").unwrap(),
        dispositif: "d".into(),
        theme: None,
        porteur: None,
        objectifs: None,
        lieux: Vec::new(),
        source: "liste".into(),
    }
}

fn look(layers: &[Layer]) -> Look {
    Look { layers: layers.to_vec(), selection: None, hover: None, palette: Palette::LIGHT }
}

fn drawn(model: &Model, look: &Look) -> Vec<String> {
    let mut canvas = Recorder::default();
    let bounds = MapBounds::new(MapPoint::new(590e3, 6_490e3), MapPoint::new(810e3, 6_610e3));
    let view = Viewport::fit(bounds, (220.0, 120.0), crate::Padding::even(0.0));
    draw(&Scene::new(model, look), &view, &mut canvas);
    canvas.calls
}

fn place(calls: &[String], start: &str) -> usize {
    calls
        .iter()
        .position(|call| call.starts_with(start))
        .unwrap_or_else(|| panic!("no {start} in {calls:#?}"))
}

#[test]
fn areas_come_before_lines_and_lines_before_symbols() {
    let palette = Palette::LIGHT;
    let calls = drawn(&model(), &look(&Layer::ALL));
    let order = [
        place(&calls, &format!("fill {} Some(SparseHatch)", palette.undocumented.color.css())),
        place(&calls, &format!("fill {} None", palette.documented.css())),
        place(
            &calls,
            &format!("fill {} Some(Hatch)", palette.cls(Status::InPreparation).color.css()),
        ),
        place(&calls, &format!("fill {} None", palette.cls(Status::Active).color.css())),
        place(&calls, &format!("stroke {}", palette.epci_border.css())),
        place(&calls, &format!("inside {}", palette.cpts_band.css())),
        place(&calls, &format!("stroke {}", palette.cpts.css())),
        place(&calls, &format!("stroke {}", palette.region_border.css())),
        place(&calls, &format!("fill {} None", palette.project.css())),
    ];
    assert!(order.is_sorted(), "{order:?} {calls:#?}");
}

#[test]
fn a_shared_border_is_stroked_once_and_one_perimeter_has_one_band() {
    let calls = drawn(&model(), &look(&Layer::ALL));
    // The border between the two departments runs from (110, 10) to (110, 110) on screen.
    let region = &calls[place(&calls, &format!("stroke {}", Palette::LIGHT.region_border.css()))];
    let uprights =
        region.matches("110,10 L110,110").count() + region.matches("110,110 L110,10").count();
    assert_eq!(uprights, 1, "{region}");
    let bands = calls.iter().filter(|call| call.starts_with("inside")).count();
    assert_eq!(bands, 1, "two CPTS with the same communes");
}

#[test]
fn the_selection_is_outlined_after_every_border() {
    let look = Look { selection: Some(Territory::Department(0)), ..look(&[Layer::Cls]) };
    let calls = drawn(&model(), &look);
    let halo = place(&calls, &format!("stroke {} 9", Palette::LIGHT.halo.css()));
    let dark = place(&calls, &format!("stroke {} 5.5", Palette::LIGHT.selection.css()));
    let region = place(&calls, &format!("stroke {}", Palette::LIGHT.region_border.css()));
    assert!(region < halo && halo < dark);
}

#[test]
fn a_hidden_layer_leaves_no_trace_and_its_ground_becomes_undocumented() {
    let calls = drawn(&model(), &look(&[]));
    let cls = Palette::LIGHT.cls(Status::Active).color.css();
    assert!(!calls.iter().any(|call| call.contains(&cls)));
    let ground = &calls[place(&calls, "fill")];
    assert!(ground.contains("SparseHatch") && ground.matches('M').count() == 2, "{ground}");
}

#[test]
fn zero_projects_is_a_hollow_disc_with_its_zero() {
    let mut model = model();
    model.projects.clear();
    let model = Model::new(
        model.manifest,
        [model.departments, model.epci],
        [model.cls, model.cpts],
        model.projects,
        (model.coverage, model.facts),
    );
    let calls = drawn(&model, &look(&[Layer::Projects]));
    assert!(calls.iter().any(|call| call.starts_with("text 0 ")), "{calls:#?}");
    assert!(
        !calls
            .iter()
            .any(|call| call.starts_with(&format!("fill {} None", Palette::LIGHT.project.css())))
    );
}

#[test]
fn what_is_out_of_sight_is_not_drawn() {
    let mut canvas = Recorder::default();
    let far = MapBounds::new(MapPoint::new(1_100e3, 7_000e3), MapPoint::new(1_200e3, 7_100e3));
    let view = Viewport::fit(far, (100.0, 100.0), crate::Padding::even(0.0));
    let model = model();
    draw(&Scene::new(&model, &look(&Layer::ALL)), &view, &mut canvas);
    let with_path = canvas.calls.iter().filter(|call| call.contains(" M"));
    assert_eq!(with_path.count(), 2, "only the scale bar and its halo: {:#?}", canvas.calls);
}

#[test]
fn a_region_that_only_some_visible_layers_document_is_not_shown_as_empty() {
    let mut model = model();
    model.manifest.couches.retain(|one| one.couche == Layer::Cls);
    let fills = |layers: &[Layer]| -> Vec<Fill> {
        let scene = Scene::new(&model, &look(layers));
        let areas = scene.items.iter().filter_map(|item| match item {
            Item::Areas(shapes, _, fill) if std::ptr::eq(*shapes, &model.departments.shapes) => {
                Some(*fill)
            }
            _ => None,
        });
        areas.collect()
    };
    let palette = Palette::LIGHT;
    let plain = Fill { color: palette.documented, pattern: None };
    assert_eq!(fills(&[Layer::Cls]), [palette.undocumented, plain]);
    assert_eq!(
        fills(&[Layer::Cls, Layer::Cpts]),
        [palette.undocumented, palette.partly_documented]
    );
}

#[test]
fn overseas_the_scale_bar_measures_the_ground_of_its_own_frame() {
    let model = model();
    let mut canvas = Recorder::default();
    let reunion = crate::Frame::LaReunion.box_bounds().unwrap();
    let view = Viewport::fit(reunion, (1000.0, 1000.0), crate::Padding::even(0.0));
    draw(&Scene::new(&model, &look(&[])), &view, &mut canvas);
    let bar = canvas.calls.iter().rev().find(|call| call.starts_with("stroke")).unwrap();
    let xs: Vec<f64> = bar
        .split(['M', 'L'])
        .skip(1)
        .map(|point| point.split(',').next().unwrap().trim().parse().unwrap())
        .collect();
    let length = xs.iter().copied().fold(f64::MIN, f64::max) - xs[0];
    let ground_m = length * view.resolution / 1.5;
    assert!((ground_m / 10_000.0 - 1.0).abs() < 0.02, "{ground_m} {bar}");
    assert!(canvas.calls.iter().any(|call| call.starts_with("text 10\u{a0}km")));
}
