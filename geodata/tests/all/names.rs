//! Names as real lists write them, looked up in the real territories.

use crate::fixtures;
use geodata::names::{Match, Names};
use std::collections::BTreeSet;

#[test]
fn communes_are_found_by_the_names_that_lists_give_them() {
    let (territories, _) = fixtures::territories();
    let names = Names::new(territories);
    for (written, code) in [
        ("St-Martin d'Hères", "38421"),
        ("saint martin d’heres", "38421"),
        ("La Garde (83)", "83062"),
        ("Garde (83)", "83062"),
        ("Saint-Denis (Seine-Saint-Denis)", "93066"),
        ("Saint-Denis (93200)", "93066"),
        ("VILLEFRANCHE S/ SAONE", "69264"),
        ("L'Hay les Roses", "94038"),
        ("Pont-de-Claix (Le)", "38317"),
    ] {
        let Match::One(index) = names.communes.find(written) else { panic!("{written}") };
        assert_eq!(territories.communes[index].code.as_str(), code, "{written}");
    }
    for (written, code) in [("Ristolas", "05001"), ("05120", "05001"), ("Grigny (69)", "69096")] {
        let Match::Former(index) = names.communes.find(written) else { panic!("{written}") };
        assert_eq!(territories.communes[index].code.as_str(), code, "{written}");
    }
    assert!(
        matches!(names.communes.find("Saint-Denis"), Match::Several(indices) if indices.len() > 3)
    );
    assert_eq!(names.communes.find("Nulle-Part"), Match::Nothing);
}

#[test]
fn every_commune_is_found_by_its_name_and_department() {
    let (territories, _) = fixtures::territories();
    let names = Names::new(territories);
    let mut homonyms = BTreeSet::new();
    for (index, commune) in territories.communes.iter().enumerate() {
        let written = format!("{} ({})", commune.nom.to_uppercase(), commune.departement);
        match names.communes.find(&written) {
            Match::One(found) => assert_eq!(found, index, "{written}"),
            Match::Several(found) if found.contains(&index) => {
                homonyms.insert(written);
            }
            found => panic!("{written}: {found:?}"),
        }
    }
    // Those that only an article, or nothing, tells apart within a department.
    assert!(homonyms.len() < 12, "{homonyms:?}");
}

#[test]
fn intercommunalities_are_found_by_the_names_that_lists_give_them() {
    let (territories, _) = fixtures::territories();
    let names = Names::new(territories);
    for (written, code) in [
        ("CC du Diois", "242600534"),
        ("Communauté de communes du Diois", "242600534"),
        ("Grenoble Alpes Métropole", "200040715"),
        ("Métropole Aix-Marseille-Provence", "200054807"),
        ("CA Porte de l’Isère", "243800604"),
        ("CAPI", "243800604"),
    ] {
        let Match::One(index) = names.epci.find(written) else { panic!("{written}") };
        assert_eq!(territories.epci[index].code.as_str(), code, "{written}");
    }
    assert_eq!(names.epci.find("CA du Diois"), Match::Nothing, "of another type");
    for (index, epci) in territories.epci.iter().enumerate() {
        let in_full =
            epci.nom.strip_prefix("CC ").map(|rest| format!("communauté de communes {rest}"));
        match names.epci.find(in_full.as_ref().unwrap_or(&epci.nom)) {
            Match::One(found) => assert_eq!(found, index, "{}", epci.nom),
            Match::Several(found) => assert!(found.contains(&index), "{}", epci.nom),
            found => panic!("{}: {found:?}", epci.nom),
        }
    }
}

#[test]
fn every_arrondissement_is_found_by_its_name() {
    let (territories, _) = fixtures::territories();
    let names = Names::new(territories);
    for (index, row) in territories.arrondissements.iter().enumerate() {
        assert_eq!(names.arrondissements.find(&row.nom), Match::One(index), "{}", row.nom);
    }
}
