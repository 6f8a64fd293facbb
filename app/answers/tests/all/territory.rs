//! The answer for a department and for an intercommunality.

use crate::fixture::{LYON, OISE, RHONE, SAVOIE, records};
use crate::{assert_in_order, html, text};
use leptos::prelude::*;
use map::served::{CommuneName, KnownBy, RegionDegree, SchemeProperties};
use map::{
    CommuneCode, Degree, DepartmentCode, Layer, Records, RegionCode, Status, Subject, Territory,
};

/// The answer as a document would have it: with links, and a word for the controls.
fn answer(territory: Territory) -> String {
    answer_from(&records(), territory)
}

fn answer_from(records: &Records, territory: Territory) -> String {
    let link =
        |to: Subject, name: String| view! { <a href=format!("{to:?}")>{name}</a> }.into_any();
    let controls = || view! { <i>"commandes"</i> }.into_any();
    html(|| answers::answer(records, &territory.into(), &link, controls()))
}

#[test]
fn a_department_says_what_it_is_and_which_schemes_cover_how_much_of_it() {
    let answer = text(&answer(RHONE));
    assert_in_order(
        &answer,
        &[
            "Département 69 Auvergne-Rhône-Alpes Rhône",
            "58 communes 1 400 000 habitants 534 km²",
            "commandes",
            "Contrats locaux de santé 2",
            "10 des 58 communes sont dans un CLS actif : 1 008 000 habitants, 72 % de la population.",
            "2 des 58 communes sont dans un CLS en préparation",
            "46 des 58 communes sont hors des CLS de la liste",
            "CLS de Lyon actif , de 2024 à 2029 · 10 communes sur 58, 72 % de la population",
            "Périmètre selon la carte de l’ARS.",
            "cls.example/lyon",
            "Source : ARS, non daté, relevé le 4 mars 2026",
            "D’après une autre source Période : 2024–2028 Source : Ville de Lyon, non daté",
            "CLS des Pentes en préparation , depuis le 8 mars 2024 · 2 communes sur 58",
            "Périmètre : 1er, 2e arrondissements.",
        ],
    );
}

#[test]
fn a_layer_without_a_list_is_not_a_layer_without_schemes() {
    let rhone = text(&answer(RHONE));
    assert_in_order(
        &rhone,
        &[
            "Communautés professionnelles territoriales de santé Non documenté. Nous ne disposons \
             d’aucune liste de CPTS pour la région Auvergne-Rhône-Alpes ;",
            "Projets labellisés",
        ],
    );
    let savoie = text(&answer(SAVOIE));
    assert_in_order(
        &savoie,
        &[
            "Contrats locaux de santé 0",
            "Aucun CLS ici, selon la liste de la région.",
            "Toutes les communes (58) sont hors des CLS de la liste",
            "Pas de projet labellisé à ce jour : la source le dit expressément.",
        ],
    );
    let oise = text(&answer(OISE));
    assert_in_order(
        &oise,
        &[
            "Val-d’Oise",
            "Contrats locaux de santé Non documenté.",
            "pour la région Île-de-France ; la seule que nous ayons porte sur Auvergne-Rhône-Alpes.",
            "Non documenté. Nous ne disposons d’aucune liste de projets pour cette région.",
        ],
    );
}

#[test]
fn an_intercommunality_leads_to_its_departments_and_counts_their_projects() {
    let html = answer(LYON);
    assert!(html.contains("<a href=\"Territory(Department(1))\">Savoie</a>"), "{html}");
    assert_in_order(
        &text(&html),
        &[
            "Métropole à statut particulier",
            "Métropole de Lyon",
            "Départements : Rhône , Savoie commandes",
            "72 % de la population.",
            "Projets labellisés « CNR Santé » 2",
            "1 projet départemental et 1 projet régional dans le département.",
            "Maison de l’enfance départemental · Lyon · dispositif labellisé 2 fois dans la région · \
             thème non précisé Porteur : Ville de Lyon Objectifs Accueillir.",
        ],
    );
}

