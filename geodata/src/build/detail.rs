//! `detail/<department>.geojson`: the communes and intercommunalities of one department, closely.

use super::Ground;
use super::features::feature;
use crate::territories::Department;
use crate::topology::Topology;
use geojson::Feature;
use map::{CommuneProperties, EpciPartProperties, EpciSiren};
use std::collections::{BTreeMap, HashMap, HashSet};

/// What a detail file leaves out, in metres.
pub const DETAIL_TOLERANCE_M: f32 = 200.0;

/// The communes of every department as a topology of its own, cut from that of the country.
pub(super) struct Details<'a> {
    ground: &'a Ground,
    /// Number of the face of each commune, by its place in the table.
    face_of: HashMap<usize, u32>,
}

impl<'a> Details<'a> {
    /// Prepares the cutting.
    pub(super) fn new(ground: &'a Ground) -> Self {
        let places = ground.territories.places();
        let faces = ground.contours.header.communes.iter().enumerate();
        let face_of = faces.map(|(face, code)| (places[code.as_str()], face as u32)).collect();
        Self { ground, face_of }
    }

    /// The face of a commune, by its place; none without a contour of its own.
    pub(super) fn face_of(&self, commune: usize) -> Option<u32> {
        self.face_of.get(&commune).copied()
    }

    /// The features of one department: its communes, then the parts of intercommunalities in it.
    pub(super) fn of(&self, department: &Department) -> Vec<Feature> {
        let communes: Vec<usize> = self.ground.territories.communes_of(&department.code).collect();
        let faces: HashSet<u32> =
            communes.iter().filter_map(|place| self.face_of.get(place).copied()).collect();
        let topology = self.cut(&faces);
        let mut features: Vec<Feature> =
            communes.iter().filter_map(|&place| self.commune(place, &topology)).collect();
        features.extend(self.epci(&communes, &topology));
        features
    }

    /// The arcs that touch a face: a dissolve then reads a hundredth of the country.
    pub(super) fn cut(&self, faces: &HashSet<u32>) -> Topology {
        let touches = |face: Option<u32>| face.is_some_and(|face| faces.contains(&face));
        let arcs = self.ground.contours.topology.arcs.iter();
        let near = arcs.filter(|arc| touches(arc.left) || touches(arc.right));
        Topology { arcs: near.cloned().collect() }
    }

    fn commune(&self, place: usize, topology: &Topology) -> Option<Feature> {
        let face = *self.face_of.get(&place)?;
        let commune = &self.ground.territories.communes[place];
        let properties = CommuneProperties {
            code: commune.code.clone(),
            nom: commune.nom.clone(),
            kind: "commune".to_owned(),
            epci: commune.epci.clone(),
            population: commune.population,
        };
        Some(feature(&properties, &topology.dissolve(|one| one == face, DETAIL_TOLERANCE_M)))
    }

    fn epci(&self, communes: &[usize], topology: &Topology) -> Vec<Feature> {
        let mut members: BTreeMap<_, HashSet<u32>> = BTreeMap::new();
        for place in communes {
            let epci = self.ground.territories.communes[*place].epci.as_ref();
            if let (Some(epci), Some(face)) = (epci, self.face_of.get(place)) {
                members.entry(epci).or_default().insert(*face);
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
