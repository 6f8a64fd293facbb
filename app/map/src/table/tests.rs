use super::*;
use crate::served::Share;
use crate::{Layer, SchemeCount, Status, Subject, Territory, WhiteZone};

fn row(index: usize, name: &str, cells: &[Cell]) -> Row {
    Row::new(Subject::Territory(Territory::Epci(index)), name, String::new(), cells.to_vec())
}

/// Four intercommunalities: one of a list, one under facts, one of which nothing is known, one with
/// nothing, says a list.
fn table() -> Table {
    let schemes = |cls, cpts| [Cell::Schemes(cls), Cell::Schemes(cpts)];
    let make = |index, name, population, counts: [Cell; 2], share| {
        let [cls, cpts] = counts;
        let none = Cell::Schemes(SchemeCount::NotDocumented);
        let zone = Cell::WhiteZone(WhiteZone::Undocumented, population);
        let people = Cell::Number(Some(population));
        row(index, name, &[people, cls, cpts, none, Cell::Share(share), Cell::Share(share), zone])
    };
    use SchemeCount::{AtLeast, NotDocumented};
    let rows = vec![
        make(
            0,
            "CC d'Ambert",
            27_000,
            schemes(SchemeCount::Listed(1), AtLeast(0)),
            Share::Exactly(30),
        ),
        make(
            1,
            "CC de l'Écully",
            19_000,
            schemes(NotDocumented, NotDocumented),
            Share::Undocumented,
        ),
        make(2, "CC des Vals", 50_000, schemes(AtLeast(0), AtLeast(0)), Share::NotKnown),
        make(
            3,
            "CC du Yon",
            90_000,
            schemes(SchemeCount::Listed(0), SchemeCount::Listed(0)),
            Share::Zero,
        ),
    ];
    Table { scope: None, listed: Listed::Epci, rows }
}

fn order(column: Column, order: Order) -> Vec<usize> {
    table().shown(Sort { column, order }, &RowFilter::default())
}

#[test]
fn what_is_not_known_comes_last_whatever_the_direction() {
    assert_eq!(order(Column::ShareOfCls, Order::Rising), [3, 0, 1, 2]);
    assert_eq!(order(Column::ShareOfCls, Order::Falling), [0, 3, 1, 2]);
    assert_eq!(order(Column::Cls, Order::Rising), [3, 0, 1, 2]);
    assert_eq!(order(Column::Cls, Order::Falling), [0, 3, 1, 2]);
}

#[test]
fn names_and_numbers_are_sorted_both_ways() {
    assert_eq!(order(Column::Name, Order::Rising), [0, 1, 2, 3]);
    assert_eq!(order(Column::Name, Order::Falling), [3, 2, 1, 0]);
    assert_eq!(order(Column::Population, Order::Falling), [3, 2, 0, 1]);
}

#[test]
fn less_than_half_a_percent_is_more_than_nothing_and_a_bound_comes_after_what_is_known() {
    let rank = |share| Cell::Share(share).rank();
    assert!(rank(Share::Exactly(0)) > rank(Share::Zero));
    assert_eq!(rank(Share::Exactly(40)), rank(Share::AtLeast(40)));
    let outside = |population| crate::Outside { communes: 1, population };
    let zone = |zone| Cell::WhiteZone(zone, 1000).rank();
    assert!(zone(WhiteZone::AtMost(outside(1))) > zone(WhiteZone::Exactly(outside(1000))));
    assert!(zone(WhiteZone::Undocumented) > zone(WhiteZone::AtMost(outside(1000))));
}

#[test]
fn a_column_that_is_chosen_again_is_turned_round() {
    let people = Sort::default().chosen(Column::Population);
    assert_eq!(people.order, Order::Falling, "the most people first");
    assert_eq!(people.chosen(Column::Population).order, Order::Rising);
    assert_eq!(people.chosen(Column::Name), Sort::default());
    assert_eq!(Sort::default().chosen(Column::Name).order, Order::Falling);
}

#[test]
fn neither_keeps_what_has_none_and_never_what_is_not_documented() {
    let only = |only| RowFilter { only, ..RowFilter::default() };
    let shown = |filter| table().shown(Sort::default(), &filter);
    assert_eq!(shown(only(Only::Neither)), [2, 3]);
    assert_eq!(table().neither(), Neither { listed: 1, not_known: 1, undocumented: 1 });
}

#[test]
fn a_name_is_found_by_a_part_of_it_in_any_spelling() {
    let shown = |text: &str| {
        let filter = RowFilter { text: text.to_owned(), ..RowFilter::default() };
        table().shown(Sort::default(), &filter)
    };
    assert_eq!(shown("ECULLY"), [1]);
    assert_eq!(shown("d’amb"), [0]);
    assert_eq!(shown("nulle part"), [0; 0]);
}

#[test]
fn the_statuses_that_are_there_are_conditions() {
    let mut table = table();
    table.rows[0].statuses = row::status_bit(Layer::Cls, Status::Active);
    table.rows[3].statuses = row::status_bit(Layer::Cpts, Status::Unknown);
    let conditions = [
        Only::All,
        Only::Neither,
        Only::With(Layer::Cls, Status::Active),
        Only::With(Layer::Cpts, Status::Unknown),
    ];
    assert_eq!(table.conditions(), conditions);
    let filter = RowFilter { only: conditions[2], ..RowFilter::default() };
    assert_eq!(table.shown(Sort::default(), &filter), [0]);
}

#[test]
fn a_table_lists_the_parts_of_its_territory() {
    assert_eq!(Listed::of(None).len(), 5);
    assert_eq!(Listed::of(Some(Territory::Department(0)))[0], Listed::Epci);
    assert_eq!(Listed::of(Some(Territory::Epci(0))), [Listed::Communes, Listed::Schemes]);
}
