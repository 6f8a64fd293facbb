//! Tables of territories and schemes: the cells of a row, and a whole table without a script.

use crate::context::Context;
use leptos::prelude::*;
use map::served::WhiteZones;
use map::table::{Cell, Listed, Row, Table};
use map::text::table::{CellText, cell_text, column_title, rows_shown, white_zone_sentence};
use map::text::typographic;
use map::{Layer, Records, Territory};

/// The plain table of what is listed of a territory, or of the country, every row in the order of names.
pub fn plain_table(
    records: &Records,
    zones: &WhiteZones,
    scope: Option<Territory>,
    listed: Listed,
    context: Context,
) -> AnyView {
    let table = Table::new(records, zones, scope, listed);
    let titles: Vec<_> = table
        .columns()
        .iter()
        .map(|column| view! { <th scope="col">{column_title(*column)}</th> })
        .collect();
    let rows: Vec<_> = table
        .rows
        .iter()
        .map(|row| {
            let name = context.link(row.subject.clone(), typographic(&row.name));
            view! { <tr>{row_heading(row, name)} {row_cells(row)}</tr> }
        })
        .collect();
    let all = table.rows.len() as u32;
    view! {
        <p class="note">{white_zone(records, zones, scope)}</p>
        <div class="table-scroll">
            <table class="list-table">
                <caption>{rows_shown(listed, all, all)}</caption>
                <thead><tr>{titles}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {key_of_signs()}
    }
    .into_any()
}

/// The heading of a row: its name, and the department where the table reaches beyond one.
pub fn row_heading(row: &Row, name: AnyView) -> AnyView {
    let within = (!row.within.is_empty()).then(|| {
        view! { " " <span class="within">{row.within.clone()}</span> }
    });
    view! { <th scope="row"><span class="row-name">{name} {within}</span></th> }.into_any()
}

/// The figures of a row.
pub fn row_cells(row: &Row) -> Vec<AnyView> {
    row.cells.iter().map(|cell| cell_view(*cell)).collect()
}

fn cell_view(cell: Cell) -> AnyView {
    let class = match cell {
        Cell::Layer(_) | Cell::Status(..) => "cell cell-words",
        _ => "cell",
    };
    let CellText { short, long } = cell_text(cell);
    match long {
        None => view! { <td class=class>{short}</td> }.into_any(),
        Some(long) => {
            let title = long.clone();
            view! {
                <td class=class title=title>
                    <span aria-hidden="true">{short}</span> <span class="visually-hidden">{long}</span>
                </td>
            }
            .into_any()
        }
    }
}

/// The sentence on the white zone of a territory, or of the country.
pub fn white_zone(records: &Records, zones: &WhiteZones, scope: Option<Territory>) -> String {
    let regions = &records.file.regions;
    match scope {
        Some(territory) => white_zone_sentence(
            zones.of(territory),
            records.properties(territory).population,
            [Layer::Cls, Layer::Cpts].map(|layer| records.degree(layer, territory)),
        ),
        None => white_zone_sentence(
            zones.of_country(),
            regions.iter().map(|one| one.population).sum(),
            [Some(map::Degree::Facts); 2],
        ),
    }
}

/// The signs of a table in words.
pub fn key_of_signs() -> AnyView {
    view! {
        <p class="note table-key">
            "n.\u{a0}d.\u{a0}: non documenté\u{a0}; n.\u{a0}c.\u{a0}: non connu, sans liste entière\u{a0}; ≥\u{a0}: au moins\u{a0}; ≤\u{a0}: au plus\u{a0}; ?\u{a0}: statut incertain."
        </p>
    }
    .into_any()
}
