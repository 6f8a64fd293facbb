//! What is published of a region or of the country, beside what is computed here.

use leptos::prelude::*;
use map::served::Indicator;
use map::text::{amount, date, number, share};
use map::{Class, CoverageByClass, Degree, Layer, Level, Records, Territory};

/// The published and the computed figures of a region, or of the country, side by side.
pub(crate) fn comparison(records: &Records, region: Option<usize>) -> impl IntoView + use<> {
    let (level, code) = match region {
        Some(index) => (Level::Region, records.file.regions[index].code.as_str()),
        None => (Level::Country, "FR"),
    };
    let rows: Vec<AnyView> = [Layer::Cls, Layer::Cpts]
        .into_iter()
        .flat_map(|layer| {
            let figures = records.file.facts.on_coverage(layer, &[(level, code)]);
            let of =
                |is_share: bool| figures.iter().copied().find(|one| (one.unite == "%") == is_share);
            let title = layer.short_title();
            [
                row(format!("{title}\u{a0}: nombre"), of(false), number_of(layer, records, region)),
                row(
                    format!("{title}\u{a0}: part de la population"),
                    of(true),
                    share_of(layer, records, region),
                ),
            ]
        })
        .collect();
    view! {
        <section class="layer-answer">
            <h3>"Publié et calculé, côte à côte"</h3>
            <table class="compare">
                <thead><tr><td></td><th scope="col">"Publié"</th><th scope="col">"Calculé ici"</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}

fn row(title: String, published: Option<&Indicator>, computed: String) -> AnyView {
    let published = published.map_or("rien".to_owned(), |one| {
        let day = one.date.as_deref().map(|day| format!(", {}", date(day)));
        format!("{}{}", amount(one), day.unwrap_or_default())
    });
    view! { <tr><th scope="row">{title}</th><td>{published}</td><td>{computed}</td></tr> }
        .into_any()
}

fn number_of(layer: Layer, records: &Records, region: Option<usize>) -> String {
    let mut degrees = records.file.manifest.degres.iter().filter(|one| one.couche == layer);
    let code = region.map(|index| records.file.regions[index].code.as_str());
    let (schemes, is_list) = match code {
        None => (records.schemes(layer).len() as u32, false),
        Some(code) => {
            let own = degrees.find(|one| one.region.as_str() == code);
            (own.map_or(0, |one| one.dispositifs), own.is_some_and(|one| one.degre == Degree::List))
        }
    };
    match (schemes, is_list) {
        (0, false) => "non documenté".to_owned(),
        (all, true) => number(all),
        (all, false) => format!("au moins {}", number(all)),
    }
}

fn share_of(layer: Layer, records: &Records, region: Option<usize>) -> String {
    let regions = match region {
        Some(index) => index..index + 1,
        None => 0..records.file.regions.len(),
    };
    let (mut inside, mut all, mut is_open) = (0, 0, false);
    for index in regions {
        all += records.file.regions[index].population;
        match records.coverage(layer, Territory::Region(index)) {
            None => is_open = true,
            Some(classes) => {
                inside += in_force(classes);
                is_open |=
                    classes.keys().any(|one| matches!(one, Class::NotKnown | Class::Undocumented));
            }
        }
    }
    match (inside, is_open) {
        (0, true) => "non documenté".to_owned(),
        (inside, true) => {
            format!("au moins {} dans un périmètre actif", share(inside, all))
        }
        (inside, false) => format!("{} dans un périmètre actif", share(inside, all)),
    }
}

/// The people in perimeters that are active or presumed so.
fn in_force(classes: &CoverageByClass) -> u32 {
    let people = |class| classes.get(&class).map_or(0, |one| one.population);
    people(Class::Active) + people(Class::Presumed)
}
