//! `detail/<department>.geojson`: the communes, arrondissements and intercommunalities of one
//! department, in detail.

use super::features::feature;
use crate::inputs::Inputs;
use crate::territories::{Arrondissement, Department};
use crate::topology::Topology;
use geojson::Feature;
use map::{CommuneProperties, EpciPartProperties, EpciSiren, Level};
use std::collections::{BTreeMap, HashSet};

/// The tolerance of a detail file, in metres.
pub const DETAIL_TOLERANCE_M: f32 = 200.0;

/// The same, as files say it.
pub(super) const DETAIL_PRECISION_M: u32 = DETAIL_TOLERANCE_M as u32;

/// The communes of every department as a topology of its own, cut from that of the country.
pub(super) struct Details<'a> {
    inputs: &'a Inputs,
    /// The arcs that touch a department, by its code: a dissolve then reads a hundredth of the
    /// country.
    topologies: BTreeMap<&'a str, Topology>,
}

impl<'a> Details<'a> {
    /// Cuts the topology of the country into those of its departments.
    pub(super) fn new(inputs: &'a Inputs) -> Self {
        let communes = &inputs.territories.communes;
        let department_of = |face: u32| communes[inputs.commune_of_face(face)].departement.as_str();
        let departments = inputs.territories.departements.iter();
        let mut topologies: BTreeMap<&str, Topology> =
            departments.map(|one| (one.code.as_str(), Topology { arcs: Vec::new() })).collect();
        for arc in &inputs.contours.topology.arcs {
            let department = |side: Option<u32>| side.map(department_of);
            let (left, right) = (department(arc.left), department(arc.right));
            for department in [left, right.filter(|_| right != left)].into_iter().flatten() {
                if let Some(own) = topologies.get_mut(department) {
                    own.arcs.push(arc.clone());
                }
            }
        }
        Self { inputs, topologies }
    }

    /// The arcs that touch a department.
    pub(super) fn topology(&self, department: &Department) -> &Topology {
        &self.topologies[department.code.as_str()]
    }

    /// The features of one department: its communes, their arrondissements, then the parts of
    /// intercommunalities in it.
    pub(super) fn of(&self, department: &Department) -> Vec<Feature> {
        let communes: Vec<usize> = self.inputs.territories.communes_of(&department.code).collect();
        let topology = self.topology(department);
        let mut features: Vec<Feature> =
            communes.iter().filter_map(|&index| self.commune(index, topology)).collect();
        let parts = self.inputs.territories.arrondissements.iter();
        let parts = parts.filter(|part| part.commune.department() == department.code.as_str());
        features.extend(parts.filter_map(|part| self.arrondissement(part, topology)));
        features.extend(self.epci(&communes, topology));
        features
    }

    fn commune(&self, index: usize, topology: &Topology) -> Option<Feature> {
        let faces: HashSet<u32> = self.inputs.faces_of(index).collect();
        let commune = &self.inputs.territories.communes[index];
        let properties = CommuneProperties {
            code: commune.code.clone(),
            nom: commune.nom.clone(),
            kind: "commune".to_owned(),
            commune: None,
            epci: commune.epci.clone(),
            population: commune.population,
        };
        let outline = || topology.dissolve(|face| faces.contains(&face), DETAIL_TOLERANCE_M);
        (!faces.is_empty()).then(|| feature(&properties, &outline()))
    }

    fn arrondissement(&self, part: &Arrondissement, topology: &Topology) -> Option<Feature> {
        let atom = self.inputs.atoms.of_arrondissement(&part.code)?;
        let face = self.inputs.face_of_atom(atom)?;
        let commune = &self.inputs.territories.communes[self.inputs.atoms.list[atom].commune];
        let properties = CommuneProperties {
            code: part.code.clone(),
            nom: part.display_name(),
            kind: Level::Arrondissement.code().to_owned(),
            commune: Some(part.commune.clone()),
            epci: commune.epci.clone(),
            population: part.population,
        };
        Some(feature(&properties, &topology.dissolve(|one| one == face, DETAIL_TOLERANCE_M)))
    }

    fn epci(&self, communes: &[usize], topology: &Topology) -> Vec<Feature> {
        let mut members: BTreeMap<_, HashSet<u32>> = BTreeMap::new();
        for index in communes {
            let epci = self.inputs.territories.communes[*index].epci.as_ref();
            if let Some(epci) = epci {
                members.entry(epci).or_default().extend(self.inputs.faces_of(*index));
            }
        }
        let outline = |faces: &HashSet<u32>| {
            topology.dissolve(|face| faces.contains(&face), DETAIL_TOLERANCE_M)
        };
        let part = |(epci, faces): (&EpciSiren, &HashSet<u32>)| {
            let properties = EpciPartProperties { code: epci.clone(), kind: "epci".to_owned() };
            feature(&properties, &outline(faces))
        };
        members.into_iter().map(|(epci, faces)| part((epci, &faces))).collect()
    }
}
