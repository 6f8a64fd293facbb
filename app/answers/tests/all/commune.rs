//! The answer for a commune and for an arrondissement.

use crate::fixture::{LYON, RHONE, communes, records};
use crate::{answer_to, assert_in_order, text};
use map::{CommuneCode, Records, Subject, Territory};

fn with_communes() -> Records {
    let mut records = records();
    records.communes.insert(0, communes());
    records
}

fn commune(code: &str, within: Territory) -> Subject {
    Subject::Commune { within, code: CommuneCode::new(code).unwrap() }
}

#[test]
fn a_commune_has_its_sentence_its_schemes_and_the_territories_around_it() {
    let records = with_communes();
    let html = answer_to(&records, &commune("69029", LYON));
    assert!(html.contains("<a href=\"Territory(Epci(0))\">Métropole de Lyon</a>"), "{html}");
    assert!(html.contains("<a href=\"Scheme(SchemeIndex { layer: Cls, index: 0 })\">"), "{html}");
    assert_in_order(
        &text(&html),
        &[
            "Bron commandes",
            "1 CLS CPTS non documentées",
            "aucun projet",
            "Bron est dans le CLS de Lyon (actif) ; les CPTS n’y sont pas documentées ; aucun projet \
             labellisé n’y est situé.",
            "Commune code postal 69500 40 000 habitants",
            "Métropole de Lyon , Rhône , Auvergne-Rhône-Alpes",
            "Contrats locaux de santé",
            "CLS de Lyon actif , de 2024 à 2029",
            "Source : ARS, non daté, relevé le 4 mars 2026",
            "Communautés professionnelles territoriales de santé",
            "Non documenté. Nous ne disposons d’aucune liste de CPTS",
            "Aucun projet labellisé n’y est situé.",
            "Dans tout le département : 1",
            "Ailleurs dans le département : 1",
        ],
    );
}

#[test]
fn a_city_says_its_arrondissements_and_each_of_them_its_own_schemes() {
    let records = with_communes();
    let announcement = |code| text(&answers::announcement(&records, &commune(code, LYON)));
    assert!(announcement("69123").starts_with("Lyon : le CLS des Pentes y est en préparation ;"));
    assert!(announcement("69123").ends_with("un projet labellisé y est situé."));
    assert!(announcement("69382").starts_with("Lyon 2e arrondissement : le CLS des Pentes y est"));
    let part = text(&answer_to(&records, &commune("69382", LYON)));
    assert_in_order(&part, &["Arrondissement municipal", "30 000 habitants", "CLS des Pentes"]);
    let city = text(&answer_to(&records, &commune("69123", LYON)));
    assert_in_order(&city, &["codes postaux 69001 69002", "· Certains arrondissements"]);
}

#[test]
fn an_island_without_an_intercommunality_says_so_and_a_zero_is_that_of_the_list() {
    let island = text(&answer_to(&with_communes(), &commune("69299", RHONE)));
    assert_in_order(
        &island,
        &[
            "L’Île",
            "L’Île : aucun CLS, selon la liste de la région ;",
            "Cette commune n’appartient à aucune intercommunalité.",
            "Hors de tout CLS de la liste de la région.",
        ],
    );
}

#[test]
fn before_its_department_is_at_hand_a_commune_has_the_answer_around_it() {
    let around = text(&answer_to(&records(), &commune("69029", LYON)));
    assert!(around.contains("Métropole de Lyon : 2 CLS, 72 % de la population"), "{around}");
}
