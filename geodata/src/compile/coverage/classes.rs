//! The part of each territory that is in each class of each layer.

use crate::compile::degrees::known_atoms;
use crate::inputs::Inputs;
use map::served::{CoverageFile, TerritoryCoverage};
use map::{
    Amount, AtomSet, Class, CoverageByClass, DepartmentCode, KnownAtoms, Layer, Level, RegionCode,
    Status, TerritoryKey, coverage_by_class,
};
use std::collections::{BTreeMap, HashMap};

/// One territory, with the amount in each class.
pub(crate) struct TerritoryClasses {
    /// A region, a department, an intercommunality or a commune.
    pub(crate) level: Level,
    /// Its code.
    pub(crate) code: String,
    /// The whole territory.
    pub(crate) whole: Amount,
    /// By layer, the amount in each class; every atom is in one.
    pub(crate) classes: BTreeMap<Layer, CoverageByClass>,
    /// By scheme, the amount that lies in its perimeter.
    schemes: BTreeMap<String, Amount>,
}

/// A scheme's perimeter, or that of a project.
struct Perimeter {
    layer: Layer,
    status: Status,
    atoms: AtomSet,
    /// None for projects: their perimeter is their department, which is no news.
    id: Option<String>,
}

/// The coverage of every territory, by level, in code order.
pub(crate) fn of_territories(inputs: &Inputs) -> Vec<TerritoryClasses> {
    let perimeters = perimeters(inputs);
    let known: BTreeMap<Layer, KnownAtoms> =
        Layer::ALL.map(|layer| (layer, known_atoms(layer, inputs))).into();
    let territories = territories(inputs);
    territories
        .into_iter()
        .map(|Territory { level, code, communes }| {
            let atoms = inputs.atoms.of_communes(communes);
            let mut covered = TerritoryClasses {
                level,
                code,
                whole: Amount::of(&atoms, &inputs.atoms.list),
                classes: BTreeMap::new(),
                schemes: BTreeMap::new(),
            };
            measure(&mut covered, &atoms, &perimeters, &known, inputs);
            covered
        })
        .collect()
}

/// The served file: territories above communes of which anything is known, by territory key.
pub(crate) fn file(territories: &[TerritoryClasses]) -> CoverageFile {
    let above = territories.iter().filter(|one| one.level != Level::Commune);
    above.filter_map(|one| Some((one.territory_key(), one.known()?))).collect()
}

/// The same for communes; one of which nothing is known, not even that there is none, is left out.
pub(crate) fn communes_file(territories: &[TerritoryClasses]) -> CoverageFile {
    let has_answer = |one: &&TerritoryClasses| {
        let mut classes = one.classes.values().flat_map(CoverageByClass::keys);
        classes.any(|class| !matches!(class, Class::Undocumented | Class::NotKnown))
    };
    let communes = territories.iter().filter(|one| one.level == Level::Commune).filter(has_answer);
    communes.filter_map(|one| Some((one.territory_key(), one.known()?))).collect()
}

impl TerritoryClasses {
    fn territory_key(&self) -> TerritoryKey {
        TerritoryKey { level: self.level, code: self.code.clone() }
    }

    /// The classes of the layers of which something is known; none where nothing is.
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
    covered: &mut TerritoryClasses,
    territory: &AtomSet,
    perimeters: &[Perimeter],
    known: &BTreeMap<Layer, KnownAtoms>,
    inputs: &Inputs,
) {
    let touching: Vec<&Perimeter> =
        perimeters.iter().filter(|one| one.atoms.intersects(territory)).collect();
    for (&layer, known) in known {
        let of_layer = touching.iter().filter(|one| one.layer == layer);
        let of_layer: Vec<_> = of_layer.map(|one| (one.status, &one.atoms)).collect();
        // In most territories nothing is known, and all of them is undocumented.
        let is_known = known.listed.intersects(territory) || known.by_facts.intersects(territory);
        let classes = if of_layer.is_empty() && !is_known {
            [(Class::Undocumented, covered.whole)].into()
        } else {
            coverage_by_class(territory, &of_layer, known, &inputs.atoms.list)
        };
        covered.classes.insert(layer, classes);
    }
    for perimeter in touching {
        if let Some(id) = &perimeter.id {
            let part = perimeter.atoms.intersection(territory);
            covered.schemes.insert(id.clone(), Amount::of(&part, &inputs.atoms.list));
        }
    }
}

fn perimeters(inputs: &Inputs) -> Vec<Perimeter> {
    let schemes = inputs.tables.schemes.iter().map(|scheme| Perimeter {
        layer: scheme.layer,
        status: scheme.status,
        atoms: scheme.perimeter.atoms.clone(),
        id: Some(scheme.id.clone()),
    });
    let mut departments: Vec<&DepartmentCode> =
        inputs.tables.projects.iter().map(|project| &project.department).collect();
    departments.sort();
    departments.dedup();
    let projects = departments.into_iter().map(|department| Perimeter {
        layer: Layer::Projects,
        status: Status::Labelled,
        atoms: inputs.atoms.of_communes(inputs.territories.communes_of(department)),
        id: None,
    });
    schemes.chain(projects).collect()
}

/// A territory, with its communes by their indices in the table.
struct Territory {
    level: Level,
    code: String,
    communes: Vec<usize>,
}

/// Every territory, by level, in code order.
fn territories(inputs: &Inputs) -> Vec<Territory> {
    let region_of: HashMap<&DepartmentCode, &RegionCode> =
        inputs.territories.departements.iter().map(|one| (&one.code, &one.region)).collect();
    let mut groups: BTreeMap<(Level, &str), Vec<usize>> = BTreeMap::new();
    for (index, commune) in inputs.territories.communes.iter().enumerate() {
        let region = region_of.get(&commune.departement).map(|code| code.as_str());
        let codes = [
            (Level::Region, region),
            (Level::Department, Some(commune.departement.as_str())),
            (Level::Epci, commune.epci.as_ref().map(map::EpciSiren::as_str)),
            (Level::Commune, Some(commune.code.as_str())),
        ];
        for (level, code) in codes {
            if let Some(code) = code {
                groups.entry((level, code)).or_default().push(index);
            }
        }
    }
    let groups = groups.into_iter();
    groups
        .map(|((level, code), communes)| Territory { level, code: code.to_owned(), communes })
        .collect()
}
