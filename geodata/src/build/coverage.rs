//! The coverage of every region, department, intercommunality and commune.

use super::Ground;
use map::served::CoverageFile;
use map::served::TerritoryCoverage;
use map::{Amount, AtomSet, Class, CoverageByClass, Layer, TerritoryKey, coverage_by_class};
use map::{DepartmentCode, RegionCode, Status};
use std::collections::{BTreeMap, HashMap};

/// The coverage of one territory, with what identifies it.
pub(super) struct Covered {
    /// `region`, `departement`, `epci` or `commune`.
    pub(super) level: &'static str,
    /// Its code.
    pub(super) code: String,
    /// All of it.
    pub(super) whole: Amount,
    /// By layer, what is known and what is not: every atom is in one class.
    pub(super) classes: BTreeMap<Layer, CoverageByClass>,
    /// By scheme, how much of it lies in the perimeter.
    schemes: BTreeMap<String, Amount>,
}

/// A scheme's perimeter, or that of a project.
struct Perimeter {
    layer: Layer,
    status: Status,
    atoms: AtomSet,
    /// None for projects: their perimeter is their department, which says nothing.
    id: Option<String>,
}

/// The coverage of every territory, by level, in code order.
pub(super) fn of_territories(ground: &Ground) -> Vec<Covered> {
    let perimeters = perimeters(ground);
    let documented: BTreeMap<Layer, AtomSet> =
        Layer::ALL.map(|layer| (layer, documented(layer, ground))).into();
    let territories = territories(ground);
    territories
        .into_iter()
        .map(|(level, code, communes)| {
            let atoms = ground.atoms.of_communes(communes);
            let mut covered = Covered {
                level,
                code,
                whole: Amount::of(&atoms, &ground.atoms.list),
                classes: BTreeMap::new(),
                schemes: BTreeMap::new(),
            };
            measure(&mut covered, &atoms, &perimeters, &documented, ground);
            covered
        })
        .collect()
}

/// The served file: territories above communes of which anything is known, by key.
pub(super) fn file(territories: &[Covered]) -> CoverageFile {
    let above = territories.iter().filter(|one| one.level != "commune");
    above.filter_map(|one| Some((one.key()?, one.known()?))).collect()
}

/// The same for communes.
pub(super) fn communes_file(territories: &[Covered]) -> CoverageFile {
    let communes = territories.iter().filter(|one| one.level == "commune");
    communes.filter_map(|one| Some((one.key()?, one.known()?))).collect()
}

impl Covered {
    fn key(&self) -> Option<TerritoryKey> {
        format!("{}-{}", self.level, self.code).parse().ok()
    }

    /// What is known; none where nothing is. Layers of which nothing is known are left out.
    fn known(&self) -> Option<TerritoryCoverage> {
        let is_known =
            |classes: &&CoverageByClass| classes.keys().any(|&class| class != Class::Undocumented);
        let of_schemes = self.classes.iter().filter(|&(&layer, _)| layer != Layer::Projects);
        let known = of_schemes.filter(|(_, classes)| is_known(classes));
        let couches: BTreeMap<_, _> = known.map(|(&layer, one)| (layer, one.clone())).collect();
        let dispositifs = self.schemes.clone();
        (!couches.is_empty()).then_some(TerritoryCoverage { couches, dispositifs })
    }
}

fn measure(
    covered: &mut Covered,
    territory: &AtomSet,
    perimeters: &[Perimeter],
    documented: &BTreeMap<Layer, AtomSet>,
    ground: &Ground,
) {
    let touching: Vec<&Perimeter> =
        perimeters.iter().filter(|one| one.atoms.intersects(territory)).collect();
    for (&layer, documented) in documented {
        let of_layer = touching.iter().filter(|one| one.layer == layer);
        let of_layer: Vec<_> = of_layer.map(|one| (one.status, &one.atoms)).collect();
        // In most territories nothing is known, and all of them is undocumented.
        let classes = if of_layer.is_empty() && !documented.intersects(territory) {
            [(Class::Undocumented, covered.whole)].into()
        } else {
            coverage_by_class(territory, &of_layer, documented, &ground.atoms.list)
        };
        covered.classes.insert(layer, classes);
    }
    for perimeter in touching {
        if let Some(id) = &perimeter.id {
            let part = perimeter.atoms.intersection(territory);
            covered.schemes.insert(id.clone(), Amount::of(&part, &ground.atoms.list));
        }
    }
}

fn perimeters(ground: &Ground) -> Vec<Perimeter> {
    let schemes = ground.tables.schemes.iter().map(|scheme| Perimeter {
        layer: scheme.layer,
        status: scheme.status,
        atoms: scheme.perimeter.atoms.clone(),
        id: Some(scheme.id.clone()),
    });
    let mut departments: Vec<&DepartmentCode> =
        ground.tables.projects.iter().map(|project| &project.department).collect();
    departments.sort();
    departments.dedup();
    let projects = departments.into_iter().map(|department| Perimeter {
        layer: Layer::Projects,
        status: Status::Labelled,
        atoms: ground.atoms.of_communes(ground.territories.communes_of(department)),
        id: None,
    });
    schemes.chain(projects).collect()
}

/// Level, code and communes of every territory.
fn territories(ground: &Ground) -> Vec<(&'static str, String, Vec<usize>)> {
    let region_of: HashMap<&DepartmentCode, &RegionCode> =
        ground.territories.departements.iter().map(|one| (&one.code, &one.region)).collect();
    let mut groups: BTreeMap<(usize, &str), Vec<usize>> = BTreeMap::new();
    for (place, commune) in ground.territories.communes.iter().enumerate() {
        let region = region_of.get(&commune.departement).map(|code| code.as_str());
        let codes = [
            region,
            Some(commune.departement.as_str()),
            commune.epci.as_ref().map(map::EpciSiren::as_str),
            Some(commune.code.as_str()),
        ];
        for (level, code) in codes.into_iter().enumerate() {
            if let Some(code) = code {
                groups.entry((level, code)).or_default().push(place);
            }
        }
    }
    const LEVELS: [&str; 4] = ["region", "departement", "epci", "commune"];
    groups
        .into_iter()
        .map(|((level, code), communes)| (LEVELS[level], code.to_owned(), communes))
        .collect()
}

/// The atoms of the regions for which the layer has a list.
fn documented(layer: Layer, ground: &Ground) -> AtomSet {
    let is_documented = |region: &RegionCode| {
        let mut lists = ground.tables.documentation.iter();
        lists.any(|one| one.couche == layer && one.region == *region)
    };
    let departments = ground.territories.departements.iter();
    let inside = departments.filter(|department| is_documented(&department.region));
    let communes = inside.flat_map(|department| ground.territories.communes_of(&department.code));
    ground.atoms.of_communes(communes)
}
