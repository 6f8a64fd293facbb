//! The table of communes: each with its inhabitants, its CLS and its CPTS, under an anchor of its own.

use crate::site::content::Content;
use crate::site::page::link;
use map::served::CommuneRow;
use map::text::{escaped, number, sort_key, typographic};
use map::{CoveredPart, Degree, Layer, Membership, Territory};

/// The table, arrondissements after communes; none without communes. `territory` tells what is known
/// there of a layer.
pub(in crate::site) fn table(
    content: &Content,
    territory: Territory,
    mut communes: Vec<&CommuneRow>,
) -> String {
    if communes.is_empty() {
        return String::new();
    }
    communes.sort_by_cached_key(|row| {
        let number = row.code.city().map(|_| row.code.to_string());
        (number, sort_key(&row.nom))
    });
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
    let rows: String = communes.iter().map(|commune| row(content, commune, empty)).collect();
    format!(
        "<section class=\"commune-table\"><h3>Communes</h3><div class=\"table\" tabindex=\"0\" role=\"region\" \
         aria-label=\"Communes\"><table><thead><tr><th scope=\"col\">Commune</th>\
         <th scope=\"col\">Habitants</th><th scope=\"col\">CLS</th><th scope=\"col\">CPTS</th></tr></thead>\
         <tbody>{rows}</tbody></table></div></section>"
    )
}

fn row(content: &Content, commune: &CommuneRow, empty: [&str; 2]) -> String {
    let cells: String = [Layer::Cls, Layer::Cpts]
        .into_iter()
        .zip(empty)
        .map(|(layer, empty)| cell(&content.memberships(layer, &commune.code), empty))
        .collect();
    format!(
        "<tr id=\"commune-{}\"><th scope=\"row\">{}</th><td class=\"size\">{}</td>{cells}</tr>",
        commune.code,
        escaped(&typographic(&commune.nom)),
        commune.population.map(number).unwrap_or_default(),
    )
}

/// A cell with the schemes of a layer, or that there are none.
fn cell(schemes: &[Membership], empty: &str) -> String {
    let names: Vec<String> = schemes.iter().map(named).collect();
    let text = if names.is_empty() { empty.to_owned() } else { names.join(", ") };
    format!("<td>{text}</td>")
}

fn named(Membership { scheme, part }: &Membership) -> String {
    let link = link(&format!("../../dispositif/{}/", scheme.id), &typographic(&scheme.nom));
    match part {
        CoveredPart::NotDelimited | CoveredPart::Arrondissements => link + " (en partie)",
        CoveredPart::Whole | CoveredPart::OfKnownPart => link,
    }
}
