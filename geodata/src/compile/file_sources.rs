//! The sources that each served file is derived from.

use crate::inputs::Inputs;
use map::Layer;
use map::served::ServedFile;
use std::collections::{BTreeMap, BTreeSet};

/// The sources of contours, codes, populations and memberships.
const TERRITORIES: [&str; 3] = ["dgcl-epci-2026", "ign-admin-express-2018", "insee-cog-2026"];

/// The source of the outlines and surfaces of municipal arrondissements.
const ARRONDISSEMENTS: &str = "osm-arrondissements-2018";

/// The attribution that their licence asks for.
const ATTRIBUTION: &str = "© les contributeurs d’OpenStreetMap, ODbL 1.0";

/// The files with their sources filled in. A source that the table does not have is left out.
pub(super) fn with_sources(
    files: BTreeMap<String, ServedFile>,
    inputs: &Inputs,
) -> BTreeMap<String, ServedFile> {
    let with = |(name, file): (String, ServedFile)| {
        let known = |id: &&str| inputs.tables.sources.contains_key(*id);
        let sources = of_file(&name, inputs);
        let sources = sources.into_iter().filter(known).map(ToOwned::to_owned).collect();
        (name, ServedFile { sources, ..file })
    };
    files.into_iter().map(with).collect()
}

/// The attribution inside a file, for those who have nothing but the file: it holds outlines of
/// arrondissements.
pub(super) fn attribution(name: &str, inputs: &Inputs) -> Option<&'static str> {
    let is_known = inputs.tables.sources.contains_key(ARRONDISSEMENTS);
    (is_known && of_file(name, inputs).contains(ARRONDISSEMENTS)).then_some(ATTRIBUTION)
}

fn of_file<'a>(name: &str, inputs: &'a Inputs) -> BTreeSet<&'a str> {
    let has_outlines = !name.starts_with("export/") || name.ends_with("json");
    let name = name.trim_start_matches("export/");
    let base = name.split_once('.').map_or(name, |(base, _)| base);
    let base = base.trim_end_matches("-detail").trim_end_matches("-ville");
    let territories = TERRITORIES.into_iter().collect();
    let schemes = [Layer::Cls, Layer::Cpts, Layer::Projects].map(|layer| {
        let cut = Some(ARRONDISSEMENTS).filter(|_| has_outlines && is_cut(layer, inputs));
        of_layer(layer, inputs).chain(cut).collect::<BTreeSet<&str>>()
    });
    let of_schemes = || schemes.iter().flatten().copied();
    let folder = |folder: &str| base.strip_prefix(folder);
    match base {
        "cls" => &schemes[0] | &territories,
        "cpts" => &schemes[1] | &territories,
        "projets" => &schemes[2] | &territories,
        "classes" | "parts" => of_schemes().chain(TERRITORIES).chain([ARRONDISSEMENTS]).collect(),
        coverage if coverage.starts_with("couverture") => {
            let is_of_other_departments = folder("couverture/communes-")
                .is_some_and(|department| !has_arrondissements(department, inputs));
            let parts = Some(ARRONDISSEMENTS).filter(|_| !is_of_other_departments);
            of_schemes().chain(TERRITORIES).chain(parts).collect()
        }
        "degres" | "statuts" => of_schemes().collect(),
        "couches" => inputs.tables.documentation.iter().map(|one| one.source.as_str()).collect(),
        "communes" | "departements" | "epci" => territories,
        _ if let Some(department) =
            folder("detail/").or(folder("carte/")).or(folder("fiches/")) =>
        {
            let is_cut = has_arrondissements(department, inputs);
            territories.into_iter().chain(is_cut.then_some(ARRONDISSEMENTS)).collect()
        }
        // The facts and their tables quote most of the documents.
        _ => inputs.tables.sources.keys().map(String::as_str).collect(),
    }
}

fn of_layer(layer: Layer, inputs: &Inputs) -> impl Iterator<Item = &str> {
    let schemes = inputs.tables.schemes.iter().filter(move |scheme| scheme.layer == layer);
    let schemes = schemes.map(|scheme| scheme.source.as_str());
    let projects = inputs.tables.projects.iter().filter(move |_| layer == Layer::Projects);
    schemes.chain(projects.map(|project| project.source.as_str()))
}

/// Whether a perimeter of a layer is given by arrondissements.
fn is_cut(layer: Layer, inputs: &Inputs) -> bool {
    let mut schemes = inputs.tables.schemes.iter().filter(|scheme| scheme.layer == layer);
    schemes.any(|scheme| !scheme.perimeter.arrondissements.is_empty())
}

/// Whether a commune of a department has municipal arrondissements.
fn has_arrondissements(department: &str, inputs: &Inputs) -> bool {
    let mut parts = inputs.territories.arrondissements.iter();
    parts.any(|one| one.code.department() == department)
}
