//! The table of communes: each with its inhabitants, its CLS and its CPTS, under an anchor of its own.

use crate::html::escaped;
use crate::site::content::{Commune, Content};
use crate::site::page::link;
use map::served::SchemeProperties;
use map::text::{number, sort_key, typographic};
use map::{Degree, Layer, Territory};

/// The table; none without communes. `territory` tells what is known there of a layer.
pub(in crate::site) fn table(
    content: &Content,
    territory: Territory,
    mut communes: Vec<&Commune>,
) -> String {
    if communes.is_empty() {
        return String::new();
    }
    communes.sort_by_key(|commune| sort_key(&commune.nom));
    let empty = [Layer::Cls, Layer::Cpts].map(|layer| {
        match (layer, content.records.degree(layer, territory)) {
            (Layer::Cpts, Some(Degree::List)) => "aucune",
            (_, Some(Degree::List)) => "aucun",
            (Layer::Cpts, Some(Degree::Facts)) => "aucune connue",
            (_, Some(Degree::Facts)) => "aucun connu",
            (Layer::Cpts, None) => "non documentées",
            (_, None) => "non documentés",
        }
    });
    let mut rows: String = communes.iter().map(|commune| row(content, commune, empty)).collect();
    rows += &arrondissements(content, territory, &communes, empty);
    format!(
        "<section class=\"communes\"><h3>Communes</h3><div class=\"table\" tabindex=\"0\" role=\"region\" \
         aria-label=\"Communes\"><table><thead><tr><th scope=\"col\">Commune</th>\
         <th scope=\"col\">Habitants</th><th scope=\"col\">CLS</th><th scope=\"col\">CPTS</th></tr></thead>\
         <tbody>{rows}</tbody></table></div></section>"
    )
}

fn row(content: &Content, commune: &Commune, empty: [&str; 2]) -> String {
    let cells: String = [Layer::Cls, Layer::Cpts]
        .into_iter()
        .zip(empty)
        .map(|(layer, empty)| cell(&content.schemes_of(layer, &commune.code), empty))
        .collect();
    format!(
        "<tr id=\"commune-{}\"><th scope=\"row\">{}</th><td class=\"size\">{}</td>{cells}</tr>",
        commune.code,
        escaped(&typographic(&commune.nom)),
        commune.population.map(number).unwrap_or_default(),
    )
}

/// The rows of municipal arrondissements: those faces of the map that are no commune.
fn arrondissements(
    content: &Content,
    territory: Territory,
    communes: &[&Commune],
    empty: [&str; 2],
) -> String {
    let Some(department) = content.model.department_of(territory) else { return String::new() };
    let detail = &content.details[department];
    let faces = 0..detail.communes as u32;
    let own = faces.filter(|&face| content.model.is_part(detail.cell_of(face), territory));
    let row = |face: u32| {
        let code = detail.code_of(face)?.to_string();
        if content.commune(&code).is_some() {
            return None;
        }
        let whole = communes.iter().find(|it| is_arrondissement_of(&code, &it.code))?;
        let cells: String = [Layer::Cls, Layer::Cpts]
            .into_iter()
            .zip(empty)
            .map(|(layer, empty)| {
                let all = content.schemes_of(layer, &whole.code).into_iter();
                let own = all.filter(|scheme| {
                    let known = &scheme.arrondissements;
                    known.is_empty() || known.iter().any(|one| one.as_str() == code)
                });
                cell(&own.collect::<Vec<_>>(), empty)
            })
            .collect();
        let name = escaped(&typographic(&detail.names[face as usize]));
        Some(format!(
            "<tr id=\"arrondissement-{code}\"><th scope=\"row\">{name}</th><td></td>{cells}</tr>"
        ))
    };
    own.filter_map(row).collect()
}

/// Whether an INSEE code is that of an arrondissement of Paris, Lyon or Marseille.
fn is_arrondissement_of(code: &str, commune: &str) -> bool {
    [("751", "75056"), ("6938", "69123"), ("132", "13055")]
        .iter()
        .any(|(start, whole)| code.starts_with(start) && commune == *whole)
}

/// A cell with the schemes of a layer, or that there are none.
fn cell(schemes: &[&SchemeProperties], empty: &str) -> String {
    let names: Vec<String> = schemes.iter().map(|scheme| named(scheme)).collect();
    let text = if names.is_empty() { empty.to_owned() } else { names.join(", ") };
    format!("<td>{text}</td>")
}

fn named(scheme: &SchemeProperties) -> String {
    link(&format!("../../dispositif/{}/", scheme.id), &typographic(&scheme.nom))
}
