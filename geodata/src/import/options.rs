//! The options of an import, checked like everything else.

use super::read::{Field, Override, problem_of_form};
use super::request::Request;
use super::resolve::{OwnStatus, own_status};
use crate::names::nearest_of;
use crate::problem::{Finding, Problem};
use crate::tables::Tables;
use crate::territories::Territories;
use map::{Layer, RegionCode};

/// The options of a request, checked.
pub(super) struct Options {
    /// Columns that the steward names.
    pub fields: Vec<Override>,
    /// Phrases whose status the steward says.
    pub statuses: Vec<OwnStatus>,
    /// The region that the list is about.
    pub region: Option<RegionCode>,
}

impl Options {
    /// Reads the options; those that are wrong are among the problems.
    pub(super) fn read(
        request: &Request,
        tables: &Tables,
        territories: &Territories,
        problems: &mut Vec<Problem>,
    ) -> Self {
        check_source(request, tables, problems);
        Self {
            fields: fields(request, problems),
            statuses: statuses(request, problems),
            region: region(request, territories, problems),
        }
    }
}

fn check_source(request: &Request, tables: &Tables, problems: &mut Vec<Problem>) {
    let known = &tables.sources;
    if !known.contains_key(&request.source) {
        let proposal = nearest_of(&request.source, known.keys().map(String::as_str));
        let expected = "un identifiant de sources.csv";
        let finding = Finding::proposing(expected, proposal);
        problems.push(problem_of_form("--source", 0, &request.source, finding));
    }
}

fn fields(request: &Request, problems: &mut Vec<Problem>) -> Vec<Override> {
    let mut fields: Vec<Override> =
        request.ignored.iter().map(|column| Override::ignored(column)).collect();
    if request.layer == Layer::Cls {
        // The table of CLS has no column for it.
        fields.push(Override::none(Field::Site));
    }
    for text in &request.fields {
        match Override::read(text) {
            Ok(field) => fields.push(field),
            Err(finding) => problems.push(problem_of_form("--champ", 0, text, finding)),
        }
    }
    fields
}

fn statuses(request: &Request, problems: &mut Vec<Problem>) -> Vec<OwnStatus> {
    let mut statuses = Vec::new();
    for text in &request.statuses {
        match own_status(text) {
            Some(status) => statuses.push(status),
            None => {
                let expected =
                    "PHRASE=STATUT, où STATUT est actif, en_preparation, echu ou inconnu";
                problems.push(problem_of_form("--statut", 0, text, expected));
            }
        }
    }
    statuses
}

fn region(
    request: &Request,
    territories: &Territories,
    problems: &mut Vec<Problem>,
) -> Option<RegionCode> {
    let code = request.region.as_ref()?;
    let known = territories.regions.iter().find(|one| one.code.as_str() == code);
    if known.is_none() {
        let expected = "un code de région (93 pour Provence-Alpes-Côte d’Azur)";
        problems.push(problem_of_form("--region", 0, code, expected));
    }
    known.map(|one| one.code.clone())
}
