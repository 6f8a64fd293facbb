//! Territories side by side: a table with a column for each of them, and a row for each question.

use crate::context::Context;
use crate::schemes::named;
use crate::sources::sources_once;
use crate::subject::kind_and_departments;
use leptos::prelude::*;
use map::table::{Column, Comparison, Side};
use map::text::table::{cell_words, others_without_perimeter, question, signed};
use map::text::{number, signatures, standing, typographic};
use map::{Layer, Records, SchemeIndex, Subject};

/// More schemes than these are folded away.
const SHOWN: usize = 5;

/// The questions: first the figures, then what is listed.
const QUESTIONS: [Column; 7] = [
    Column::Population,
    Column::ShareOfCls,
    Column::ShareOfCpts,
    Column::WhiteZone,
    Column::Cls,
    Column::Cpts,
    Column::Projects,
];

/// The table of a comparison. `remove` makes the button that takes away the territory of that position and
/// name; `add` stands in a column of its own.
pub fn comparison(
    records: &Records,
    comparison: &Comparison,
    context: Context,
    remove: &dyn Fn(usize, String) -> AnyView,
    add: Option<AnyView>,
) -> AnyView {
    let rows = &comparison.table.rows;
    let sides = || rows.iter().zip(&comparison.sides);
    let heads: Vec<AnyView> = sides()
        .enumerate()
        .map(|(at, (row, side))| {
            let name = typographic(&row.name);
            let link = context.link(row.subject.clone(), name.clone());
            let kind = kind_and_departments(records, &row.subject, side.around);
            view! {
                <th scope="col">
                    <span class="compared-name">{link}</span>
                    <span class="note">{kind}</span>
                    {remove(at, name)}
                </th>
            }
            .into_any()
        })
        .collect();
    let columns = comparison.table.columns();
    let questions: Vec<AnyView> = QUESTIONS
        .into_iter()
        .map(|column| {
            let at = columns.iter().skip(1).position(|one| *one == column);
            let cells = sides().map(|(row, side)| {
                let words = at.and_then(|at| row.cells.get(at)).map(|cell| cell_words(*cell));
                cell(records, column, words, side, context)
            });
            line(question(column), cells.collect())
        })
        .collect();
    let sources = comparison.sides.iter().map(|side| sources(records, side)).collect();
    view! {
        <table class="comparison-table">
            <thead>
                <tr><th scope="col"><span class="visually-hidden">"Question"</span></th> {heads} {add}</tr>
            </thead>
            <tbody>{questions} {line("Sources", sources)}</tbody>
        </table>
    }
    .into_any()
}

fn line(title: &'static str, cells: Vec<AnyView>) -> AnyView {
    view! { <tr><th scope="row">{title}</th> {cells}</tr> }.into_any()
}

/// The figure of a column, with the schemes that it counts; that it is missing without words.
fn cell(
    records: &Records,
    column: Column,
    words: Option<String>,
    side: &Side,
    context: Context,
) -> AnyView {
    let words = words.unwrap_or_else(|| "non chargé".to_owned());
    let class = if words.contains(|it: char| it.is_ascii_digit()) { "figure-known" } else { "" };
    let schemes = match column {
        Column::Cls => schemes(records, Layer::Cls, side, context),
        Column::Cpts => schemes(records, Layer::Cpts, side, context),
        Column::Projects => schemes(records, Layer::Projects, side, context),
        _ => None,
    };
    view! { <td><p class=class>{words}</p> {schemes}</td> }.into_any()
}

/// The schemes of a layer, long lists folded; none without any.
fn schemes(records: &Records, layer: Layer, side: &Side, context: Context) -> Option<AnyView> {
    let own = side.schemes.iter().filter(|scheme| scheme.layer == layer);
    let mut items: Vec<AnyView> = own.map(|one| item(records, *one, context)).collect();
    let others = match layer {
        Layer::Cls => others_without_perimeter(layer, side.without_perimeter[0]),
        Layer::Cpts => others_without_perimeter(layer, side.without_perimeter[1]),
        Layer::Projects => None,
    };
    if items.is_empty() && others.is_none() {
        return None;
    }
    let more = if items.len() > SHOWN + 1 { items.split_off(SHOWN) } else { Vec::new() };
    let title = format!("{} autres", number(more.len() as u32));
    let more = (!more.is_empty()).then(|| {
        view! { <details><summary>{title}</summary><ul>{more}</ul></details> }
    });
    let notes = [undated(records, layer, side).map(str::to_owned), others];
    let notes = notes.map(|text| text.map(|text| view! { <p class="note">{text}</p> }));
    Some(view! { <ul>{items}</ul> {more} {notes} }.into_any())
}

/// That no source dates the signature of CLS, once for all of them.
fn undated(records: &Records, layer: Layer, side: &Side) -> Option<&'static str> {
    let own = side.schemes.iter().filter(|scheme| scheme.layer == layer && layer == Layer::Cls);
    let dated: Vec<bool> = own
        .filter_map(|one| records.scheme_at(*one))
        .map(|scheme| !signatures(layer, scheme).is_empty())
        .collect();
    match (dated.contains(&false), dated.contains(&true)) {
        (false, _) => None,
        (true, true) => Some("Signature non datée pour les autres."),
        (true, false) => Some("Signature non datée par la source."),
    }
}

/// A scheme: its name, where it stands, when it was signed.
fn item(records: &Records, scheme: SchemeIndex, context: Context) -> AnyView {
    let subject = Subject::Scheme(scheme);
    let name = context.link(subject.clone(), typographic(records.name_of(&subject)));
    let facts = records.scheme_at(scheme).map(|own| {
        let standing = standing(scheme.layer, own, named(records, &own.suite));
        let facts: Vec<String> =
            [Some(standing), signed(scheme.layer, own)].into_iter().flatten().collect();
        view! { <span class="note">{facts.join(", ")}</span> }
    });
    view! { <li>{name} {facts}</li> }.into_any()
}

fn sources(records: &Records, side: &Side) -> AnyView {
    let ids: Vec<&str> = side.sources.iter().map(String::as_str).collect();
    let none = ids.is_empty().then_some("aucune");
    view! { <td>{sources_once(records, &ids)} {none}</td> }.into_any()
}
