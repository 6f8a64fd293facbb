//! The arrondissements of Paris, Lyon and Marseille: they tile their communes at every level of
//! detail, and perimeters given by arrondissement are drawn and found by arrondissement.

use crate::real_data::committed::{
    CELLS, INPUTS, bytes, doubled_area, features, manifest, sides, text,
};
use crate::scratch;
use geodata::compile::Cells;
use geodata::contours::Contours;
use geodata::inputs::{Folders, Inputs};
use geodata::territories::Arrondissement;
use geodata::topology::{GridPoint, Polygon};
use map::served::CoverageFile;
use map::{
    Class, CommuneProperties, Detail, Layer, Level, MapPoint, Model, Projection, TerritoryKey,
};
use std::collections::{BTreeSet, HashSet};

/// Every tolerance at which borders of arrondissements are served.
const TOLERANCES_M: [f32; 4] = [0.0, 200.0, 400.0, 1500.0];

/// The communes that have arrondissements.
const CUT: [&str; 3] = ["13055", "69123", "75056"];

fn parts_of(commune: &str) -> impl Iterator<Item = &'static Arrondissement> {
    let parts = INPUTS.territories.arrondissements.iter();
    parts.filter(move |part| part.commune.as_str() == commune)
}

fn index_of(commune: &str) -> usize {
    INPUTS.territories.communes.iter().position(|one| one.code.as_str() == commune).unwrap()
}

fn atom_of(part: &Arrondissement) -> usize {
    INPUTS.atoms.of_arrondissement(&part.code).unwrap()
}

fn outline(part: &Arrondissement, tolerance_m: f32) -> Vec<Polygon> {
    INPUTS.outline_of_atoms([atom_of(part)], tolerance_m)
}

/// The outline of a commune in its own file, without arrondissements.
fn whole(commune: &str, tolerance_m: f32) -> Vec<Polygon> {
    let contours = Contours::read(&scratch::crate_folder("contours")).unwrap();
    let is_it = |face: u32| contours.header.communes[face as usize].as_str() == commune;
    contours.topology.dissolve(is_it, tolerance_m)
}

#[test]
fn arrondissements_fill_their_commune_without_gap_or_overlap_at_every_tolerance() {
    for (commune, tolerance_m) in CUT.iter().flat_map(|one| TOLERANCES_M.map(|it| (one, it))) {
        let all = INPUTS.outline([index_of(commune)], tolerance_m);
        let rim: HashSet<_> = sides(&all).collect();
        let mut own = HashSet::new();
        for part in parts_of(commune) {
            let outline = outline(part, tolerance_m);
            assert!(!outline.is_empty(), "{}", part.nom);
            for side in sides(&outline) {
                assert!(own.insert(side), "{}: twice in one direction", part.nom);
            }
        }
        let alone = own.iter().filter(|&&(from, to)| !own.contains(&(to, from)));
        assert_eq!(alone.copied().collect::<HashSet<_>>(), rim, "{commune} at {tolerance_m} m");
        let sum: i64 = parts_of(commune).map(|one| doubled_area(&outline(one, tolerance_m))).sum();
        assert_eq!(sum, doubled_area(&all), "{commune} at {tolerance_m} m");
    }
}

#[test]
fn the_rim_is_that_of_the_commune_with_the_ends_of_inner_borders() {
    for commune in CUT {
        let points = |outline: &[Polygon]| -> BTreeSet<GridPoint> {
            outline.iter().flatten().flatten().copied().collect()
        };
        let own = points(&whole(commune, 0.0));
        let rim = points(&INPUTS.outline([index_of(commune)], 0.0));
        assert!(own.is_subset(&rim), "{commune} has lost a vertex");
        let ends: BTreeSet<GridPoint> = INPUTS
            .contours
            .topology
            .arcs
            .iter()
            .flat_map(|arc| [arc.points[0], arc.points[arc.points.len() - 1]])
            .collect();
        let added: Vec<_> = rim.difference(&own).collect();
        assert!(added.iter().all(|point| ends.contains(point)), "{commune}: {added:?}");
        println!(
            "{commune}: {} of {} vertices are ends of inner borders only",
            added.len(),
            rim.len()
        );
    }
}

