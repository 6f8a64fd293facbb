//! The « Données » page: every file with its sources, dates, licences and size.

use crate::load;
use leptos::prelude::*;
use map::Records;
use map::served::{Manifest, ServedFile};
use map::text::{bytes, publisher_and_date, typographic};

/// What the page lists.
pub(crate) fn downloads(records: &Records) -> impl IntoView + use<> {
    let manifest = &records.file.manifest;
    let files = manifest.fichiers.iter();
    let (details, others): (Vec<_>, Vec<_>) = files
        .filter(|(name, _)| !name.ends_with(".schema"))
        .partition(|(name, _)| name.starts_with("detail/"));
    let rows: Vec<_> = others.iter().map(|(name, file)| row(manifest, name, file)).collect();
    let details: Vec<_> = details
        .iter()
        .map(|(_, file)| {
            let name = file.contenu.split(": ").last().unwrap_or_default().trim().to_owned();
            view! { <li><a href=address(&file.url) download="">{typographic(&name)}</a></li> }
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

/// The absolute address of a served file: the page's own address changes with every choice.
fn address(url: &str) -> String {
    format!("{}/{url}", load::folder())
}

fn row(manifest: &Manifest, name: &str, file: &ServedFile) -> impl IntoView + use<> {
    let format = file.url.rsplit('.').next().unwrap_or_default().to_owned();
    let format = match format.as_str() {
        "geojson" => "GeoJSON".to_owned(),
        other => other.to_uppercase(),
    };
    let schema = manifest.fichiers.get(&format!("{name}.schema"));
    let schema = schema.map(|schema| {
        view! { " · " <a href=address(&schema.url)>"schéma"</a> }
    });
    let sources: Vec<_> =
        file.sources.iter().filter_map(|id| manifest.sources.get_key_value(id)).collect();
    let count = sources.len();
    let sources: Vec<_> = sources
        .into_iter()
        .map(|(id, source)| {
            let licence = source.licence.as_deref().unwrap_or("licence non précisée");
            let text = format!("{}, {licence}", publisher_and_date(source));
            view! { <li><a href=format!("#source-{id}")>{typographic(&text)}</a></li> }
        })
        .collect();
    let sources = if count > 4 {
        view! {
            <details><summary>{format!("{count} sources")}</summary><ul>{sources}</ul></details>
        }
        .into_any()
    } else {
        view! { <ul>{sources}</ul> }.into_any()
    };
    view! {
        <tr>
            <th scope="row">{typographic(&file.contenu)}</th>
            <td><a href=address(&file.url) download="">{format}</a>{schema}</td>
            <td class="size">{bytes(file.octets)}</td>
            <td>{sources}</td>
        </tr>
    }
}
