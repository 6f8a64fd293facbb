//! What further sources say: published figures, places, calls, roadmaps, statements on a scheme.
//!
//! Published figures stand beside what we compute and are never mixed with it; sources that
//! disagree are shown side by side, each with its date.

use super::schemes::source;
use leptos::prelude::*;
use map::served::{Field, Indicator, Nature, Statement, TerritoryFacts};
use map::text::{date, typographic};
use map::{Level, Records, Territory};

/// The facts of a territory, then those of its region, folded away.
pub(crate) fn territory_facts(records: &Records, territory: Territory) -> impl IntoView + use<> {
    let properties = records.properties(territory);
    let level = match territory {
        Territory::Department(_) => Level::Department,
        Territory::Epci(_) => Level::Epci,
    };
    let own = records.file.facts.for_territory(level, &properties.code);
    let region = records.file.facts.for_territory(Level::Region, properties.region.as_str());
    let name = typographic(records.region_name(&properties.region));
    let own = (!own.is_empty()).then(|| {
        view! {
            <section class="layer-answer layer-answer-facts">
                <h3>"Aussi publié sur ce territoire"</h3>
                {list(records, &own)}
            </section>
        }
    });
    let region = (!region.is_empty()).then(|| {
        view! {
            <details class="layer-answer layer-answer-facts">
                <summary><h3>{format!("Publié pour la région {name}")}</h3></summary>
                {list(records, &region)}
            </details>
        }
    });
    view! { {own} {region} }
}

fn list(records: &Records, facts: &TerritoryFacts) -> impl IntoView + use<> {
    let indicators = facts.indicateurs.iter().map(|one| indicator(records, one).into_any());
    let places = facts.lieux.iter().map(|place| {
        let holder = place.etablissement.as_deref().map(|name| format!(", {name}"));
        let text = format!("{}, {}{}", place.nom, place.nom_commune, holder.unwrap_or_default());
        fact(
            records,
            place.kind.label(),
            &text,
            place.date.as_deref(),
            &place.source,
            place.note.as_deref(),
        )
        .into_any()
    });
    let mentions = facts.mentions.iter().map(|one| {
        let label = format!("{} citée, périmètre inconnu", one.couche.short_title());
        fact(records, &label, &one.nom, one.date.as_deref(), &one.source, one.note.as_deref())
            .into_any()
    });
    let calls = facts.appels.iter().map(|one| {
        let closed = one.cloture.as_deref().map(|day| format!(", clos le {}", date(day)));
        let text = format!(
            "{}{}. Thèmes\u{a0}: {}.",
            one.titre,
            closed.unwrap_or_default(),
            one.themes.join("\u{a0}; ")
        );
        fact(
            records,
            "Appel à projets",
            &text,
            one.date.as_deref(),
            &one.source,
            one.note.as_deref(),
        )
        .into_any()
    });
    let roadmaps = facts.feuilles_de_route.iter().map(|one| {
        let text = format!("{}\u{a0}: {}", one.titre, one.territoire);
        fact(
            records,
            "Feuille de route",
            &text,
            one.date.as_deref(),
            &one.source,
            one.note.as_deref(),
        )
        .into_any()
    });
    let all = indicators.chain(places).chain(mentions).chain(calls).chain(roadmaps);
    view! { <ul class="schemes">{all.collect::<Vec<_>>()}</ul> }
}

/// A figure as published, with what another source says instead.
fn indicator(records: &Records, indicator: &Indicator) -> impl IntoView + use<> {
    let nature = match indicator.nature {
        Nature::Observed => "",
        Nature::Objective => " (objectif)",
        Nature::Ceiling => " (plafond)",
    };
    let of = indicator.denominateur.as_deref().map(|whole| format!(", sur {whole}"));
    let text = format!("{}{}{nature}", indicator.amount(), of.unwrap_or_default());
    let others = records.file.facts.disagreeing_with(indicator);
    let others: Vec<_> = others
        .into_iter()
        .map(|other| {
            view! {
                <p class="caution">
                    "Une autre source donne\u{a0}: "
                    {format!("{} ({})", other.amount(), typographic(&other.libelle))}
                    {source(records, &other.source)}
                </p>
            }
        })
        .collect();
    let fact = fact(
        records,
        &indicator.libelle,
        &text,
        indicator.date.as_deref(),
        &indicator.source,
        indicator.note.as_deref(),
    );
    view! { {fact} {others} }
}

fn fact(
    records: &Records,
    label: &str,
    text: &str,
    day: Option<&str>,
    source_id: &str,
    note: Option<&str>,
) -> impl IntoView + use<> {
    let day = day.map(|day| format!(" · {}", date(day)));
    view! {
        <li class="scheme">
            <p class="fact-label">{typographic(label)}</p>
            <p><strong>{typographic(text)}</strong> {day}</p>
            {note.map(|note| view! { <p class="note">{typographic(note)}</p> })}
            {source(records, source_id)}
        </li>
    }
}

/// The value of a statement as people write it.
fn stated(statement: &Statement) -> String {
    match statement.champ {
        Field::Signature => date(&statement.valeur),
        Field::Periode => statement.valeur.replace('/', "–"),
        _ => typographic(&statement.valeur),
    }
}

/// What further sources say of a scheme, beside what its own row says.
pub(crate) fn statements(records: &Records, scheme: &str) -> Option<impl IntoView + use<>> {
    let statements = records.file.facts.on_scheme(scheme);
    let items: Vec<_> = statements
        .iter()
        .map(|one| {
            view! {
                <li>
                    <span class="fact-label">{one.champ.label()} "\u{a0}: "</span>
                    {stated(one)}
                </li>
            }
        })
        .collect();
    let mut sources: Vec<&str> = statements.iter().map(|one| one.source.as_str()).collect();
    sources.dedup();
    let sources: Vec<_> = sources.into_iter().map(|id| source(records, id)).collect();
    (!items.is_empty()).then(|| {
        view! {
            <details class="statements">
                <summary>"D’après une autre source"</summary>
                <ul>{items}</ul>
                {sources}
            </details>
        }
    })
}
