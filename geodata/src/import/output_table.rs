//! The table that an import writes: `cls.csv` or `cpts.csv`, sorted by identifier.

use super::perimeter::Perimeter;
use super::read::Field;
use super::report::counted;
use super::request::Request;
use super::resolve::{PublishedScheme, name_key};
use crate::inputs::Context;
use crate::names::normalized;
use crate::problem::Problem;
use crate::tables::resolve::Checker;
use crate::tables::{CLS_COLUMNS, CPTS_COLUMNS, Scheme, Tables};
use crate::territories::Territories;
use map::{CommuneCode, DepartmentCode, EpciSiren, Layer};
use std::collections::BTreeSet;

/// A table to write, and the table at hand that it follows.
pub(super) struct OutputTable<'a> {
    layer: Layer,
    source: &'a str,
    territories: &'a Territories,
    tables: &'a Tables,
    /// For the postal codes that are INSEE codes too.
    checker: &'a Checker<'a>,
    schemes: &'a [(PublishedScheme, Perimeter)],
    /// The scheme of the table at hand that each of them is: it keeps its identifier.
    known: Vec<Option<&'a Scheme>>,
}

impl<'a> OutputTable<'a> {
    /// The table of `schemes`, each with its perimeter.
    pub(super) fn new(
        request: &'a Request,
        context: &'a Context,
        checker: &'a Checker<'a>,
        schemes: &'a [(PublishedScheme, Perimeter)],
    ) -> Self {
        let Context { territories, tables, .. } = context;
        let (layer, source) = (request.layer, request.source.as_str());
        let mut table =
            Self { layer, source, territories, tables, checker, schemes, known: Vec::new() };
        table.known = schemes.iter().map(|scheme| table.known_as(scheme)).collect();
        table
    }

