//! Facts of further sources: published figures, places, calls, roadmaps, statements on a scheme.
//!
//! Published figures stand beside what we compute and are never mixed with it; sources that
//! disagree are shown side by side, each with its date.

use crate::sources::{page_link, source_link};
use leptos::prelude::*;
use map::served::{Indicator, TerritoryFacts};
use map::text::{
    amount, call, date, figure, mentioned, named_place, page_read, roadmap, stated, typographic,
};
use map::{Layer, Level, Records, Territory};

/// The facts of a territory, then those of its region, folded away.
pub(crate) fn territory_facts(records: &Records, territory: Territory) -> impl IntoView + use<> {
    let properties = records.properties(territory);
    let own = records.file.facts.for_territory(territory.level(), &properties.code);
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
    let is_region = matches!(territory, Territory::Region(_));
    let region = (!is_region && !region.is_empty()).then(|| {
        view! {
            <details class="layer-answer layer-answer-facts">
                <summary><h3>{format!("Publié pour la région {name}")}</h3></summary>
                {list(records, &region)}
            </details>
        }
    });
    view! { {own} {region} }
}

/// One fact, whatever it is about.
struct Fact<'a> {
    label: &'a str,
    text: String,
    date: &'a Option<String>,
    source: &'a str,
    note: &'a Option<String>,
    page: Option<Page<'a>>,
}

/// The page that states a fact, where its source is many pages.
struct Page<'a> {
    address: Option<&'a str>,
    text: String,
}

impl Fact<'_> {
    fn view(self, records: &Records) -> AnyView {
        let day = self.date.as_deref().map(|day| format!(" · {}", date(day)));
        let note = self.note.as_deref().map(typographic);
        let source = match self.page {
            Some(page) => page_link(page.address, Some(page.text)).into_any(),
            None => source_link(records, self.source).into_any(),
        };
        view! {
            <li class="scheme">
                <p class="fact-label">{typographic(self.label)}</p>
                <p><strong>{typographic(&self.text)}</strong> {day}</p>
                {note.map(|note| view! { <p class="note">{note}</p> })}
                {source}
            </li>
        }
        .into_any()
    }
}

fn list(records: &Records, facts: &TerritoryFacts) -> impl IntoView + use<> {
    let indicators = facts.indicateurs.iter().map(|one| indicator(records, one));
    let venues = facts.lieux.iter().map(|one| Fact {
        label: one.kind.label(),
        text: named_place(one),
        date: &one.date,
        source: &one.source,
        note: &one.note,
        page: None,
    });
    let calls = facts.appels.iter().map(|one| Fact {
        label: "Appel à projets",
        text: call(one),
        date: &one.date,
        source: &one.source,
        note: &one.note,
        page: None,
    });
    let roadmaps = facts.feuilles_de_route.iter().map(|one| Fact {
        label: "Feuille de route",
        text: roadmap(one),
        date: &one.date,
        source: &one.source,
        note: &one.note,
        page: None,
    });
    let mentions = facts.mentions.iter().map(|one| {
        let fact = Fact {
            label: &mentioned(one),
            text: one.nom.clone(),
            date: &one.date,
            source: &one.source,
            note: &one.note,
            page: None,
        };
        fact.view(records)
    });
    let all: Vec<AnyView> = indicators
        .chain(venues.map(|fact| fact.view(records)))
        .chain(mentions)
        .chain(calls.chain(roadmaps).map(|fact| fact.view(records)))
        .collect();
    view! { <ul class="schemes">{all}</ul> }
}

fn page(indicator: &Indicator) -> Option<Page<'_>> {
    let text = page_read(indicator.editeur.as_deref()?, indicator.lue.as_deref());
    Some(Page { address: indicator.page.as_deref(), text })
}

/// The published figures of the coverage of a territory by a layer, of the nearest level that has
/// some; none where nobody published any.
pub(crate) fn on_coverage(
    layer: Layer,
    records: &Records,
    territory: Territory,
) -> Option<impl IntoView + use<>> {
    let properties = records.properties(territory);
    let region = properties.region.as_str();
    let departments = properties.departements.iter().map(|one| (Level::Department, one.as_str()));
    let mut levels: Vec<(Level, &str)> = match territory {
        Territory::Region(_) => Vec::new(),
        Territory::Department(_) => departments.collect(),
        Territory::Epci(_) => {
            std::iter::once((Level::Epci, properties.code.as_str())).chain(departments).collect()
        }
    };
    levels.extend([(Level::Region, region), (Level::Country, "FR")]);
    let figures = records.file.facts.on_coverage(layer, &levels);
    let first = figures.first()?;
    let territory = match first.niveau {
        Level::Region => records.region_name(&properties.region).to_owned(),
        Level::Department => {
            let mut all = records.file.departments.iter();
            all.find(|one| one.code == first.code).map(|one| one.nom.clone()).unwrap_or_default()
        }
        Level::Country => "France".to_owned(),
        _ => properties.nom.clone(),
    };
    let items: Vec<AnyView> = figures.iter().map(|one| indicator(records, one)).collect();
    Some(view! {
        <div class="published-figures">
            <p class="fact-label">{format!("Publié ({}), à côté de ce qui est calculé ici\u{a0}:", typographic(&territory))}</p>
            <ul class="schemes">{items}</ul>
        </div>
    })
}

/// A figure as published, with those of other sources that disagree.
fn indicator(records: &Records, indicator: &Indicator) -> AnyView {
    let fact = Fact {
        label: &indicator.libelle,
        text: figure(indicator),
        date: &indicator.date,
        source: &indicator.source,
        note: &indicator.note,
        page: page(indicator),
    };
    let others = records.file.facts.disagreeing_with(indicator).into_iter().map(|other| {
        let text = format!("{} ({})", amount(other), typographic(&other.libelle));
        view! {
            <p class="caution">
                "Une autre source donne\u{a0}: " {text} {source_link(records, &other.source)}
            </p>
        }
    });
    view! { {fact.view(records)} {others.collect::<Vec<_>>()} }.into_any()
}

/// The statements of further sources on a scheme, beside its own row; none where there are none.
pub(crate) fn statements(records: &Records, scheme: &str) -> Option<impl IntoView + use<>> {
    let statements = records.file.facts.on_scheme(scheme);
    let items: Vec<_> = statements
        .iter()
        .map(|one| {
            let label = one.champ.label();
            view! { <li><span class="fact-label">{label} "\u{a0}: "</span> {stated(one)}</li> }
        })
        .collect();
    let mut sources: Vec<&str> = statements.iter().map(|one| one.source.as_str()).collect();
    sources.dedup();
    let links: Vec<_> = sources.into_iter().map(|id| source_link(records, id)).collect();
    (!items.is_empty()).then(|| {
        view! {
            <details class="statements">
                <summary>"D’après une autre source"</summary>
                <ul>{items}</ul>
                {links}
            </details>
        }
    })
}
