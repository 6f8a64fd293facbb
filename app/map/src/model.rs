//! What the page knows: the served files, decoded, with what drawing and answering need.

use crate::served::{
    CoverageFile, Documentation, Facts, Manifest, ProjectProperties, Reach, SchemeProperties,
    TerritoryProperties,
};
use crate::{
    Amount, CommuneCode, CoverageByClass, DepartmentCode, Layer, Lines, MapBounds, MapPoint,
    Shapes, Status, borders,
};
use std::collections::HashMap;

/// A territory that can be selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Territory {
    /// The department of that place in the file.
    Department(usize),
    /// The intercommunality of that place in the file.
    Epci(usize),
}

/// Territories of one level with their shapes.
#[derive(Clone, Debug, Default)]
pub struct Territories {
    /// What each one is.
    pub properties: Vec<TerritoryProperties>,
    /// Where each one is.
    pub shapes: Shapes,
}

/// Schemes of one layer with their shapes.
#[derive(Clone, Debug, Default)]
pub struct Schemes {
    /// What each one is.
    pub properties: Vec<SchemeProperties>,
    /// Where each one is.
    pub shapes: Shapes,
}

/// The kinds of border, from the finest to the strongest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Border {
    /// Between two intercommunalities.
    Epci,
    /// Between two departments.
    Department,
    /// Between two regions, and the edge of the country.
    Region,
}

/// The served files, decoded. Fields are what the files say, in file order.
#[derive(Clone, Debug)]
pub struct Model {
    /// The manifest.
    pub manifest: Manifest,
    /// The departments.
    pub departments: Territories,
    /// The intercommunalities.
    pub epci: Territories,
    /// The CLS.
    pub cls: Schemes,
    /// The CPTS.
    pub cpts: Schemes,
    /// The labelled projects.
    pub projects: Vec<ProjectProperties>,
    /// Coverage by territory.
    pub coverage: CoverageFile,
    /// Published figures, places, and what further sources say.
    pub facts: Facts,
    borders: HashMap<Border, Lines>,
    perimeters: HashMap<Status, Lines>,
    symbols: Vec<Symbol>,
}

/// A symbol of the layer of projects.
#[derive(Clone, Debug, PartialEq)]
pub struct Symbol {
    /// What it stands for.
    pub kind: SymbolKind,
    /// Where it stands.
    pub at: MapPoint,
}

/// What a symbol of the layer of projects stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SymbolKind {
    /// So many departmental projects, for the department of that place in the file.
    Department(usize, usize),
    /// So many regional projects.
    Region(usize),
    /// A commune that a project names.
    Place,
}

/// How much of a territory a scheme covers.
#[derive(Clone, Copy, Debug)]
pub struct Covering<'a> {
    /// The scheme.
    pub scheme: &'a SchemeProperties,
    /// The part of the territory inside its perimeter.
    pub amount: Amount,
}

impl Model {
    /// Puts the decoded files together: draws borders once, places the symbols of projects.
    pub fn new(
        manifest: Manifest,
        [departments, epci]: [Territories; 2],
        [cls, cpts]: [Schemes; 2],
        projects: Vec<ProjectProperties>,
        (coverage, facts): (CoverageFile, Facts),
    ) -> Self {
        let mut lines = borders(&epci.shapes, |_, _| Border::Epci);
        lines.extend(borders(&departments.shapes, |one, beyond| {
            let region = |place: usize| &departments.properties[place].region;
            let is_inner = beyond.is_some_and(|other| region(one) == region(other));
            if is_inner { Border::Department } else { Border::Region }
        }));
        // Where a CPTS stops and another one starts, the better known of the two shows.
        let status = |place: usize| cpts.properties[place].statut;
        let perimeters = borders(&cpts.shapes, |one, beyond| {
            beyond.map_or(status(one), |other| status(one).min(status(other)))
        });
        let mut model = Self {
            manifest,
            departments,
            epci,
            cls,
            cpts,
            projects,
            coverage,
            facts,
            borders: lines,
            perimeters,
            symbols: Vec::new(),
        };
        model.symbols = crate::symbols::symbols(&model);
        model
    }

    /// The lines of one kind of border, each once.
    pub fn borders(&self, kind: Border) -> Option<&Lines> {
        self.borders.get(&kind)
    }

    /// The perimeters of CPTS of one status, each line once.
    pub fn perimeters(&self, status: Status) -> Option<&Lines> {
        self.perimeters.get(&status)
    }

    /// The symbols of the layer of projects.
    pub fn symbols(&self) -> &[Symbol] {
        &self.symbols
    }

