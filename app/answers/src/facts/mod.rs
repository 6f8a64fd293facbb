//! Facts of further sources: published figures, places, calls, roadmaps, statements on a scheme.
//!
//! Published figures stand beside what we compute and are never mixed with it; sources that
//! disagree are shown side by side, each with its date.

mod comparison;
mod fact;
mod figures;
mod key_facts;
mod plans;
mod statements;

pub(crate) use comparison::comparison;
pub(crate) use figures::{on_coverage, published_here, targets};
pub(crate) use key_facts::{Title, label, topics};
pub(crate) use statements::{located, statements};

use fact::{Fact, list};
use leptos::prelude::*;
use map::served::TerritoryFacts;
use map::text::{mentioned, named_place, typographic};
use map::{Level, Records, Territory};

/// More facts than these are folded away.
const SHOWN: usize = 4;

/// The facts of a territory, then those of its region, folded away.
pub(crate) fn territory_facts(records: &Records, territory: Territory) -> impl IntoView + use<> {
    let properties = records.properties(territory);
    let own = records.file.facts.for_territory(territory.level(), &properties.code);
    let is_region = matches!(territory, Territory::Region(_));
    let region = (!is_region)
        .then(|| records.file.facts.for_territory(Level::Region, properties.region.as_str()));
    let name = typographic(records.region_name(&properties.region));
    let region = region.filter(|facts| !facts.is_empty()).map(|facts| {
        view! {
            <details class="layer-answer layer-answer-facts">
                <summary><h3>{format!("Publié pour la région {name}")}</h3></summary>
                {all(records, &facts)}
            </details>
        }
    });
    view! { {own_facts(records, &own)} {region} }
}

/// The facts of one commune; none where there are none.
pub(crate) fn commune_facts(records: &Records, code: &str) -> Option<impl IntoView + use<>> {
    own_facts(records, &records.file.facts.for_territory(Level::Commune, code))
}

/// What else is published on a territory, folded away where it is long.
fn own_facts(records: &Records, facts: &TerritoryFacts) -> Option<AnyView> {
    let count = facts.indicateurs.len() + facts.lieux.len() + facts.mentions.len();
    let plans = facts.appels.len() + facts.feuilles_de_route.len();
    let list = || all(records, facts);
    if facts.is_empty() {
        return None;
    }
    const TITLE: &str = "Aussi publié sur ce territoire";
    Some(if count + plans > SHOWN {
        view! {
            <details class="layer-answer layer-answer-facts">
                <summary><h3>{TITLE}</h3></summary>
                {list()}
            </details>
        }
        .into_any()
    } else {
        view! { <section class="layer-answer layer-answer-facts"><h3>{TITLE}</h3>{list()}</section> }
            .into_any()
    })
}

fn all(records: &Records, facts: &TerritoryFacts) -> impl IntoView + use<> {
    let indicators: Vec<AnyView> =
        facts.indicateurs.iter().map(|one| figures::disagreement(records, one)).collect();
    let figures = facts.indicateurs.iter().map(|one| figures::fact(one));
    let venues = facts.lieux.iter().map(|one| Fact {
        label: one.kind.label().to_owned(),
        text: named_place(one),
        date: one.date.as_deref(),
        source: &one.source,
        note: one.note.as_deref(),
        page: None,
    });
    let mentions = facts.mentions.iter().map(|one| Fact {
        label: mentioned(one),
        text: one.nom.clone(),
        date: one.date.as_deref(),
        source: &one.source,
        note: one.note.as_deref(),
        page: None,
    });
    let facts_list = list(records, figures.chain(venues).chain(mentions).collect());
    view! {
        {facts_list}
        {indicators}
        {plans::roadmaps(records, &facts.feuilles_de_route)}
        {plans::calls(records, &facts.appels)}
    }
}
