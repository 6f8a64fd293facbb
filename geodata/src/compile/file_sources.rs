//! The sources that each served file is derived from.

use crate::inputs::Inputs;
use map::Layer;
use map::served::ServedFile;
use std::collections::{BTreeMap, BTreeSet};

/// The sources of contours, codes, populations and memberships.
const TERRITORIES: [&str; 3] = ["dgcl-epci-2026", "ign-admin-express-2018", "insee-cog-2026"];

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

fn of_file<'a>(name: &str, inputs: &'a Inputs) -> BTreeSet<&'a str> {
    let name = name.trim_start_matches("export/");
    let base = name.split_once('.').map_or(name, |(base, _)| base).trim_end_matches("-detail");
    let territories = TERRITORIES.into_iter().collect();
    let schemes = [Layer::Cls, Layer::Cpts, Layer::Projects].map(|layer| of_layer(layer, inputs));
    let of_schemes = || schemes.iter().flatten().copied();
    match base {
        "cls" => &schemes[0] | &territories,
        "cpts" => &schemes[1] | &territories,
        "projets" => &schemes[2] | &territories,
        coverage if coverage.starts_with("couverture") => of_schemes().chain(TERRITORIES).collect(),
        "degres" | "statuts" => of_schemes().collect(),
        "couches" => inputs.tables.documentation.iter().map(|one| one.source.as_str()).collect(),
        "communes" | "departements" | "epci" => territories,
        detail if detail.starts_with("detail/") => territories,
        // The facts and their tables quote most of the documents.
        _ => inputs.tables.sources.keys().map(String::as_str).collect(),
    }
}

fn of_layer(layer: Layer, inputs: &Inputs) -> BTreeSet<&str> {
    let schemes = inputs.tables.schemes.iter().filter(|scheme| scheme.layer == layer);
    let schemes = schemes.map(|scheme| scheme.source.as_str());
    let projects = inputs.tables.projects.iter().filter(|_| layer == Layer::Projects);
    schemes.chain(projects.map(|project| project.source.as_str())).collect()
}
