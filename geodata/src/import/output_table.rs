//! The table that an import writes: `cls.csv` or `cpts.csv`, sorted by identifier.

use super::perimeter::Perimeter;
use super::read::Field;
use super::report::counted;
use super::request::Request;
use super::resolve::PublishedScheme;
use crate::inputs::Context;
use crate::names::normalized;
use crate::problem::Problem;
use crate::tables::{CLS_COLUMNS, CPTS_COLUMNS, Scheme};
use crate::territories::Territories;
use map::Layer;
use std::collections::{BTreeMap, HashMap};

/// A table to write, and the table at hand that it follows.
pub(super) struct OutputTable<'a> {
    layer: Layer,
    source: &'a str,
    territories: &'a Territories,
    /// The schemes of the table at hand: they keep their identifiers.
    known: &'a [Scheme],
    schemes: &'a [(PublishedScheme, Perimeter)],
}

impl<'a> OutputTable<'a> {
    /// The table of `schemes`, each with its perimeter.
    pub(super) fn new(
        request: &'a Request,
        context: &'a Context,
        schemes: &'a [(PublishedScheme, Perimeter)],
    ) -> Self {
        let Context { territories, tables, .. } = context;
        let (layer, source, known) = (request.layer, request.source.as_str(), &tables.schemes[..]);
        Self { layer, source, territories, known, schemes }
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
            "communes" => {
                let codes = perimeter.communes.iter().map(|one| all.communes[*one].code.as_str());
                joined(codes.collect())
            }
            "arrondissements" => {
                let codes = perimeter.arrondissements.iter();
                joined(codes.map(|one| all.arrondissements[*one].code.as_str()).collect())
            }
            // The note, which is the steward’s to write.
            _ => String::new(),
        }
    }

    /// The identifiers, in the order of the schemes: that of the table at hand where it has the
    /// name, else made from the name.
    fn identifiers(&self) -> Vec<String> {
        let known = self.known_names();
        let mut taken: BTreeMap<String, usize> = BTreeMap::new();
        let ids = self.schemes.iter().map(|(scheme, _)| {
            let known = known.get(&normalized(&scheme.name)).map(|one| one.id.clone());
            let id = known.unwrap_or_else(|| identifier(self.layer, &scheme.name));
            let count = taken.entry(id.clone()).or_default();
            *count += 1;
            if *count == 1 { id } else { format!("{id}-{count}") }
        });
        ids.collect()
    }

    fn known_names(&self) -> HashMap<String, &Scheme> {
        let known = self.known.iter().filter(|one| one.layer == self.layer);
        known.map(|one| (normalized(&one.name), one)).collect()
    }

    /// The changes against the table at hand, in a sentence.
    pub(super) fn changes(&self) -> String {
        let known = self.known_names();
        let is_known = |name: &str| known.contains_key(&normalized(name));
        let kept = self.schemes.iter().filter(|(scheme, _)| is_known(&scheme.name)).count();
        let published: Vec<String> =
            self.schemes.iter().map(|(one, _)| normalized(&one.name)).collect();
        let same_source = self.known.iter().filter(|one| one.layer == self.layer);
        let gone: Vec<&str> = same_source
            .filter(|one| one.source == self.source && !published.contains(&normalized(&one.name)))
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

/// `cpts-actes-sante` for « CPTS Actes Santé ».
fn identifier(layer: Layer, name: &str) -> String {
    let words = normalized(name).replace(' ', "-");
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
        assert_eq!(identifier(Layer::Cls, "Ville d’Échirolles"), "cls-ville-d-echirolles");
    }
}