    /// The scheme at hand of that layer and name that lies in one of the same departments. A name
    /// that is written otherwise by a sign (« A / B » for « A, B ») is the same if it is the only
    /// one, here and there.
    fn known_as(&self, (scheme, perimeter): &(PublishedScheme, Perimeter)) -> Option<&'a Scheme> {
        let department = |index: &usize| &self.territories.communes[*index].departement;
        let communes = self.communes(perimeter);
        let own: BTreeSet<&DepartmentCode> = communes.iter().map(department).collect();
        let is_near = |one: &&Scheme| {
            let mut theirs = one.perimeter.communes.iter().map(department).peekable();
            own.is_empty() || theirs.peek().is_none() || theirs.any(|code| own.contains(code))
        };
        let plain = normalized(&scheme.name);
        let near = self.tables.schemes.iter().filter(|one| one.layer == self.layer);
        let near: Vec<&Scheme> =
            near.filter(|one| normalized(&one.name) == plain).filter(is_near).collect();
        let key = name_key(&scheme.name);
        let same = near.iter().find(|one| name_key(&one.name) == key);
        let published = self.schemes.iter().filter(|(one, _)| normalized(&one.name) == plain);
        let is_only = near.len() == 1 && published.count() == 1;
        same.or(near.first().filter(|_| is_only)).copied()
    }

    /// The communes of a perimeter, those that it covers in part included.
    fn communes(&self, perimeter: &Perimeter) -> BTreeSet<usize> {
        let all = self.territories;
        let wholes: BTreeSet<&CommuneCode> = perimeter
            .arrondissements
            .iter()
            .map(|part| &all.arrondissements[*part].commune)
            .collect();
        let epci: BTreeSet<&EpciSiren> =
            perimeter.epci.iter().map(|index| &all.epci[*index].code).collect();
        let mut communes = perimeter.communes.clone();
        if !wholes.is_empty() || !epci.is_empty() {
            let rows = all.communes.iter().enumerate();
            let inside = rows.filter(|(_, one)| {
                wholes.contains(&one.code) || one.epci.as_ref().is_some_and(|e| epci.contains(e))
            });
            communes.extend(inside.map(|(index, _)| index));
        }
        communes
    }

    /// The table, comma-separated, UTF-8, LF.
    pub(super) fn bytes(&self) -> Result<Vec<u8>, csv::Error> {
        let columns = match self.layer {
            Layer::Cls => CLS_COLUMNS,
            _ => CPTS_COLUMNS,
        };
        let ids = self.identifiers();
        let mut rows: Vec<(String, &(PublishedScheme, Perimeter))> =
            ids.into_iter().zip(self.schemes).collect();
        rows.sort_by(|one, other| one.0.cmp(&other.0));
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(columns)?;
        for (id, scheme) in &rows {
            writer.write_record(columns.iter().map(|column| self.cell(column, id, scheme)))?;
        }
        writer.into_inner().map_err(|error| error.into_error().into())
    }

    fn cell(
        &self,
        column: &str,
        id: &str,
        (scheme, perimeter): &(PublishedScheme, Perimeter),
    ) -> String {
        let all = self.territories;
        let joined = |codes: Vec<&str>| codes.join(" ");
        match column {
            "id" => id.to_owned(),
            "nom" => scheme.name.replace('\'', "’"),
            "statut" => scheme.status.code().to_owned(),
            "debut" => scheme.start.clone().unwrap_or_default(),
            "fin" => scheme.end.clone().unwrap_or_default(),
            "site" => scheme.site.clone().unwrap_or_default(),
            "source" => self.source.to_owned(),
            "epci" => {
                joined(perimeter.epci.iter().map(|one| all.epci[*one].code.as_str()).collect())
            }
            "communes" => self.commune_cell(&scheme.name, perimeter),
            "arrondissements" => {
                let codes = perimeter.arrondissements.iter();
                joined(codes.map(|one| all.arrondissements[*one].code.as_str()).collect())
            }
            // The note, which is the steward’s to write.
            _ => String::new(),
        }
    }

    /// The communes by their codes; with their names where these could be taken for postal codes.
    fn commune_cell(&self, scheme: &str, perimeter: &Perimeter) -> String {
        let communes = perimeter.communes.iter().map(|index| &self.territories.communes[*index]);
        let codes: Vec<&str> = communes.clone().map(|one| one.code.as_str()).collect();
        match self.checker.postal_doubt(&codes, scheme) {
            None => codes.join(" "),
            Some(_) => {
                let named = communes.map(|one| format!("{} {}", one.code, one.nom));
                named.collect::<Vec<_>>().join(" | ")
            }
        }
    }

    /// The identifiers, in the order of the schemes: that of the table at hand where it has the
    /// scheme, else made from the name and, of homonyms, from the department.
    fn identifiers(&self) -> Vec<String> {
        let mut taken: BTreeSet<String> = self.tables.ids.clone();
        let mut ids = Vec::new();
        for ((scheme, perimeter), known) in self.schemes.iter().zip(&self.known) {
            let known = known.map(|one| one.id.clone()).filter(|id| !ids.contains(id));
            let id = known.unwrap_or_else(|| {
                let plain = identifier(self.layer, &scheme.name);
                let key = name_key(&scheme.name);
                let same = self.schemes.iter().filter(|(one, _)| name_key(&one.name) == key);
                let id = match (same.count(), self.communes(perimeter).first()) {
                    (2.., Some(first)) => {
                        let code = self.territories.communes[*first].departement.as_str();
                        format!("{plain}-{}", code.to_lowercase())
                    }
                    _ => plain,
                };
                first_free(&id, &taken)
            });
            taken.insert(id.clone());
            ids.push(id);
        }
        ids
    }

    /// The changes against the table at hand, in a sentence.
    pub(super) fn changes(&self) -> String {
        let known: BTreeSet<&str> =
            self.known.iter().flatten().map(|one| one.id.as_str()).collect();
        let kept = self.known.iter().flatten().count();
        let same_source = self.tables.schemes.iter().filter(|one| one.layer == self.layer);
        let gone: Vec<&str> = same_source
            .filter(|one| one.source == self.source && !known.contains(one.id.as_str()))
            .map(|one| one.id.as_str())
            .collect();
        let mut changes = format!(
            "{}\u{a0}: {kept} déjà dans la table, dont l’identifiant est repris, {}",
            counted(self.schemes.len(), "dispositif", "dispositifs"),
            counted(self.schemes.len() - kept, "nouveau", "nouveaux"),
        );
        if !gone.is_empty() {
            changes +=
                &format!("\u{a0}; de la même source, absents d’ici\u{a0}: {}", gone.join(", "));
        }
        changes + "."
    }
}

/// The identifier, with a number behind it if another row has it.
fn first_free(id: &str, taken: &BTreeSet<String>) -> String {
    let numbered = (2..).map(|number| format!("{id}-{number}"));
    let mut free = std::iter::once(id.to_owned()).chain(numbered);
    free.find(|id| !taken.contains(id)).unwrap_or_default()
}

/// `cpts-actes-sante` for « CPTS Actes Santé ».
fn identifier(layer: Layer, name: &str) -> String {
    let name = name.replace('+', " plus ").replace('&', " et ");
    let words = normalized(&name).replace(' ', "-");
    let plain: String =
        words.chars().filter(|char| char.is_ascii_alphanumeric() || *char == '-').collect();
    let prefix = layer.code();
    match plain.strip_prefix(&format!("{prefix}-")) {
        Some(_) => plain,
        None => format!("{prefix}-{plain}"),
    }
}

/// A problem if no identifier can be made from the name: it has no letter and no digit.
pub(super) fn check_name(layer: Layer, scheme: &PublishedScheme) -> Option<Problem> {
    let is_empty = identifier(layer, &scheme.name).len() == layer.code().len() + 1;
    let record = scheme.records.first().filter(|_| is_empty)?;
    Some(record.problem(Field::Name, &scheme.name, "un nom, avec des lettres ou des chiffres"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_made_from_names() {
        assert_eq!(identifier(Layer::Cpts, "CPTS Actes Santé"), "cpts-actes-sante");
        assert_eq!(identifier(Layer::Cpts, "CPTS Nord+Sud"), "cpts-nord-plus-sud");
        assert_eq!(identifier(Layer::Cls, "Ville d’Échirolles"), "cls-ville-d-echirolles");
    }
}
