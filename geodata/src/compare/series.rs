//! A series: how many schemes, communes and inhabitants on each of several days, from one table.

use crate::error::Error;
use crate::files::Files;
use crate::tables::{Atoms, ReferenceDay, Tables};
use crate::territories::Territories;
use map::{Amount, AtomSet, Layer, Status};
use serde::Serialize;

/// One layer on one day. Perimeters that are not known are not counted: communes and inhabitants are lower bounds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct State {
    /// The day.
    #[serde(rename = "jour")]
    pub day: String,
    /// The layer.
    #[serde(rename = "couche")]
    pub layer: Layer,
    /// The schemes in force, by their dates or by presumption.
    #[serde(rename = "en_cours")]
    pub in_force: usize,
    /// The schemes in preparation.
    #[serde(rename = "en_preparation")]
    pub in_preparation: usize,
    /// The schemes that may have been there: nothing dates them well enough.
    #[serde(rename = "non_connus")]
    pub not_known: usize,
    /// The communes inside perimeters in force, at least.
    #[serde(rename = "communes_au_moins")]
    pub communes: u32,
    /// Their inhabitants, at least.
    #[serde(rename = "habitants_au_moins")]
    pub inhabitants: u32,
}

/// The states of a layer on several days.
///
/// # Errors
/// [`Error::Problems`] when the tables have some.
pub fn series(
    layer: Layer,
    days: &[ReferenceDay],
    sources: &Files,
    territories: &Territories,
    atoms: &Atoms,
) -> Result<Vec<State>, Error> {
    let state = |day: &ReferenceDay| {
        let tables = Tables::read(sources, territories, atoms, Some(day))?;
        Ok(State { day: day.as_str().to_owned(), ..state(layer, &tables, atoms) })
    };
    days.iter().map(state).collect()
}

fn state(layer: Layer, tables: &Tables, atoms: &Atoms) -> State {
    let own = || tables.schemes.iter().filter(|one| one.layer == layer);
    let count = |statuses: &[Status]| own().filter(|one| statuses.contains(&one.status)).count();
    const IN_FORCE: [Status; 2] = [Status::Active, Status::Presumed];
    let in_force = own().filter(|one| IN_FORCE.contains(&one.status));
    let covered = in_force.fold(AtomSet::default(), |all, one| all.union(&one.perimeter.atoms));
    let amount = Amount::of(&covered, &atoms.list);
    State {
        day: String::new(),
        layer,
        in_force: count(&IN_FORCE),
        in_preparation: count(&[Status::InPreparation]),
        not_known: count(&[Status::NotEstablished, Status::Unknown, Status::FormerState]),
        communes: amount.communes + amount.communes_en_partie,
        inhabitants: amount.population,
    }
}
