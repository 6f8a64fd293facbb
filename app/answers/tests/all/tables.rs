//! Tables without a script: every row, with what is known and what is not.

use crate::fixture::{communes, records};
use crate::{assert_in_order, html, text};
use answers::{Context, Explained};
use leptos::prelude::*;
use map::served::WhiteZones;
use map::table::Listed;
use map::{Records, Subject, Territory};

fn table(records: &Records, scope: Option<Territory>, listed: Listed) -> String {
    let link =
        |to: Subject, name: String| view! { <a href=format!("{to:?}")>{name}</a> }.into_any();
    let context = Context { link: &link, report: None, explained: Explained::Here };
    html(|| answers::plain_table(records, &WhiteZones::default(), scope, listed, context))
}

#[test]
fn departments_are_told_with_what_is_known_of_them() {
    let html = table(&records(), None, Listed::Departments);
    assert_in_order(
        &text(&html),
        &[
            "Zone blanche : pas de réponse",
            "3 départements",
            "Nom Habitants CLS CPTS Projets Part en CLS actif Part en CPTS active Part hors des deux",
            "Rhône 1 400 000 2 n. d. non documenté 2 72 % n. d. non documenté",
            "Savoie 1 400 000 0 n. d. non documenté 0 0 %",
            "Val-d’Oise 1 400 000 n. d. non documenté n. d. non documenté n. d. non documenté",
            "n. d. : non documenté",
        ],
    );
    assert_eq!(html.matches("<th scope=\"row\">").count(), 3);
    assert_eq!(html.matches("<th scope=\"col\">").count(), 8);
}

#[test]
fn communes_are_listed_without_arrondissements() {
    let mut records = records();
    records.communes.insert(0, communes());
    let html = table(&records, Some(Territory::Department(0)), Listed::Communes);
    assert_in_order(&text(&html), &["3 communes", "Bron 40 000 1", "L’Île 300 0", "Lyon 520 000"]);
    assert!(!html.contains("arrondissement"));
}

#[test]
fn schemes_are_listed_with_their_type_and_status() {
    let html = table(&records(), Some(Territory::Department(0)), Listed::Schemes);
    assert_in_order(
        &text(&html),
        &[
            "Nom Type Statut Communes Habitants",
            "CLS de Lyon CLS actif 10 1 008 000",
            "CLS des Pentes CLS en préparation 2 100 000",
            "Maison de l’enfance",
            "Projet labellisé n. c. non connu",
        ],
    );
}
