//! Published figures: of the coverage of a territory, and objectives beside results.

use super::fact::{Fact, Page, list};
use crate::sources::{page_link, source_link};
use leptos::prelude::*;
use map::served::{Indicator, Nature};
use map::text::{amount, date, figure, page_read, published, typographic};
use map::{Layer, Level, Records, Territory};

/// A figure as a fact.
pub(super) fn fact(indicator: &Indicator) -> Fact<'_> {
    Fact {
        label: indicator.libelle.clone(),
        text: figure(indicator),
        date: indicator.date.as_deref(),
        source: &indicator.source,
        note: indicator.note.as_deref(),
        page: page(indicator),
    }
}

fn page(indicator: &Indicator) -> Option<Page<'_>> {
    let text = page_read(indicator.editeur.as_deref()?, indicator.lue.as_deref());
    Some(Page { address: indicator.page.as_deref(), text })
}

/// The figures of other sources that disagree with one.
pub(super) fn disagreement(records: &Records, indicator: &Indicator) -> AnyView {
    // Of two figures of one territory, the first tells of both.
    let is_shown = |other: &&Indicator| {
        other.code == indicator.code && other.niveau == indicator.niveau && other.id < indicator.id
    };
    let others = records.file.facts.disagreeing_with(indicator).into_iter();
    let others = others.filter(|other| !is_shown(other)).map(|other| {
        let own = format!("{} ({})", amount(indicator), typographic(&indicator.libelle));
        let day = other.date.as_deref().map(|day| format!(", {}", date(day)));
        let text = format!(
            "{} ({}{})",
            amount(other),
            typographic(&other.libelle),
            day.unwrap_or_default()
        );
        view! {
            <div class="caution">
                <p>{format!("À {own}, une autre source oppose\u{a0}: {text}.")}</p>
                {source_link(records, &other.source)}
            </div>
        }
    });
    others.collect::<Vec<_>>().into_any()
}

/// The figures of the coverage of a territory by a layer, of the nearest level that has some, with the
/// name of that territory.
fn nearest(
    layer: Layer,
    records: &Records,
    territory: Territory,
) -> Option<(String, Vec<&Indicator>)> {
    let properties = records.properties(territory);
    let departments = properties.departements.iter().map(|one| (Level::Department, one.as_str()));
    let mut levels: Vec<(Level, &str)> = match territory {
        Territory::Region(_) => Vec::new(),
        Territory::Department(_) => departments.collect(),
        Territory::Epci(_) => {
            std::iter::once((Level::Epci, properties.code.as_str())).chain(departments).collect()
        }
    };
    levels.extend([(Level::Region, properties.region.as_str()), (Level::Country, "FR")]);
    let figures = records.file.facts.on_coverage(layer, &levels);
    let first = figures.first()?;
    let name = match first.niveau {
        Level::Region => records.region_name(&properties.region).to_owned(),
        Level::Department => {
            let mut all = records.file.departments.iter();
            all.find(|one| one.code == first.code).map(|one| one.nom.clone()).unwrap_or_default()
        }
        Level::Country => "France".to_owned(),
        _ => properties.nom.clone(),
    };
    Some((name, figures))
}

/// The published figures of the coverage of a territory by a layer; none where nobody published any.
pub(crate) fn on_coverage(
    layer: Layer,
    records: &Records,
    territory: Territory,
) -> Option<impl IntoView + use<>> {
    let (name, figures) = nearest(layer, records, territory)?;
    let facts = figures.into_iter().map(fact).collect();
    Some(view! {
        <details class="published-figures">
            <summary>{format!("Publié ({}), à côté de ce qui est calculé ici", typographic(&name))}</summary>
            {list(records, facts)}
        </details>
    })
}

/// The same where a layer is not documented, each as a sentence with its source.
pub(crate) fn published_here(
    layer: Layer,
    records: &Records,
    territory: Territory,
) -> Option<impl IntoView + use<>> {
    let (name, figures) = nearest(layer, records, territory)?;
    let sentences: Vec<_> = figures
        .into_iter()
        .map(|one| {
            let source = records.file.manifest.sources.get(&one.source);
            let publisher = one.editeur.as_deref().or(source.map(|it| it.editeur.as_str()));
            let text = published(one, &name, publisher);
            let link = match page(one) {
                Some(page) => page_link(page.address, Some(page.text)).into_any(),
                None => source_link(records, &one.source).into_any(),
            };
            view! { <p>{text}</p> {link} }
        })
        .collect();
    Some(view! { <div class="published-figures">{sentences}</div> })
}

/// The national objectives, each beside the result that answers it, by their identifiers.
pub(crate) fn targets(records: &Records) -> Option<impl IntoView + use<>> {
    let all = &records.file.facts.indicateurs;
    let national = all.iter().filter(|one| one.niveau == Level::Country);
    let objectives = national.filter(|one| one.nature == Nature::Objective);
    let rows: Vec<_> = objectives.map(|objective| target(records, objective)).collect();
    let source =
        all.iter().find(|one| one.nature == Nature::Objective && one.niveau == Level::Country);
    let source = source.map(|one| source_link(records, &one.source));
    (!rows.is_empty()).then(|| {
        view! {
            <table class="compare">
                <thead><tr><th scope="col">"Objectif national"</th><th scope="col">"Visé"</th><th scope="col">"Obtenu"</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
            {source}
        }
    })
}

/// An objective, its term, and the result that answers it.
fn target(records: &Records, objective: &Indicator) -> impl IntoView + use<> {
    let stem = objective.id.trim_end_matches("-objectif");
    let result = records.file.facts.indicateurs.iter().find(|one| one.id == stem);
    let term = objective.date.as_deref().map(|term| format!(", d’ici {}", date(term)));
    view! {
        <tr>
            <th scope="row">{typographic(&objective.libelle)}</th>
            <td>{amount(objective)} {term}</td>
            <td>{result.map_or("non publié ici".to_owned(), amount)}</td>
        </tr>
    }
}
