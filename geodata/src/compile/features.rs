//! GeoJSON features: those of schemes, and the making of any.

use super::output::without_empty_members;
use crate::inputs::Inputs;
use crate::tables::{Project, Scheme};
use crate::territories::Commune;
use crate::topology::{GridPoint, Polygon, is_inside};
use geojson::{Feature, Geometry, GeometryValue, JsonObject, Position};
use map::served::{CommuneName, NamedCommune, ProjectProperties, SchemeProperties};
use map::{CommuneCode, Layer, Status};
use serde::Serialize;

/// One feature per scheme of `layer` that has a perimeter to draw; `outline` gives that of atoms.
pub(super) fn of_layer(
    layer: Layer,
    inputs: &Inputs,
    outline: impl Fn(&[usize]) -> Vec<Polygon>,
) -> Vec<Feature> {
    if layer == Layer::Projects {
        let outline = |project: &Project| {
            let communes = inputs.territories.communes_of(&project.department);
            outline(&inputs.atoms.of_communes(communes).iter().collect::<Vec<usize>>())
        };
        let projects = inputs.tables.projects.iter().zip(projects(inputs));
        return projects.map(|(row, project)| feature(&project, &outline(row))).collect();
    }
    let outline = |scheme: &Scheme| outline(&scheme.perimeter.atoms.iter().collect::<Vec<usize>>());
    let rows = inputs.tables.schemes.iter().filter(|one| one.layer == layer && one.is_drawn());
    rows.map(|row| feature(&scheme_properties(row, inputs), &outline(row))).collect()
}

/// The properties of the schemes of `layer`, in the order of their table.
pub(super) fn schemes(layer: Layer, inputs: &Inputs) -> Vec<SchemeProperties> {
    let schemes = inputs.tables.schemes.iter().filter(|scheme| scheme.layer == layer);
    schemes.map(|scheme| scheme_properties(scheme, inputs)).collect()
}

/// The properties of the projects, in the order of their table.
pub(super) fn projects(inputs: &Inputs) -> Vec<ProjectProperties> {
    let projects = inputs.tables.projects.iter();
    projects.map(|project| project_properties(project, inputs)).collect()
}

fn scheme_properties(scheme: &Scheme, inputs: &Inputs) -> SchemeProperties {
    let communes = &inputs.territories.communes;
    let code = |&index: &usize| communes[index].code.clone();
    let named = |one: &Commune| CommuneName { code: one.code.clone(), nom: one.nom.clone() };
    let part = |code: &CommuneCode| communes.iter().find(|one| one.code == *code).map(named);
    // Those that its intercommunalities do not give.
    let is_beyond = |one: &&Commune| {
        one.epci.as_ref().is_none_or(|epci| !scheme.known_part.epci.contains(epci))
    };
    let known_communes = scheme.known_part.communes.iter().map(|&index| &communes[index]);
    let known = scheme.given_perimeter();
    let details = scheme.details.clone();
    SchemeProperties {
        debut: scheme.start.clone(),
        fin: scheme.end.clone(),
        communes: known.communes.iter().map(code).collect(),
        epci: known.epci.clone(),
        arrondissements: known.arrondissements.clone(),
        site: scheme.site.clone(),
        note: scheme.note.clone(),
        signature: details.signature,
        signature_entre: details.signed_between,
        signature_annoncee: details.announced,
        etat_du: details.seen,
        generation: details.generation,
        departements: details.departments,
        region: details.region,
        perimetre: details.known_by,
        en_partie: details.in_part.iter().filter_map(part).collect(),
        connues: known_communes.filter(is_beyond).map(named).collect(),
        population_annoncee: details.population,
        communes_annoncees: details.communes,
        page: details.page,
        editeur: details.publisher,
        lue: details.read,
        seconde_page: details.second_page,
        suite: details.successor,
        voir: details.see,
        finess: details.finess,
        siege: details.seat,
        deduit: details.deduced,
        reserve: details.reservation,
        axes: details.axes,
        ..SchemeProperties::named(&scheme.id, &scheme.name, scheme.status, &scheme.source)
    }
}

fn project_properties(project: &Project, inputs: &Inputs) -> ProjectProperties {
    ProjectProperties {
        id: project.id.clone(),
        nom: project.title.clone(),
        statut: Status::Labelled,
        portee: project.reach,
        departement: project.department.clone(),
        dispositif: project.scheme.clone(),
        theme: project.theme.clone(),
        porteur: project.holder.clone(),
        objectifs: project.objectives.clone(),
        lieux: project
            .communes
            .iter()
            .filter_map(|&commune| named_commune(commune, inputs))
            .collect(),
        source: project.source.clone(),
    }
}

/// A commune with its name, at a point inside its largest part.
pub(super) fn named_commune(index: usize, inputs: &Inputs) -> Option<NamedCommune> {
    let commune = &inputs.territories.communes[index];
    let outline = inputs.outline([index], 0.0);
    let point = point_inside(outline.first()?)?.lon_lat();
    let (nom, epci) = (commune.nom.clone(), commune.epci.clone());
    Some(NamedCommune { code: commune.code.clone(), nom, epci, lon_lat: [point.lon, point.lat] })
}

/// The middle of the longest chord through the polygon at the middle of its height.
fn point_inside(polygon: &Polygon) -> Option<GridPoint> {
    let ring = polygon.first()?;
    let (south, north) = ring.iter().fold((i32::MAX, i32::MIN), |(south, north), point| {
        (south.min(point.lat), north.max(point.lat))
    });
    let lat = i32::midpoint(south, north);
    let mut crossings: Vec<i32> = polygon
        .iter()
        .flat_map(|ring| ring.windows(2))
        .filter(|side| (side[0].lat > lat) != (side[1].lat > lat))
        .map(|side| {
            let share = f64::from(lat - side[0].lat) / f64::from(side[1].lat - side[0].lat);
            side[0].lon + (share * f64::from(side[1].lon - side[0].lon)).round() as i32
        })
        .collect();
    crossings.sort_unstable();
    let chord = crossings.chunks_exact(2).max_by_key(|chord| chord[1] - chord[0])?;
    let point = GridPoint::new(i32::midpoint(chord[0], chord[1]), lat);
    is_inside(ring, point).then_some(point)
}

/// A feature from any properties and the polygons of an outline.
pub(super) fn feature(properties: &impl Serialize, outline: &[Polygon]) -> Feature {
    // Our property types are structures of text, numbers and lists: they are always objects.
    let properties: Option<JsonObject> = match serde_json::to_value(properties) {
        Ok(value) => without_empty_members(value).as_object().cloned(),
        Err(_) => None,
    };
    let coordinates: Vec<Vec<Vec<Position>>> = outline.iter().map(positions).collect();
    let value = match <[_; 1]>::try_from(coordinates) {
        Ok([coordinates]) => GeometryValue::Polygon { coordinates },
        Err(coordinates) => GeometryValue::MultiPolygon { coordinates },
    };
    Feature { geometry: Some(Geometry::new(value)), properties, ..Feature::default() }
}

fn positions(polygon: &Polygon) -> Vec<Vec<Position>> {
    let position = |point: &GridPoint| {
        let lon_lat = point.lon_lat();
        Position::from([lon_lat.lon, lon_lat.lat])
    };
    polygon.iter().map(|ring| ring.iter().map(position).collect()).collect()
}