#[test]
fn the_surfaces_of_arrondissements_make_that_of_their_commune() {
    for commune in CUT {
        let sum: f64 = parts_of(commune).filter_map(|part| part.surface_ha).sum();
        let whole = INPUTS.territories.communes[index_of(commune)].surface_ha.unwrap();
        assert!((sum - whole).abs() < 0.01, "{commune}: {sum} of {whole} ha");
        for part in parts_of(commune) {
            let drawn = crate::real_data::committed::area_ha(&outline(part, 0.0));
            let gap = (drawn / part.surface_ha.unwrap() - 1.0).abs();
            assert!(gap < 0.016, "{}: {drawn} ha of {:?}", part.nom, part.surface_ha);
        }
    }
}

#[test]
fn the_details_of_three_departments_have_arrondissements_beside_communes() {
    let mut names = Vec::new();
    for department in ["13", "69", "75"] {
        let served = features::<serde_json::Value>(&format!("detail/{department}"));
        let of_kind = |kind: &str| {
            let own = served.iter().filter(move |(one, _)| one["type"] == kind);
            own.map(|(one, _)| serde_json::from_value::<CommuneProperties>(one.clone()).unwrap())
                .collect::<Vec<_>>()
        };
        let codes: BTreeSet<_> = of_kind("commune").into_iter().map(|one| one.code).collect();
        for part in of_kind("arrondissement") {
            assert!(codes.contains(&part.commune.unwrap()), "{}", part.nom);
            assert!(part.population > Some(10_000) && part.epci.is_some());
            names.push(part.nom);
        }
    }
    assert_eq!(names.len(), 45);
    assert!(names.contains(&"Marseille 13e arrondissement".to_owned()));
}

/// A point of the map plane well inside an arrondissement.
fn point_in(part: &Arrondissement) -> MapPoint {
    let projection = Projection::of_department(part.commune.department());
    let outline = outline(part, 0.0);
    let ring = &outline[0][0];
    let lat = |of: fn(i32, i32) -> i32| ring.iter().map(|point| point.lat).reduce(of).unwrap();
    let middle = i32::midpoint(lat(i32::min), lat(i32::max));
    let mut crossings: Vec<i32> = ring
        .windows(2)
        .filter(|side| (side[0].lat > middle) != (side[1].lat > middle))
        .map(|side| {
            let share = f64::from(middle - side[0].lat) / f64::from(side[1].lat - side[0].lat);
            side[0].lon + (share * f64::from(side[1].lon - side[0].lon)) as i32
        })
        .collect();
    crossings.sort_unstable();
    let widest = crossings.chunks_exact(2).max_by_key(|pair| pair[1] - pair[0]).unwrap();
    let inside = GridPoint::new(i32::midpoint(widest[0], widest[1]), middle);
    projection.map_from_lon_lat(inside.lon_lat())
}

#[test]
fn a_point_of_an_arrondissement_is_in_the_schemes_whose_rows_name_it_and_in_no_other() {
    let model = Model::decode(&bytes("carte")).unwrap();
    let rows: Vec<_> = [Layer::Cls, Layer::Cpts]
        .into_iter()
        .flat_map(|layer| INPUTS.tables.schemes.iter().filter(move |one| one.layer == layer))
        .filter(|one| one.is_drawn())
        .collect();
    assert_eq!(model.schemes.len(), rows.len());
    for part in &INPUTS.territories.arrondissements {
        let department = part.commune.department();
        let index = model.departments.iter().position(|one| one.code.as_str() == department);
        let index = index.unwrap();
        let detail = Detail::decode(&bytes(&format!("carte/{department}")), index, &model).unwrap();
        let face = detail.commune_at(point_in(part)).unwrap();
        assert_eq!(detail.names[face as usize], part.display_name());
        let cell = detail.cell_of(face);
        let found: Vec<&str> = (model.schemes.iter().zip(&rows))
            .filter(|(scheme, _)| scheme.cells.contains(&cell))
            .map(|(_, row)| row.id.as_str())
            .collect();
        let expected: Vec<&str> = (rows.iter())
            .filter(|row| row.perimeter.atoms.contains(atom_of(part)))
            .map(|row| row.id.as_str())
            .collect();
        assert_eq!(found, expected, "{}", part.nom);
    }
}

