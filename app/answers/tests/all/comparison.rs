//! Territories side by side: what is known of each, in words, and the same in files.

use crate::fixture::{LYON, RHONE, communes, records};
use crate::{assert_in_order, html, text};
use answers::{Context, Explained};
use leptos::prelude::*;
use map::export::{CsvForm, Shown};
use map::served::WhiteZones;
use map::table::{Cell, Comparison, Listed, Table};
use map::{Records, Subject};

fn compared(records: &Records, keys: &[&str]) -> Comparison {
    let keys: Vec<String> = keys.iter().map(|&key| key.to_owned()).collect();
    Comparison::new(records, Some(&WhiteZones::default()), &keys)
}

fn view(records: &Records, comparison: &Comparison) -> String {
    let link =
        |to: Subject, name: String| view! { <a href=format!("{to:?}")>{name}</a> }.into_any();
    let context = Context { link: &link, report: None, explained: Explained::Here };
    let remove = |_, name: String| view! { <i>{format!("retirer {name}")}</i> }.into_any();
    html(|| answers::comparison(records, comparison, context, &remove, None))
}

#[test]
fn a_department_with_lists_stands_beside_one_without() {
    let records = records();
    let comparison = compared(&records, &["departement-69", "departement-95"]);
    let html = view(&records, &comparison);
    assert_in_order(
        &text(&html),
        &[
            "Rhône Département 69 · Auvergne-Rhône-Alpes retirer Rhône",
            "Val-d’Oise Département 95 · Île-de-France",
            "Habitants 1 400 000 1 400 000",
            "dans un CLS actif 72 % non documenté",
            "dans une CPTS active non documenté non documenté",
            "dans aucun des deux non documenté non documenté",
            "(CLS) 2 CLS de Lyon actif, de 2024 à 2029",
            "CLS des Pentes en préparation",
            "Signature non datée par la source.",
            "non documenté",
            "CPTS non documenté non documenté",
            "Projets labellisés situés là 2 Maison de l’enfance",
            "Sources : ARS",
            "Ville de Lyon",
            "aucune",
        ],
    );
    assert_eq!(html.matches("<th scope=\"col\">").count(), 3);
    assert_eq!(html.matches("<th scope=\"row\">").count(), 8);
    assert!(!comparison.is_mixed());
}

#[test]
fn the_figures_are_those_of_lists() {
    let mut records = records();
    records.communes.insert(0, communes());
    let comparison = compared(&records, &["departement-69", "epci-200046977", "commune-69029"]);
    assert!(comparison.is_mixed());
    let zones = WhiteZones::default();
    let of = |scope, listed| Table::new(&records, &zones, scope, listed).rows;
    let listed = [
        of(None, Listed::Departments),
        of(Some(RHONE), Listed::Epci),
        of(Some(LYON), Listed::Communes),
    ];
    for (row, rows) in comparison.table.rows.iter().zip(&listed) {
        let own = rows.iter().find(|one| one.subject == row.subject).unwrap();
        assert_eq!(own.cells, row.cells, "{}", row.name);
    }
    for (row, side) in comparison.table.rows.iter().zip(&comparison.sides) {
        let counted = row.cells[1..4].iter().map(|cell| match cell {
            Cell::Schemes(map::SchemeCount::Listed(all) | map::SchemeCount::AtLeast(all)) => *all,
            _ => 0,
        });
        assert_eq!(side.schemes.len() as u32, counted.sum::<u32>(), "{}", row.name);
    }
}

#[test]
fn a_commune_waits_for_its_department_and_a_code_that_is_none_for_nothing() {
    let mut records = records();
    let keys = ["commune-69029", "epci-999999999", "n-importe", "commune-69999"];
    let before = compared(&records, &keys);
    assert_eq!(before.awaited, [0, 0]);
    assert_eq!(before.unknown, ["epci-999999999", "n-importe"]);
    records.communes.insert(0, communes());
    let after = compared(&records, &keys);
    assert!(after.awaited.is_empty());
    assert_eq!(after.table.rows[0].name, "Bron");
    assert_eq!(after.unknown, ["epci-999999999", "n-importe", "commune-69999"]);
}

#[test]
fn more_than_four_and_the_same_twice_are_left_out() {
    let keys = [
        "region-84",
        "region-84",
        "region-11",
        "departement-69",
        "departement-73",
        "departement-95",
    ];
    let comparison = compared(&records(), &keys);
    let names: Vec<&str> = comparison.table.rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["Auvergne-Rhône-Alpes", "Île-de-France", "Rhône", "Savoie"]);
}

#[test]
fn the_csv_has_a_line_for_each_territory_with_what_the_table_shows() {
    let records = records();
    let comparison = compared(&records, &["departement-69", "departement-95"]);
    let csv = Shown::Compared(&comparison).csv(&records, CsvForm::Plain);
    assert_in_order(
        &csv.replace('\u{a0}', " "),
        &[
            "niveau,code,nom,habitants,cls,cls_precision",
            "cls_noms,cpts_noms,projets_noms,sources\r\n",
            "departement,69,Rhône,1400000,2,exact,,non documenté,2,exact,72,exact",
            "\"CLS de Lyon (actif, de 2024 à 2029) ; CLS des Pentes",
            "departement,95,Val-d’Oise,1400000,,non documenté,,non documenté,,non documenté",
        ],
    );
    assert_eq!(csv.lines().count(), 3);
}

#[test]
fn a_white_zone_that_is_not_loaded_is_not_said_to_be_undocumented() {
    let records = records();
    let keys = ["departement-69".to_owned()];
    let comparison = Comparison::new(&records, None, &keys);
    let html = view(&records, &comparison);
    assert_in_order(&text(&html), &["dans aucun des deux non chargé"]);
    let csv = Shown::Compared(&comparison).csv(&records, CsvForm::Plain);
    assert!(!csv.contains("hors_des_deux"), "{csv}");
}
