//! The sources of what is in sight.

use map::text::{publisher_and_date, typographic};
use map::{MapStyle, Records, Scene, SchemeIndex, Subject, Viewport};

/// The publishers of what the map shows in a view, with their dates, each once: of the schemes in sight, of
/// the lists of regions in sight, of the contours.
pub fn image_sources(records: &Records, scene: &Scene, viewport: &Viewport) -> Vec<String> {
    let manifest = &records.file.manifest;
    let mut ids: Vec<&str> = Vec::new();
    let (model, style) = (&scene.atlas.model, &scene.style);
    let schemes = schemes_in_sight(scene, viewport).into_iter();
    ids.extend(schemes.filter_map(|scheme| Some(records.scheme_at(scheme)?.source.as_str())));
    let regions: Vec<&str> = super::legend::regions_in_sight(scene, viewport)
        .into_iter()
        .filter_map(|index| Some(model.regions.get(index as usize)?.code.as_str()))
        .collect();
    let lists = manifest.couches.iter().filter(|list| {
        style.layers.contains(&list.couche) && regions.contains(&list.region.as_str())
    });
    ids.extend(lists.map(|list| list.source.as_str()));
    let contours = manifest.fichiers.get("departements");
    ids.extend(contours.iter().flat_map(|file| &file.sources).map(String::as_str));
    let mut texts: Vec<String> = Vec::new();
    for source in ids.into_iter().filter_map(|id| manifest.sources.get(id)) {
        let text = typographic(&publisher_and_date(source));
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    texts
}

/// The schemes and projects that the map shows in a view.
fn schemes_in_sight(scene: &Scene, viewport: &Viewport) -> Vec<SchemeIndex> {
    let (model, seen) = (&scene.atlas.model, viewport.bounds());
    let style: &MapStyle = &scene.style;
    let is_seen = |cell: &u32| model.mesh.bounds_of(*cell).intersects(seen);
    let drawn = model.schemes.iter().filter(|one| style.shows(one.index.layer, one.status));
    let drawn = drawn.filter(|one| one.cells.iter().any(is_seen)).map(|one| one.index);
    let signs = model.signs.iter().filter(|sign| seen.contains(sign.at));
    let signs = signs.filter_map(|sign| match sign.subject {
        Subject::Scheme(scheme) if style.shows(scheme.layer, sign.status) => Some(scheme),
        _ => None,
    });
    drawn.chain(signs).collect()
}
