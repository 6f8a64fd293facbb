//! The committed tables as of earlier days: what dates say, and nothing else.

use super::committed::INPUTS;
use crate::scratch;
use geodata::compare::{State, series};
use geodata::files::Files;
use geodata::tables::{ReferenceDay, Tables};
use map::{Layer, Status};

fn sources() -> Files {
    Files::of_folder(scratch::crate_folder("sources"))
}

fn day(text: &str) -> ReferenceDay {
    text.parse().unwrap()
}

fn tables_on(text: &str) -> Tables {
    Tables::read(&sources(), &INPUTS.territories, &INPUTS.atoms, Some(&day(text))).unwrap()
}

/// The last day on which each CPTS that is in force may have begun, or was seen in force, from the text of the table.
fn begun_cpts() -> Vec<String> {
    let path = scratch::crate_folder("sources/cpts.csv");
    let mut reader = csv::Reader::from_path(path).unwrap();
    let headers = reader.headers().unwrap().clone();
    let at = |name: &str| headers.iter().position(|header| header == name).unwrap();
    let columns = ["statut", "signature_entre", "signature", "etat_du"].map(at);
    let rows = reader.records().map(|row| row.unwrap());
    let rows = rows.map(|row| columns.map(|column| row[column].to_owned()));
    let active = rows.filter(|[status, ..]| status == "actif");
    let date = |[_, between, signature, seen]: [String; 4]| {
        let before = between.split('/').nth(1).unwrap_or_default().to_owned();
        [before, signature, seen].into_iter().find(|date| !date.is_empty())
    };
    active.filter_map(date).map(|date| map::served::last_day(&date)).collect()
}

#[test]
fn the_first_series_is_that_of_dated_cpts() {
    let days = ["2019-01-01", "2021-01-01", "2023-01-01", "2025-01-01", "2026-11-27"].map(day);
    let states =
        series(Layer::Cpts, &days, &sources(), &INPUTS.territories, &INPUTS.atoms).unwrap();
    let grows = |of: fn(&State) -> u32| states.is_sorted_by_key(of);
    assert!(grows(|one| one.communes) && grows(|one| one.inhabitants), "{states:?}");
    assert!(states.is_sorted_by_key(|one| one.in_force), "{states:?}");
    // Counted a second time, from the text of the table: a month or a year counts when it is over.
    let begun = begun_cpts();
    assert!(begun.len() > 80);
    for state in &states[..4] {
        let in_force = begun.iter().filter(|date| **date <= state.day).count();
        assert_eq!(state.in_force, in_force, "{}", state.day);
    }
}

#[test]
fn of_a_past_day_nothing_is_told_that_no_date_tells() {
    let past = tables_on("2020-01-01");
    let undated = |one: &&geodata::tables::Scheme| {
        let details = &one.details;
        let dates =
            [&one.start, &one.end, &details.signature, &details.signed_between, &details.seen];
        dates.iter().all(|date| date.is_none())
    };
    let mut without_dates = past.schemes.iter().filter(undated).peekable();
    assert!(without_dates.peek().is_some());
    assert!(without_dates.all(|one| one.status == Status::Unknown));
    assert!(past.documentation.is_empty(), "no list is that old: absence says nothing");
    assert!(past.projects.is_empty(), "nor is that of projects");
    let ids: Vec<&String> = past.schemes.iter().map(|one| &one.id).collect();
    let links = past.schemes.iter().filter_map(|one| one.details.successor.as_ref());
    let lost: Vec<&String> =
        links.filter(|id| !ids.contains(id) && id.starts_with("cls-")).collect();
    assert!(lost.is_empty(), "a link to what was not there: {lost:?}");
}

#[test]
fn the_day_of_the_tables_and_later_ones_show_what_they_say() {
    let own = INPUTS.tables.day.clone().unwrap();
    let same = tables_on(own.as_str());
    let statuses = |tables: &Tables| -> Vec<(String, Status)> {
        tables.schemes.iter().map(|one| (one.id.clone(), one.status)).collect()
    };
    assert_eq!(statuses(&same), statuses(&INPUTS.tables));
    assert_eq!(same.documentation.len(), INPUTS.tables.documentation.len());
    assert_eq!(tables_on("2027-06-30").schemes.len(), INPUTS.tables.schemes.len());
}
