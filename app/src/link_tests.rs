use super::*;
use map::{Layer, LonLat};

const SIZE: (f64, f64) = (800.0, 600.0);

#[test]
fn an_address_names_the_view_only_when_the_map_was_moved() {
    let usual = Viewport::country(SIZE);
    let address = address_of(Choice::default(), None, &usual, &usual);
    assert_eq!(address, Address::default());
    let moved = usual.panned(30.0, 0.0);
    let center = address_of(Choice::default(), None, &moved, &usual).center.unwrap();
    assert!((center.resolution_m - moved.resolution).abs() < 1e-9);
    let again = view_of(center, &usual);
    assert!(again.center.squared_distance(moved.center) < 1.0, "{again:?} {moved:?}");
}

#[test]
fn every_part_of_a_choice_is_in_its_address() {
    for view in ["liste", "tableau"] {
        let query = format!(
            "?couches=cls&statut=actif&vue={view}&fond=part-cls&comparer=region-84,epci-200046977"
        );
        let read = Address::parse("/", &query, "");
        let choice = Choice {
            layers: read.layers.clone(),
            filter: read.filter,
            view: read.view,
            reading: read.reading,
            compared: read.compared.clone(),
            selection: None,
        };
        let view = Viewport::country(SIZE);
        assert_eq!(address_of(choice, None, &view, &view), read);
    }
}

#[test]
fn a_choice_is_a_step_back_and_a_move_is_none() {
    let shown = Address::default();
    let other = Address { layers: vec![Layer::Cls], ..Address::default() };
    let lon_lat = LonLat::new(4.8, 45.7);
    let moved = Address { center: Some(Center { lon_lat, resolution_m: 90.0 }), ..shown.clone() };
    assert_eq!(Entry::of(Cause::Choice, &shown, &other), Entry::Push);
    assert_eq!(Entry::of(Cause::Move, &shown, &moved), Entry::Replace);
    assert_eq!(Entry::of(Cause::Choice, &moved, &shown), Entry::Replace, "back leads here");
    let sorted = "tri=habitants:croissant".into();
    let list = Address { view: View::List, ..Address::default() };
    let other_rows = Address { rows: sorted, ..list.clone() };
    assert_eq!(Entry::of(Cause::Choice, &list, &other_rows), Entry::Replace);
}

#[test]
fn a_commune_that_is_placed_in_its_intercommunality_is_no_step_back() {
    let placed = "/territoire/epci-200046977/";
    let named = Address::parse("/", "", "#commune-69266");
    let next = Address::parse(placed, "", "#commune-69266");
    assert_eq!(Entry::of(Cause::Choice, &named, &next), Entry::Replace);
    let other = Address::parse(placed, "", "#commune-69259");
    assert_eq!(Entry::of(Cause::Choice, &named, &other), Entry::Push);
}

#[test]
fn a_view_overseas_is_that_of_its_inset() {
    let reunion = Center { lon_lat: LonLat::new(55.5, -21.1), resolution_m: 100.0 };
    let view = view_of(reunion, &Viewport::country(SIZE));
    assert!(Projection::at(view.center) != Projection::Mainland);
}
