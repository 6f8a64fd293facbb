//! The country: how many schemes and projects the map knows, from which lists.

use crate::context::Explained;
use crate::facts::{Title, comparison, label, targets, topics};
use crate::schemes::explanation;
use crate::sources::{documented_regions, source_link, sources_once};
use leptos::prelude::*;
use map::served::{Reach, SAINT_MARTIN, SchemeProperties, Topic};
use map::text::{listed_and_others, number, projects_in_all, status_day, typographic};
use map::{Layer, Records};
use std::collections::HashSet;

/// The lists that stand here alone.
const MEASURES: Title =
    Title { id: None, text: "Les dix mesures du Ségur de la santé, pilier\u{a0}4" };
const ADVICE: Title = Title { id: None, text: "Les recommandations de la Cour des comptes" };

/// The panel before anything is chosen: the numbers of schemes and projects, and their limits.
pub fn country(records: &Records) -> impl IntoView + use<> {
    let file = &records.file;
    let regional = file.projects.iter().filter(|one| one.portee == Reach::Regional).count();
    let distinct: HashSet<&str> =
        file.projects.iter().map(|project| project.dispositif.as_str()).collect();
    let count = file.projects.len() as u32;
    view! {
        <h2>"Ce que montre la carte"</h2>
        <p class="lead">
            "Touchez une intercommunalité ou choisissez un département\u{a0}: sa fiche dit quels dispositifs y existent, quelle part du territoire ils couvrent, selon qui et à quelle date."
        </p>
        <dl class="figures">
            {figure(
                "figure figure-cls",
                "contrats locaux de santé (CLS)",
                file.cls.len(),
                lists_and_others(records, &file.cls, Layer::Cls),
            )}
            {figure(
                "figure figure-cpts",
                "communautés professionnelles territoriales de santé (CPTS)",
                file.cpts.len(),
                lists_and_others(records, &file.cpts, Layer::Cpts),
            )}
            {figure(
                "figure figure-projects",
                "projets labellisés «\u{a0}CNR\u{a0}Santé\u{a0}»",
                file.projects.len(),
                typographic(&documented_regions(records, Layer::Projects).join(", ")),
            )}
        </dl>
        <p>{projects_in_all(count, regional as u32, distinct.len() as u32)}</p>
        <p class="caution">
            <strong>"Une région «\u{a0}non documentée\u{a0}» n’est pas une région sans dispositif\u{a0}:"</strong>
            " aucune liste ne nous y est connue. La carte ne suppose rien."
        </p>
        {knowledge(records)}
        {comparison(records, None)}
        {documents(records)}
    }
}

/// What the documents say of the whole country, folded away by subject.
fn documents(records: &Records) -> impl IntoView + use<> {
    let targets = targets(records).map(|table| {
        view! { <details class="plan"><summary>"Objectifs nationaux et résultats"</summary>{table}</details> }
    });
    let number = numbers(records);
    view! {
        <section class="layer-answer">
            <h3>"Pour comprendre"</h3>
            {number}
            {explanation(Layer::Cls, records, None, Explained::Here)}
            {explanation(Layer::Cpts, records, None, Explained::Here)}
            {label(records, Explained::Here)}
            {targets}
            {topics(records, MEASURES, &[Topic::SegurMesure, Topic::SegurAvancement], None, Explained::Here)}
            {topics(records, ADVICE, &[Topic::Recommandation], None, Explained::Here)}
            {mentions(records)}
        </section>
    }
}

/// The numbers that people may need, never folded away.
fn numbers(records: &Records) -> Option<impl IntoView + use<>> {
    let mut facts = records.file.facts.reperes.iter();
    let fact = facts.find(|one| one.sujet == Topic::NumeroUtile)?;
    let note = fact.note.as_deref().map(typographic);
    Some(view! {
        <p><strong>{typographic(&fact.libelle)}</strong> ". " {note}</p>
        {source_link(records, &fact.source)}
    })
}

/// The schemes that are only cited, without their perimeter; none where there are none.
fn mentions(records: &Records) -> Option<impl IntoView + use<>> {
    let all = &records.file.facts.mentions;
    let items: Vec<_> = all
        .iter()
        .map(|one| {
            let region = one.region.as_ref().map(|code| typographic(records.region_name(code)));
            let note = one.note.as_deref().map(typographic);
            view! {
                <li>
                    {typographic(&one.nom)} {region.map(|region| format!(" ({region})"))}
                    {note.map(|note| view! { <p class="note">{note}</p> })}
                </li>
            }
        })
        .collect();
    let sources: Vec<&str> = all.iter().map(|one| one.source.as_str()).collect();
    (!items.is_empty()).then(|| {
        view! {
            <details class="plan">
                <summary>"Communautés citées sans leur périmètre"</summary>
                <ul>{items}</ul>
                {sources_once(records, &sources)}
            </details>
        }
    })
}

/// The knowledge beside lists: schemes one by one, those without a perimeter, those off the map, and
/// the day of the statuses. Nothing where there is nothing but lists.
fn knowledge(records: &Records) -> Option<impl IntoView + use<>> {
    let manifest = &records.file.manifest;
    let day = status_day(manifest)?;
    let missing = |layer| {
        let all = records.schemes(layer).iter().filter(|one| !one.has_perimeter());
        format!("{} {}", number(all.count() as u32), layer.short_title())
    };
    let all = records.file.cls.iter().chain(&records.file.cpts);
    let outside = all.filter(|one| one.region.as_deref() == Some(SAINT_MARTIN));
    let outside: Vec<String> = outside.map(|one| typographic(&one.nom)).collect();
    let outside =
        (!outside.is_empty()).then(|| format!("Hors de la carte\u{a0}: {}.", outside.join(", ")));
    Some(view! {
        <p class="note">
            {format!(
                "{day}. Hors des listes, contrats et communautés sont connus un par un, par des \
                 annonces publiques\u{a0}: une absence n’y dit rien. {} et {} sont connus sans leur \
                 périmètre\u{a0}: ils ne sont ni dessinés ni comptés dans une part. ",
                missing(Layer::Cls),
                missing(Layer::Cpts),
            )}
            {outside}
        </p>
    })
}

fn figure(
    class: &'static str,
    label: &'static str,
    count: usize,
    regions: String,
) -> impl IntoView + use<> {
    view! {
        <div class=class>
            <dt>{label}</dt>
            <dd>{number(count as u32)}</dd>
            <dd class="where">{regions}</dd>
        </div>
    }
}

/// The regions of a layer's lists, with the number of schemes that are from other sources.
fn lists_and_others(records: &Records, schemes: &[SchemeProperties], layer: Layer) -> String {
    let lists = records.file.manifest.couches.iter().filter(|list| list.couche == layer);
    let lists: HashSet<&str> = lists.map(|list| list.source.as_str()).collect();
    let others = schemes.iter().filter(|scheme| !lists.contains(scheme.source.as_str())).count();
    let regions = documented_regions(records, layer).join(", ");
    listed_and_others((schemes.len() - others) as u32, others as u32, &regions)
}
