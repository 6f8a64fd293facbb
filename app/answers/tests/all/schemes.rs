//! The answers for one scheme and for one project.

use crate::fixture::records;
use crate::{answer_to, assert_in_order, text};
use map::served::{Field, KnownBy, Statement};
use map::{Layer, Records, SchemeIndex, Subject};

fn card(records: &Records, layer: Layer, index: usize) -> String {
    answer_to(records, &Subject::Scheme(SchemeIndex { layer, index }))
}

#[test]
fn a_contract_tells_all_that_is_known_of_it_unfolded() {
    let mut records = records();
    let cls = &mut records.file.cls[0];
    cls.generation = Some(3);
    cls.signature = Some("2024-03-08".into());
    cls.axes = vec!["Santé mentale".into(), "Accès aux soins".into()];
    let statement = |champ, valeur: &str, note: Option<&str>| Statement {
        dispositif: "cls-lyon".into(),
        champ,
        valeur: valeur.into(),
        date: Some("2024-03".into()),
        source: "mairie".into(),
        note: note.map(str::to_owned),
    };
    records.file.facts.complements.extend([
        statement(Field::LieuSignature, "Pionsat", None),
        statement(Field::Signataires, "Ville, ARS", Some("L'année est déduite.")),
    ]);
    let html = card(&records, Layer::Cls, 0);
    assert_in_order(
        &text(&html),
        &[
            "CLS de Lyon",
            "commandes",
            "actif , de 2024 à 2029",
            "Contrat local de santé (CLS)",
            "Troisième contrat. Signé le 8 mars 2024.",
            "Axes Santé mentale Accès aux soins",
            "Site : cls.example/lyon",
            "Où",
            "1 commune",
            "Sources Source : ARS, non daté",
            "Signaler une erreur",
            "D’après d’autres sources Période 2024–2028",
            "Lieu de signature Pionsat (mars 2024)",
            "Signataires Ville, ARS (mars 2024) L’année est déduite.",
            "Source : Ville de Lyon",
        ],
    );
    assert!(html.contains("href=\"mailto:sante@exemple.fr?subject=Erreur%20signal"), "{html}");
    assert!(!html.contains("<details class=\"statements\">"), "nothing of it is folded away");
}

#[test]
fn a_contract_without_a_perimeter_says_that_it_is_in_no_share() {
    let mut records = records();
    records.file.cls[0].perimetre = Some(KnownBy::Unknown);
    let card = text(&card(&records, Layer::Cls, 0));
    assert!(
        card.contains("Son périmètre n’est pas publié : il n’est ni dessiné ni compté"),
        "{card}"
    );
}

#[test]
fn a_project_leads_to_where_the_same_is_labelled() {
    let records = records();
    let html = card(&records, Layer::Projects, 0);
    assert_in_order(
        &text(&html),
        &[
            "Maison de l’enfance",
            "départemental · Lyon · dispositif labellisé 2 fois dans la région",
            "Projet labellisé « CNR Santé »",
            "Département : Rhône",
            "Porteur : Ville de Lyon",
            "Objectifs Accueillir.",
            "Le même dispositif est labellisé aussi : Rhône",
            "Source : ARS, non daté",
        ],
    );
    assert!(html.contains("Scheme(SchemeIndex { layer: Projects, index: 1 })"), "{html}");
}
