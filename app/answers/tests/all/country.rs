//! The panel before anything is chosen.

use crate::fixture::records;
use crate::{assert_in_order, html, text};
use leptos::prelude::*;
use map::served::{CnrEntry, CnrEntryKind, Indicator, KeyFact, Mention, Nature, Precision, Topic};
use map::{Layer, Level, Records};

#[test]
fn the_country_counts_what_is_known_and_from_which_lists() {
    let html = html(|| answers::country(&records()).into_any());
    assert_in_order(
        &text(&html),
        &[
            "Ce que montre la carte",
            "contrats locaux de santé (CLS) 2",
            "1 dans la liste : Auvergne-Rhône-Alpes ; 1 d’après d’autres sources",
            "communautés professionnelles territoriales de santé (CPTS) 0",
            "projets labellisés « CNR Santé » 2 Auvergne-Rhône-Alpes",
            "Ces 2 projets, dont 1 régional et 1 départemental, sont 1 dispositif distinct",
            "Une région « non documentée » n’est pas une région sans dispositif :",
        ],
    );
}

/// Records with one row of each list that explains.
fn with_documents() -> Records {
    let mut records = records();
    let facts = &mut records.file.facts;
    let fact = |sujet, ordre, libelle: &str| KeyFact {
        id: libelle.into(),
        sujet,
        ordre,
        libelle: libelle.into(),
        region: None,
        date: None,
        source: "ars".into(),
        note: Some("Remarque.".into()),
    };
    facts.reperes = vec![
        fact(Topic::ClsRaison, 1, "Rendre le territoire attractif"),
        fact(Topic::CptsMission, 1, "Améliorer l’accès aux soins"),
        fact(Topic::NumeroUtile, 1, "3114, numéro national"),
        fact(Topic::SegurMesure, 24, "Développer la télésanté"),
        fact(Topic::Recommandation, 1, "Suivre la politique"),
    ];
    facts.label.push(CnrEntry {
        id: "critere".into(),
        genre: CnrEntryKind::Criterion,
        libelle: "Innovant".into(),
        date: None,
        source: "ars".into(),
        note: None,
    });
    let figure = |id: &str, libelle: &str, valeur, nature| Indicator {
        id: id.into(),
        libelle: libelle.into(),
        valeur,
        nature,
        precision: Precision::Exact,
        niveau: Level::Country,
        code: "FR".into(),
        ..facts.indicateurs[0].clone()
    };
    let national = [
        figure("centres", "Centres retenus", 26.0, Nature::Observed),
        figure("centres-objectif", "Centres à créer", 60.0, Nature::Objective),
    ];
    facts.indicateurs.extend(national);
    facts.mentions.push(Mention {
        id: "m".into(),
        nom: "CPTS Entre Causses et Aubrac".into(),
        couche: Layer::Cpts,
        region: None,
        departement: None,
        date: None,
        source: "mairie".into(),
        note: None,
    });
    records
}

#[test]
fn the_country_tells_what_the_documents_say() {
    let records = with_documents();
    let html = html(|| answers::country(&records).into_any());
    assert_in_order(
        &text(&html),
        &[
            "Publié et calculé, côte à côte",
            "CLS : nombre rien au moins 2",
            "Pour comprendre 3114, numéro national . Remarque. Source : ARS",
            "À quoi sert un CLS, qui le finance Pourquoi un CLS Rendre le territoire attractif",
            "Les cinq missions d’une CPTS",
            "Le label « CNR Santé » Les quatre caractères d’un projet labellisé Innovant",
            "Objectifs nationaux et résultats",
            "Centres à créer 60 structures , d’ici juin 2025 26 structures",
            "Mesure 24 : Développer la télésanté",
            "Suivre la politique",
            "CPTS Entre Causses et Aubrac Source : Ville de Lyon",
        ],
    );
}
