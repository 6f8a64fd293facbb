//! The « Données » page: every file with its sources, dates, licences and size.

use leptos::prelude::*;
use map::Records;
use map::served::{Manifest, ServedFile};
use map::text::{bytes, count, publisher_and_date, typographic};

/// With more sources than these, a row folds them away.
const SHOWN_SOURCES: usize = 4;

/// The list of the served files. `address` gives the address of one, from that in the manifest.
pub fn downloads(records: &Records, address: &dyn Fn(&str) -> String) -> impl IntoView + use<> {
    let manifest = &records.file.manifest;
    let (details, others): (Vec<_>, Vec<_>) = manifest
        .fichiers
        .iter()
        .filter(|(name, _)| !name.ends_with(".schema"))
        .partition(|(name, _)| name.starts_with("detail/"));
    let rows: Vec<_> =
        others.iter().map(|(name, file)| row(manifest, name, file, address)).collect();
    let details: Vec<_> = details
        .iter()
        .map(|(_, file)| {
            let department = file.contenu.rsplit(": ").next().unwrap_or_default().trim();
            let href = address(&file.url);
            view! { <li><a href=href download="">{typographic(department)}</a></li> }
        })
        .collect();
    view! {
        <p>
            "Tout ce que la carte montre se télécharge ici, sous Licence Ouverte\u{a0}2.0. Les fichiers GeoJSON (RFC\u{a0}7946, WGS84) s’ouvrent dans tout SIG\u{a0}; les CSV sont en UTF-8, séparés par des virgules. La liste complète, pour les programmes, est dans "
            <a href=address("manifest.json")>"manifest.json"</a>"."
        </p>
        <div class="table" tabindex="0" role="region" aria-label="Fichiers">
            <table>
                <thead>
                    <tr>
                        <th scope="col">"Contenu"</th>
                        <th scope="col">"Fichier"</th>
                        <th scope="col">"Taille"</th>
                        <th scope="col">"Sources, dates et licences"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <h3>"Détail par département (communes et EPCI, GeoJSON)"</h3>
        <ul class="details">{details}</ul>
    }
}

fn row(
    manifest: &Manifest,
    name: &str,
    file: &ServedFile,
    address: &dyn Fn(&str) -> String,
) -> impl IntoView + use<> {
    let schema = manifest.fichiers.get(&format!("{name}.schema"));
    let schema = schema.map(|schema| view! { " · " <a href=address(&schema.url)>"schéma"</a> });
    view! {
        <tr>
            <th scope="row">{typographic(&file.contenu)}</th>
            <td><a href=address(&file.url) download="">{format_name(&file.url)}</a>{schema}</td>
            <td class="size">{bytes(file.octets)}</td>
            <td>{source_list(manifest, file)}</td>
        </tr>
    }
}

/// The name of a file's format, from the end of its address.
fn format_name(url: &str) -> String {
    match url.rsplit('.').next().unwrap_or_default() {
        "geojson" => "GeoJSON".to_owned(),
        other => other.to_ascii_uppercase(),
    }
}

fn source_list(manifest: &Manifest, file: &ServedFile) -> AnyView {
    let items: Vec<_> = file
        .sources
        .iter()
        .filter_map(|id| manifest.sources.get_key_value(id))
        .map(|(id, source)| {
            let licence = source.licence.as_deref().unwrap_or("licence non précisée");
            let text = format!("{}, {licence}", publisher_and_date(source));
            view! { <li><a href=format!("#source-{id}")>{typographic(&text)}</a></li> }
        })
        .collect();
    if items.len() <= SHOWN_SOURCES {
        return view! { <ul>{items}</ul> }.into_any();
    }
    let title = count(items.len() as u32, "source", "sources");
    view! { <details><summary>{title}</summary><ul>{items}</ul></details> }.into_any()
}
