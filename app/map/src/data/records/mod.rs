//! The records: facts on territories and schemes, from `fiches.bin`.

mod membership;
mod presence;
mod subjects;

pub use membership::{CoveredPart, Membership};
pub use presence::Presence;

use super::error::DataError;
use crate::lean::sorted_by_key;
use crate::served::{
    CommuneRow, CommunesFile, Documentation, PackedRecords, ProjectProperties, Reach, RecordsFile,
    RecordsRest, SchemeProperties, TerritoryProperties,
};
use crate::{
    Amount, CommuneCode, CoverageByClass, Degree, DepartmentCode, Layer, Level, RegionCode,
    Subject, Territory, TerritoryKey,
};
use std::collections::BTreeMap;

/// `fiches.bin`, decoded: the facts of the answers, as [`crate::Model`] has the shapes of the map.
#[derive(Clone, Debug)]
pub struct Records {
    /// The file.
    pub file: RecordsFile,
    /// The communes of the departments at hand, by the index of the department.
    pub communes: BTreeMap<usize, Vec<CommuneRow>>,
}

/// A scheme with the part of a territory that it covers.
#[derive(Clone, Copy, Debug)]
pub struct Covering<'a> {
    /// The scheme.
    pub scheme: &'a SchemeProperties,
    /// The part of the territory inside its perimeter.
    pub amount: Amount,
}

impl Records {
    /// Decodes `fiches.bin`.
    ///
    /// # Errors
    /// [`DataError::Format`] when the bytes are of another version, or damaged.
    pub fn decode(bytes: &[u8]) -> Result<Self, DataError> {
        let packed: PackedRecords = postcard::from_bytes(bytes).map_err(|_| DataError::Format)?;
        let file = packed.unpack();
        Ok(Self { file, communes: BTreeMap::new() })
    }

    /// Adds the rest of the records, `fiches-suite.bin`.
    ///
    /// # Errors
    /// [`DataError::Format`] when the bytes are of another version, or damaged.
    pub fn add_rest(&mut self, bytes: &[u8]) -> Result<(), DataError> {
        let rest: RecordsRest = postcard::from_bytes(bytes).map_err(|_| DataError::Format)?;
        rest.put_into(&mut self.file);
        Ok(())
    }

    /// Adds the communes of the department of that index, `fiches/<department>.bin`.
    ///
    /// # Errors
    /// [`DataError`] when the bytes are damaged, or there is no such department.
    pub fn add_communes(&mut self, department: usize, bytes: &[u8]) -> Result<(), DataError> {
        let file: CommunesFile = postcard::from_bytes(bytes).map_err(|_| DataError::Format)?;
        let properties = self.file.departments.get(department).ok_or(DataError::Reference)?;
        let code = DepartmentCode::new(&properties.code).map_err(|_| DataError::Reference)?;
        self.communes.insert(department, file.rows(&code));
        Ok(())
    }

    /// The departments whose communes the answer for a subject names and that are not at hand.
    pub fn missing_communes(&self, subject: &Subject) -> Vec<usize> {
        let departments = self.file.departments.iter();
        let with = |code: &str| departments.clone().position(|one| one.code == code);
        let wanted: Vec<usize> = match subject {
            Subject::Commune { code, .. } => with(code.department()).into_iter().collect(),
            Subject::Territory(territory @ Territory::Epci(_)) => {
                let codes = self.properties(*territory).departements.iter();
                codes.filter_map(|code| with(code.as_str())).collect()
            }
            _ => Vec::new(),
        };
        wanted.into_iter().filter(|one| !self.communes.contains_key(one)).collect()
    }

    /// A commune or an arrondissement; none while its department is not at hand.
    pub fn commune(&self, code: &CommuneCode) -> Option<&CommuneRow> {
        self.communes.values().flatten().find(|row| row.code == *code)
    }

    /// The properties of a territory.
    pub fn properties(&self, territory: Territory) -> &TerritoryProperties {
        match territory {
            Territory::Region(index) => &self.file.regions[index],
            Territory::Department(index) => &self.file.departments[index],
            Territory::Epci(index) => &self.file.epci[index],
        }
    }

    /// The territory with that key; none for a level that has no records.
    pub fn territory(&self, key: &TerritoryKey) -> Option<Territory> {
        let (of, all): (fn(usize) -> Territory, _) = match key.level {
            Level::Region => (Territory::Region, &self.file.regions),
            Level::Department => (Territory::Department, &self.file.departments),
            Level::Epci => (Territory::Epci, &self.file.epci),
            _ => return None,
        };
        all.iter().position(|one| one.code == key.code).map(of)
    }