#[test]
fn the_bar_has_a_part_for_each_class_as_wide_as_its_share_of_the_population() {
    let html = answer(LYON);
    for part in [
        "class=\"part part-active\" style=\"width:72.0%;\"",
        "class=\"part part-preparation\" style=\"width:7.1%;\"",
        "class=\"part part-none\" style=\"width:20.9%;\"",
    ] {
        assert!(html.contains(part), "expected {part} in {html}");
    }
}

#[test]
fn figures_that_disagree_stand_side_by_side_and_those_of_the_region_are_folded_away() {
    let html = answer(RHONE);
    assert_in_order(
        &text(&html),
        &[
            "Aussi publié sur ce territoire",
            "Structures labellisées près de 1 250 structures · juin 2025 Source : ARS",
            "Une autre source donne : près de 1 300 structures (Structures labellisées)",
            "Publié pour la région Auvergne-Rhône-Alpes",
            "Appel à projets Innover, clos en septembre 2025. Thèmes : Prévention.",
        ],
    );
    assert!(html.contains("<details class=\"layer-answer layer-answer-facts\"><summary>"));
}

#[test]
fn a_list_of_more_than_a_year_is_said_to_be_old() {
    const OLD: &str = "De plus d’un an au 5 mars 2027";
    let mut records = records();
    for (day, is_old) in [("2027-03-05", true), ("2027-03-04", false)] {
        records.file.manifest.etat = Some(day.to_owned());
        assert_eq!(text(&answer_from(&records, RHONE)).contains(OLD), is_old, "{day}");
    }
}

#[test]
fn the_announcement_is_one_sentence() {
    let announcement =
        |territory| text(&answers::announcement(&records(), &Subject::Territory(territory)));
    assert_eq!(announcement(RHONE), "Rhône : 2 CLS, CPTS non documentées, 2 projets.");
    assert_eq!(announcement(SAVOIE), "Savoie : 0 CLS, CPTS non documentées, 0 projet.");
    assert_eq!(
        announcement(OISE),
        "Val-d’Oise : CLS non documentés, CPTS non documentées, projets non documentés."
    );
}

/// A CPTS of the Val-d’Oise that an announcement names without its perimeter.
fn announced() -> SchemeProperties {
    SchemeProperties {
        departements: DepartmentCode::new("95").into_iter().collect(),
        perimetre: Some(KnownBy::Partial),
        connues: vec![CommuneName {
            code: CommuneCode::new("95500").unwrap(),
            nom: "Pontoise".into(),
        }],
        etat_du: Some("2021-03".into()),
        reserve: Some("Date de signature inconnue.".into()),
        page: Some("https://exemple.fr/cpts".into()),
        editeur: Some("ARS Île-de-France".into()),
        lue: Some("2026-11".into()),
        ..SchemeProperties::named("cpts-a", "CPTS A", Status::FormerState, "annonces-2026-11")
    }
}

#[test]
fn schemes_without_a_perimeter_are_counted_in_words_with_their_pages() {
    let mut records = records();
    records.file.manifest.etat = Some("2026-11-27".into());
    records.file.manifest.degres.push(RegionDegree {
        couche: Layer::Cpts,
        region: RegionCode::new("11").unwrap(),
        degre: Degree::Facts,
        dispositifs: 1,
        avec_perimetre: 0,
    });
    records.file.cpts.push(announced());
    assert_eq!(
        answers::announcement(&records, &OISE.into()).replace('\u{a0}', " "),
        "Val-d’Oise : CLS non documentés, aucune CPTS connue, projets non documentés."
    );
    let html = answer_from(&records, OISE);
    assert!(html.contains("href=\"https://exemple.fr/cpts\""), "{html}");
    assert_in_order(
        &text(&html),
        &[
            "Aucune CPTS connue ici. Dans cette région, sans liste entière",
            "Une CPTS existe aussi, périmètre non publié ici, dans le département",
            "CPTS A",
            "état de mars 2021, non compté",
            "périmètre connu en partie : Pontoise",
            "Date de signature inconnue.",
            "Source : ARS Île-de-France, page lue en novembre 2026",
            "Statuts au 27 novembre 2026",
        ],
    );
}