#[test]
fn the_thirteenth_arrondissement_of_marseille_is_where_its_table_says() {
    let part = parts_of("13055").find(|part| part.code.as_str() == "13213").unwrap();
    let schemes = INPUTS.tables.schemes.iter().filter(|one| one.layer == Layer::Cpts);
    let around: Vec<&str> = schemes
        .filter(|one| one.perimeter.atoms.contains(atom_of(part)))
        .map(|one| one.id.as_str())
        .collect();
    assert_eq!(around, ["cpts-itineraire-sante"], "Actes Santé is 14e, 15e and 16e");
    let coverage: CoverageFile = serde_json::from_str(&text("couverture-communes")).unwrap();
    let key: TerritoryKey = "arrondissement-13213".parse().unwrap();
    let schemes = coverage[&key].dispositifs.keys();
    assert_eq!(schemes.collect::<Vec<_>>(), ["cls-de-marseille", "cpts-itineraire-sante"]);
    let classes = &coverage[&key].couches[&Layer::Cpts];
    let inside: u32 = classes.values().map(|amount| amount.population).sum();
    assert_eq!((inside, classes.len()), (95_112, 1));
    assert!(!classes.contains_key(&Class::None));
    let keys = coverage.keys().filter(|key| key.level == Level::Arrondissement);
    assert_eq!(keys.count(), 45, "something is known in each of the three regions");
}

#[test]
fn perimeters_in_lyon_and_paris_are_cut_by_arrondissement_too() {
    let sources = scratch::empty_folder("arrondissements").join("sources");
    std::fs::create_dir_all(&sources).unwrap();
    for path in scratch::entries(&scratch::crate_folder("sources")) {
        std::fs::copy(&path, sources.join(path.file_name().unwrap())).unwrap();
    }
    let table = sources.join("cpts.csv");
    let columns = csv::Reader::from_path(&table).unwrap().headers().unwrap().clone();
    let mut text = std::fs::read_to_string(&table).unwrap();
    let perimeters = [("essai-1", "69383 69386"), ("essai-2", "69389"), ("essai-3", "75113")];
    for (name, parts) in perimeters {
        let cells = columns.iter().map(|column| match column {
            "id" => format!("cpts-{name}"),
            "nom" => format!("CPTS {name}"),
            "statut" => "actif".to_owned(),
            "arrondissements" => parts.to_owned(),
            "source" => "insee-cog-2026".to_owned(),
            _ => String::new(),
        });
        text += &(cells.collect::<Vec<_>>().join(",") + "\n");
    }
    std::fs::write(&table, text).unwrap();
    let contours = scratch::crate_folder("contours");
    let inputs = Inputs::read(&Folders { contours, sources, day: None }).unwrap();
    let cells = Cells::new(&inputs);
    for (name, parts) in perimeters {
        let id = format!("cpts-{name}");
        let scheme = inputs.tables.schemes.iter().find(|one| one.id == id).unwrap();
        let own: BTreeSet<u32> =
            scheme.perimeter.atoms.iter().filter_map(|atom| cells.of_atom(atom)).collect();
        let inside = (0..inputs.atoms.list.len())
            .filter(|&atom| cells.of_atom(atom).is_some_and(|cell| own.contains(&cell)));
        assert_eq!(inside.count(), parts.split(' ').count(), "{name}: nothing else");
        let served = cells.overview_of_atoms(scheme.perimeter.atoms.iter());
        assert!(!served.is_empty(), "{name}");
    }
    // No border of the overview has moved elsewhere: a department is what it is without them.
    let department =
        |cells: &Cells| {
            doubled_area(&cells.overview_of(
                inputs.territories.communes_of(&map::DepartmentCode::new("33").unwrap()),
            ))
        };
    assert_eq!(department(&cells), department(&CELLS));
}

#[test]
fn files_with_these_outlines_say_whose_they_are_and_others_do_not() {
    const SOURCE: &str = "osm-arrondissements-2018";
    let manifest = manifest();
    let is_named = |name: &str| manifest.fichiers[name].sources.iter().any(|id| id == SOURCE);
    for name in
        ["cpts", "export/cpts.geojson", "export/cpts-detail.topojson", "detail/13", "detail/75"]
    {
        assert!(is_named(name) && text(name).contains("OpenStreetMap"), "{name}");
    }
    for name in ["carte", "carte/13", "carte/69", "carte/75-ville", "export/couverture"] {
        assert!(is_named(name), "{name}");
    }
    for name in ["departements", "epci", "export/epci-detail.geojson", "detail/01"] {
        assert!(!is_named(name) && !text(name).contains("OpenStreetMap"), "{name}");
    }
    for name in ["carte/01", "carte/01-ville", "communes", "export/cpts"] {
        assert!(!is_named(name), "{name}");
    }
    assert_eq!(manifest.sources[SOURCE].licence.as_deref(), Some("ODbL 1.0"));
    assert!(text("export/catalogue").contains("opendatacommons.org/licenses/odbl"));
}