    /// The name of the region with that code, or the code itself.
    pub fn region_name<'a>(&'a self, code: &'a RegionCode) -> &'a str {
        self.file.manifest.regions.get(code).map_or(code.as_str(), String::as_str)
    }

    /// The list that documents `layer` for the region of `territory`, if there is one.
    pub fn documentation(&self, layer: Layer, territory: Territory) -> Option<&Documentation> {
        self.file.documentation_of(layer, &self.properties(territory).region)
    }

    /// The coverage of `territory` for `layer`, by class; none when nothing is known.
    pub fn coverage(&self, layer: Layer, territory: Territory) -> Option<&CoverageByClass> {
        self.file.coverage.get(&self.key(territory))?.couches.get(&layer)
    }

    /// The schemes of `layer` that touch `territory`, those that cover most of it first.
    pub fn covering(&self, layer: Layer, territory: Territory) -> Vec<Covering<'_>> {
        let schemes = self.schemes(layer);
        let Some(coverage) = self.file.coverage.get(&self.key(territory)) else {
            return Vec::new();
        };
        let amount = |scheme: &SchemeProperties| coverage.dispositifs.get(&scheme.id).copied();
        let covering: Vec<Covering> = schemes
            .iter()
            .filter_map(|scheme| Some(Covering { scheme, amount: amount(scheme)? }))
            .collect();
        sorted_by_key(&covering, |one| (u32::MAX - one.amount.population).into())
    }

    /// The degree to which `layer` is known in the region of `territory`; none where nothing is known.
    pub fn degree(&self, layer: Layer, territory: Territory) -> Option<Degree> {
        let region = &self.properties(territory).region;
        let mut degrees = self.file.manifest.degres.iter();
        let known = degrees.find(|one| one.couche == layer && one.region == *region);
        let listed = self.documentation(layer, territory).map(|_| Degree::List);
        known.map(|one| one.degre).or(listed)
    }

    /// The schemes of `layer`, in the order of their table; none for projects.
    pub fn schemes(&self, layer: Layer) -> &[SchemeProperties] {
        match layer {
            Layer::Cls => &self.file.cls,
            Layer::Cpts => &self.file.cpts,
            Layer::Projects => &[],
        }
    }

    /// The scheme of that identifier.
    pub fn scheme(&self, id: &str) -> Option<&SchemeProperties> {
        self.file.cls.iter().chain(&self.file.cpts).find(|one| one.id == id)
    }

    /// The schemes of `layer` in the departments of `territory`, or in its region where they say no
    /// department, whose whole perimeter is not known: they are in no share.
    pub fn without_perimeter(&self, layer: Layer, territory: Territory) -> Vec<&SchemeProperties> {
        let properties = self.properties(territory);
        let is_here = |scheme: &&SchemeProperties| {
            let own = &scheme.departements;
            let is_in_region = scheme.region.as_deref() == Some(properties.region.as_str());
            !scheme.has_perimeter()
                && (own.iter().any(|code| properties.departements.contains(code))
                    || own.is_empty() && is_in_region)
        };
        self.schemes(layer).iter().filter(is_here).collect()
    }

    /// The projects of the departments of `territory`: those that name one of its communes first,
    /// then the departmental ones, then the regional ones.
    pub fn projects_of(&self, territory: Territory) -> Vec<&ProjectProperties> {
        let properties = self.properties(territory);
        let touches =
            |project: &&ProjectProperties| properties.departements.contains(&project.departement);
        let is_near = |project: &ProjectProperties| {
            project.lieux.iter().any(|commune| {
                commune.epci.as_ref().is_some_and(|epci| epci.as_str() == properties.code)
            })
        };
        let projects: Vec<&ProjectProperties> = self.file.projects.iter().filter(touches).collect();
        sorted_by_key(&projects, |project| match project.portee {
            _ if is_near(project) => 0,
            Reach::Departmental => 1,
            Reach::Regional => 2,
        })
    }

    /// The key of a territory in files and addresses.
    pub fn key(&self, territory: Territory) -> TerritoryKey {
        TerritoryKey { level: territory.level(), code: self.properties(territory).code.clone() }
    }
}

#[cfg(test)]
pub(crate) mod tests;
