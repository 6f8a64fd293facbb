//! The card beside the pointer: what a symbol stands for, which schemes are there.

use map::text::{number, status, typographic};
use map::{Layer, Marked, Records, SchemeIndex, Subject, Territory};

/// The most names on a card.
const MOST: usize = 4;

/// The lines of a card.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Card {
    /// The name of one thing, or the number of several.
    pub title: String,
    /// The names of several things, or the kind of one.
    pub lines: Vec<String>,
}

/// The schemes at a point: « CLS Lyon, actif ».
pub fn schemes_here(records: &Records, schemes: &[SchemeIndex]) -> Vec<String> {
    let line = |index: &SchemeIndex| {
        let scheme = records.scheme_at(*index)?;
        Some(format!("{}, {}", typographic(&scheme.nom), status(index.layer, scheme.statut)))
    };
    at_most(schemes.iter().filter_map(line).collect())
}

/// The things that a symbol stands for.
pub fn card(records: &Records, marked: &Marked) -> Card {
    match marked {
        Marked::Projects(territory) => of_projects(records, *territory),
        Marked::Signs(subjects) => match &subjects[..] {
            [one] => {
                Card { title: typographic(records.name_of(one)), lines: vec![kind(records, one)] }
            }
            several => Card {
                title: several.len().to_string() + "\u{a0}repères ici",
                lines: at_most(
                    several.iter().map(|one| typographic(records.name_of(one))).collect(),
                ),
            },
        },
    }
}

/// « 4 projets, Isère » and their names.
fn of_projects(records: &Records, territory: Territory) -> Card {
    let names: Vec<String> =
        records.counted_by(territory).map(|one| typographic(&one.nom)).collect();
    let name = typographic(&records.properties(territory).nom);
    let regional = matches!(territory, Territory::Region(_));
    let title = match (names.len(), regional) {
        (0 | 1, false) => format!("{}\u{a0}projet, {name}", names.len()),
        (count, false) => format!("{}\u{a0}projets, {name}", number(count as u32)),
        (count, true) => format!("{}\u{a0}projets régionaux, {name}", number(count as u32)),
    };
    let mut distinct = names;
    distinct.sort();
    distinct.dedup();
    Card { title, lines: at_most(distinct) }
}

fn kind(records: &Records, subject: &Subject) -> String {
    match subject {
        Subject::Venue(index) => {
            records.venue_at(*index).map(|one| one.kind.label().to_owned()).unwrap_or_default()
        }
        Subject::Scheme(index) => match (index.layer, records.scheme_at(*index)) {
            (Layer::Projects, _) | (_, None) => {
                "Projet labellisé «\u{a0}CNR\u{a0}Santé\u{a0}»".to_owned()
            }
            (layer, Some(scheme)) => {
                format!("{}, {}\u{a0}; siège", layer.short_title(), status(layer, scheme.statut))
            }
        },
        Subject::Territory(_) | Subject::Commune { .. } => String::new(),
    }
}

/// The first lines; the last one says how many are left out.
fn at_most(mut lines: Vec<String>) -> Vec<String> {
    let more = lines.len().saturating_sub(MOST);
    if more > 0 {
        lines.truncate(MOST);
        lines.push(format!("et {more}\u{a0}de plus"));
    }
    lines
}
