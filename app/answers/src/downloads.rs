//! The « Données » page: every file with its sources, dates, licences and size.

use leptos::prelude::*;
use map::served::{Manifest, ServedFile};
use map::text::{bytes, count, decimal, licence_of, number, publisher_and_date, typographic};
use map::{Degree, Layer, Records, RegionCode};

/// With more sources than these, a row folds them away.
const SHOWN_SOURCES: usize = 4;

/// The folder of the open data: its files keep their names from build to build.
const OPEN_DATA: &str = "export/";

/// The parts of the coverage, one for each department.
const COVERAGE: &str = "export/couverture/";

/// The list of the served files. `address` gives the address of one, from that in the manifest.
pub fn downloads(records: &Records, address: &dyn Fn(&str) -> String) -> impl IntoView + use<> {
    let manifest = &records.file.manifest;
    let rows: Vec<_> = manifest
        .fichiers
        .iter()
        .filter(|(name, _)| has_a_row(manifest, name))
        .map(|(name, file)| row(manifest, name, file, address))
        .collect();
    let details = by_department(manifest, "detail/", address);
    let coverage = by_department(manifest, COVERAGE, address);
    view! {
        <p>
            "Tout ce que la carte montre se télécharge ici. La dernière colonne dit à quel titre un fichier peut être réutilisé\u{a0}: les territoires sont sous Licence Ouverte\u{a0}2.0\u{a0}; les fichiers qui tracent des arrondissements de Paris, Lyon ou Marseille sont sous ODbL\u{a0}1.0\u{a0}; les dispositifs viennent de publications qui ne précisent pas de licence, dont seuls des faits sont repris. Les fichiers GeoJSON (RFC\u{a0}7946, WGS84) s’ouvrent dans tout SIG\u{a0}; les CSV sont en UTF-8, séparés par des virgules, et «\u{a0}Excel\u{a0}» est la même table pour qui l’ouvre d’un double clic. La liste complète, pour les programmes, est dans "
            <a href=address("manifest.json")>"manifest.json"</a>"."
        </p>
        <p>
            "La précision est la tolérance des contours\u{a0}: un détail plus petit n’est pas dessiné, et une limite peut être à cette distance, parfois plus, de la vraie. Pour savoir si un lieu est dans un périmètre, prendre les fichiers «\u{a0}en détail\u{a0}» ou la liste de communes."
        </p>
        {degrees(records)}
        <div class="table" tabindex="0" role="region" aria-label="Fichiers">
            <table>
                <thead>
                    <tr>
                        <th scope="col">"Contenu"</th>
                        <th scope="col">"Fichier"</th>
                        <th scope="col">"Précision"</th>
                        <th scope="col">"Taille"</th>
                        <th scope="col">"Licence, sources et dates"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <h3>"Détail par département (communes et EPCI, GeoJSON)"</h3>
        <ul class="details">{details}</ul>
        <h3>"Couverture des communes, par département (CSV)"</h3>
        <ul class="details">{coverage}</ul>
    }
}

/// The table of degrees, by region and layer: a list, facts or nothing. None where no degree is
/// known.
fn degrees(records: &Records) -> Option<impl IntoView + use<>> {
    let manifest = &records.file.manifest;
    let cell = |layer: Layer, region: &RegionCode| {
        let mut all = manifest.degres.iter();
        match all.find(|one| one.couche == layer && one.region == *region) {
            None => "rien".to_owned(),
            Some(one) => {
                let without = one.dispositifs - one.avec_perimetre;
                let without = match without {
                    0 => String::new(),
                    without => format!(", dont {} sans périmètre", number(without)),
                };
                let degree = match one.degre {
                    Degree::List => "liste",
                    Degree::Facts => "faits",
                };
                format!("{degree}\u{a0}: {}{without}", number(one.dispositifs))
            }
        }
    };
    let rows = manifest.regions.iter().map(|(code, name)| {
        let cells = Layer::ALL.map(|layer| view! { <td>{cell(layer, code)}</td> });
        view! { <tr><th scope="row">{typographic(name)}</th>{cells}</tr> }
    });
    let rows: Vec<_> = rows.collect();
    let titles = Layer::ALL.map(|layer| view! { <th scope="col">{layer.short_title()}</th> });
    (!manifest.degres.is_empty()).then(|| {
        view! {
            <h3>"Ce qui est connu, par région"</h3>
            <p>"«\u{a0}liste\u{a0}»\u{a0}: une source donne la liste entière, hors d’elle il n’y en a pas. «\u{a0}faits\u{a0}»\u{a0}: des dispositifs connus un par un, leur absence ne dit rien. «\u{a0}rien\u{a0}»\u{a0}: aucune donnée."</p>
            <div class="table" tabindex="0" role="region" aria-label="Ce qui est connu, par région">
                <table>
                    <thead><tr><th scope="col">"Région"</th>{titles}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <h3>"Fichiers"</h3>
        }
    })
}