    /// What a territory is.
    pub fn properties(&self, territory: Territory) -> &TerritoryProperties {
        match territory {
            Territory::Department(place) => &self.departments.properties[place],
            Territory::Epci(place) => &self.epci.properties[place],
        }
    }

    /// The shapes that hold a territory, and its place in them.
    pub fn shape(&self, territory: Territory) -> (&Shapes, usize) {
        match territory {
            Territory::Department(place) => (&self.departments.shapes, place),
            Territory::Epci(place) => (&self.epci.shapes, place),
        }
    }

    /// The rectangle around a territory.
    pub fn bounds(&self, territory: Territory) -> MapBounds {
        let (shapes, place) = self.shape(territory);
        shapes.bounds(place)
    }

    /// The name of the region with that code, or the code itself.
    pub fn region_name<'a>(&'a self, code: &'a crate::RegionCode) -> &'a str {
        self.manifest.regions.get(code).map_or(code.as_str(), String::as_str)
    }

    /// The department with that code.
    pub fn department(&self, code: &DepartmentCode) -> Option<usize> {
        self.departments.properties.iter().position(|one| one.code == code.as_str())
    }

    /// The list that documents `layer` for the region of `territory`, if there is one.
    pub fn documentation(&self, layer: Layer, territory: Territory) -> Option<&Documentation> {
        let region = &self.properties(territory).region;
        self.manifest.couches.iter().find(|one| one.couche == layer && one.region == *region)
    }

    /// What is known of `territory` for `layer`, by class; none when nothing is.
    pub fn coverage(&self, layer: Layer, territory: Territory) -> Option<&CoverageByClass> {
        self.coverage.get(&self.key(territory))?.couches.get(&layer)
    }

    /// The schemes of `layer` that touch `territory`, those that cover most of it first.
    pub fn covering(&self, layer: Layer, territory: Territory) -> Vec<Covering<'_>> {
        let schemes = match layer {
            Layer::Cls => &self.cls.properties,
            Layer::Cpts => &self.cpts.properties,
            Layer::Projects => return Vec::new(),
        };
        let Some(coverage) = self.coverage.get(&self.key(territory)) else {
            return Vec::new();
        };
        let amount = |scheme: &SchemeProperties| coverage.dispositifs.get(&scheme.id).copied();
        let mut covering: Vec<Covering> = schemes
            .iter()
            .filter_map(|scheme| Some(Covering { scheme, amount: amount(scheme)? }))
            .collect();
        covering.sort_by_key(|one| std::cmp::Reverse(one.amount.population));
        covering
    }

    /// The projects of the departments of `territory`: those that name one of its communes first,
    /// then the departmental ones, then the regional ones.
    pub fn projects_of(&self, territory: Territory) -> Vec<&ProjectProperties> {
        let properties = self.properties(territory);
        let touches =
            |project: &&ProjectProperties| properties.departements.contains(&project.departement);
        let is_near = |project: &ProjectProperties| {
            project.lieux.iter().any(|place| {
                place.epci.as_ref().is_some_and(|epci| epci.as_str() == properties.code)
            })
        };
        let mut projects: Vec<&ProjectProperties> = self.projects.iter().filter(touches).collect();
        projects.sort_by_key(|project| (project.portee == Reach::Regional, !is_near(project)));
        projects
    }

    /// The key of a territory in files and addresses: `dep-69`, `epci-200046977`.
    pub fn key(&self, territory: Territory) -> String {
        let level = match territory {
            Territory::Department(_) => "dep",
            Territory::Epci(_) => "epci",
        };
        format!("{level}-{}", self.properties(territory).code)
    }

    /// The territory with that key.
    pub fn territory(&self, key: &str) -> Option<Territory> {
        let (level, code) = key.split_once('-')?;
        let place = |territories: &Territories| {
            territories.properties.iter().position(|one| one.code == code)
        };
        match level {
            "dep" => place(&self.departments).map(Territory::Department),
            "epci" => place(&self.epci).map(Territory::Epci),
            _ => None,
        }
    }

    /// The smallest territory under a map point: its intercommunality, or else its department.
    pub fn at(&self, point: MapPoint) -> Option<Territory> {
        let epci = self.epci.shapes.at(point).map(Territory::Epci);
        epci.or_else(|| self.departments.shapes.at(point).map(Territory::Department))
    }
}

impl CommuneCode {
    /// The department that the code belongs to.
    pub fn department(&self) -> &str {
        let length = if self.as_str().starts_with("97") { 3 } else { 2 };
        &self.as_str()[..length]
    }
}