/// Whether a file has a row of its own: not those of a department, not the other forms of a table,
/// and not a layer that is there under a stable name too.
fn has_a_row(manifest: &Manifest, name: &str) -> bool {
    let is_other_form = name.ends_with(".schema") || name.ends_with(".excel");
    let is_of_a_department = name.starts_with("detail/") || name.starts_with(COVERAGE);
    let stable = format!("{OPEN_DATA}{name}.geojson");
    !is_other_form && !is_of_a_department && !manifest.fichiers.contains_key(&stable)
}

/// The files of a folder, under the names of their departments.
fn by_department(
    manifest: &Manifest,
    folder: &str,
    address: &dyn Fn(&str) -> String,
) -> impl IntoView + use<> {
    let files = manifest.fichiers.iter();
    let own = files.filter(|(name, _)| name.starts_with(folder) && !name.ends_with(".excel"));
    let items = own.map(|(name, file)| {
        let department = file.contenu.rsplit(": ").next().unwrap_or_default().trim();
        let href = address(&file.url);
        let excel = other_form(manifest, name, "excel", "Excel", address);
        view! { <li><a href=href download="">{typographic(department)}</a>{excel}</li> }
    });
    items.collect::<Vec<_>>()
}

/// The link to another form of a table, if there is one.
fn other_form(
    manifest: &Manifest,
    name: &str,
    form: &str,
    title: &'static str,
    address: &dyn Fn(&str) -> String,
) -> Option<impl IntoView + use<>> {
    let file = manifest.fichiers.get(&format!("{name}.{form}"))?;
    let href = address(&file.url);
    Some(view! { " · " <a href=href download="">{title}</a> })
}

fn row(
    manifest: &Manifest,
    name: &str,
    file: &ServedFile,
    address: &dyn Fn(&str) -> String,
) -> impl IntoView + use<> {
    let schema = manifest.fichiers.get(&format!("{name}.schema"));
    let excel = other_form(manifest, name, "excel", "Excel", address);
    let schema = schema.map(|schema| view! { " · " <a href=address(&schema.url)>"schéma"</a> });
    view! {
        <tr>
            <th scope="row">{typographic(&file.contenu)}</th>
            <td><a href=address(&file.url) download="">{format_name(&file.url)}</a>{excel}{schema}</td>
            <td class="size">{file.precision_m.map(distance)}</td>
            <td class="size">{bytes(file.octets)}</td>
            <td><p>{licence(manifest, file)}</p> {source_list(manifest, file)}</td>
        </tr>
    }
}

/// The name of a file's format, from the end of its address.
fn format_name(url: &str) -> String {
    match url.rsplit('.').next().unwrap_or_default() {
        "geojson" => "GeoJSON".to_owned(),
        "topojson" => "TopoJSON".to_owned(),
        "jsonld" => "JSON-LD".to_owned(),
        other => other.to_ascii_uppercase(),
    }
}

/// « 200 m », « 3,5 km ».
fn distance(metres: u32) -> String {
    const METRES_PER_KM: f64 = 1000.0;
    let metres = f64::from(metres);
    if metres < METRES_PER_KM {
        return format!("{}\u{a0}m", decimal(metres));
    }
    format!("{}\u{a0}km", decimal(metres / METRES_PER_KM))
}

fn licence(manifest: &Manifest, file: &ServedFile) -> String {
    licence_of(file.sources.iter().filter_map(|id| manifest.sources.get(id)))
}

fn source_list(manifest: &Manifest, file: &ServedFile) -> AnyView {
    let items: Vec<_> = file
        .sources
        .iter()
        .filter_map(|id| manifest.sources.get_key_value(id))
        .map(|(id, source)| {
            let text = typographic(&publisher_and_date(source));
            view! { <li><a href=format!("#source-{id}")>{text}</a></li> }
        })
        .collect();
    if items.len() <= SHOWN_SOURCES {
        return view! { <ul>{items}</ul> }.into_any();
    }
    let title = count(items.len() as u32, "source", "sources");
    view! { <details><summary>{title}</summary><ul>{items}</ul></details> }.into_any()
}
