//! The content of the page: a subject with its schemes, or the rows of a list.

use super::compared::fields_of_comparison;
use super::csv::{CsvForm, csv};
use super::field::Field;
use super::fields::{code_of, fields_of_row, fields_of_scheme};
use super::geojson::{Colophon, Feature, collection};
use super::outline::outline;
use super::ring::position;
use crate::served::WhiteZones;
use crate::table::{Comparison, Listed, Row, Table};
use crate::{Atlas, CommuneCode, Layer, MapStyle, Records, SchemeIndex, Subject, Territory};

/// The beginning of the codes of fields that white zones tell.
const OUTSIDE: &str = "part_hors_des_deux";

/// The part of the page that is to be taken along.
#[derive(Clone, Copy, Debug)]
pub enum Shown<'a> {
    /// The answer for a subject, for the country without one: the schemes that `style` shows.
    Answer {
        /// The subject.
        subject: Option<&'a Subject>,
        /// The layers and statuses that are shown.
        style: &'a MapStyle,
    },
    /// The rows of a list, by index, in their order.
    Rows {
        /// The table.
        table: &'a Table,
        /// The indexes of its rows.
        shown: &'a [usize],
    },
    /// Territories side by side, a row for each.
    Compared(&'a Comparison),
}

impl Shown<'_> {
    /// The content as CSV: the schemes of an answer, the rows of a list, the territories of a comparison.
    pub fn csv(self, records: &Records, form: CsvForm) -> String {
        let rows: Vec<Vec<Field>> = match self {
            Self::Answer { subject, style } => {
                let schemes = schemes_of(records, subject, style).into_iter();
                schemes.map(|scheme| fields_of_scheme(records, scheme)).collect()
            }
            Self::Rows { table, shown } => {
                rows(table, shown).map(|row| fields_of_row(records, table, row)).collect()
            }
            Self::Compared(comparison) => fields_of_comparison(records, comparison),
        };
        csv(&rows, form)
    }

    /// The content as GeoJSON: the subject of an answer, the regions for the country, the rows of a list.
    /// Communes have an outline where their detail is at hand. Without white zones an answer has no share
    /// that is outside of both layers: it is not loaded, which says nothing of it.
    pub fn geojson(
        self,
        records: &Records,
        zones: Option<&WhiteZones>,
        atlas: &Atlas,
        about: &Colophon,
    ) -> String {
        let none = WhiteZones::default();
        let mut features: Vec<Feature> = match self {
            Self::Answer { subject: None, .. } => {
                let table = Table::new(records, zones.unwrap_or(&none), None, Listed::Regions);
                let rows = table.rows.iter();
                rows.map(|row| feature_of_row(records, atlas, &table, row)).collect()
            }
            Self::Answer { subject: Some(subject), .. } => {
                let zones = zones.unwrap_or(&none);
                let fields = fields_of_subject(records, zones, atlas, subject);
                vec![feature(records, atlas, subject, fields)]
            }
            Self::Rows { table, shown } => {
                rows(table, shown).map(|row| feature_of_row(records, atlas, table, row)).collect()
            }
            Self::Compared(comparison) => {
                let fields = fields_of_comparison(records, comparison).into_iter();
                let subjects = comparison.table.rows.iter().map(|row| &row.subject);
                let all = subjects.zip(fields);
                all.map(|(subject, fields)| feature(records, atlas, subject, fields)).collect()
            }
        };
        if matches!(self, Self::Answer { .. }) && zones.is_none() {
            let is_known = |field: &Field| !field.code.starts_with(OUTSIDE);
            features.iter_mut().for_each(|feature| feature.fields.retain(is_known));
        }
        collection(&features, about)
    }
}

fn rows<'a>(table: &'a Table, shown: &'a [usize]) -> impl Iterator<Item = &'a Row> {
    shown.iter().filter_map(|&index| table.rows.get(index))
}

fn feature_of_row(records: &Records, atlas: &Atlas, table: &Table, row: &Row) -> Feature {
    feature(records, atlas, &row.subject, fields_of_row(records, table, row))
}

fn feature(records: &Records, atlas: &Atlas, subject: &Subject, fields: Vec<Field>) -> Feature {
    Feature {
        id: code_of(records, subject),
        polygons: outline(atlas, subject),
        points: atlas.model.signs_of(subject).map(position).collect(),
        fields,
    }
}

/// The fields of a subject: those that it has in the list of what is around it.
fn fields_of_subject(
    records: &Records,
    zones: &WhiteZones,
    atlas: &Atlas,
    subject: &Subject,
) -> Vec<Field> {
    let (scope, listed) = match subject {
        Subject::Scheme(scheme) => return fields_of_scheme(records, *scheme),
        Subject::Venue(_) => return Vec::new(),
        Subject::Commune { within, .. } => (Some(*within), Listed::Communes),
        Subject::Territory(territory) => {
            let listed = match territory {
                Territory::Region(_) => Listed::Regions,
                Territory::Department(_) => Listed::Departments,
                Territory::Epci(_) => Listed::Epci,
            };
            (atlas.model.within(subject), listed)
        }
    };
    let table = Table::new(records, zones, scope, listed);
    // The territory around a commune may not be known yet: its code tells it.
    let code = code_of(records, subject);
    let own = table.rows.iter().find(|row| code_of(records, &row.subject) == code);
    own.map_or_else(Vec::new, |row| fields_of_row(records, &table, row))
}

/// The schemes of a subject, of the country without one, as far as they are shown.
fn schemes_of(records: &Records, subject: Option<&Subject>, style: &MapStyle) -> Vec<SchemeIndex> {
    let scope = match subject {
        Some(Subject::Scheme(scheme)) => return vec![*scheme],
        Some(Subject::Venue(_)) => return Vec::new(),
        Some(Subject::Commune { code, .. }) => {
            return shown(records, of_commune(records, code), style);
        }
        Some(Subject::Territory(territory)) => Some(*territory),
        None => None,
    };
    let table = Table::new(records, &WhiteZones::default(), scope, Listed::Schemes);
    let schemes = table.rows.iter().filter_map(|row| match row.subject {
        Subject::Scheme(scheme) => Some(scheme),
        _ => None,
    });
    shown(records, schemes.collect(), style)
}

fn shown(records: &Records, schemes: Vec<SchemeIndex>, style: &MapStyle) -> Vec<SchemeIndex> {
    let is_shown = |scheme: &SchemeIndex| {
        let project = records.project_at(*scheme).map(|one| one.statut);
        let standing = records.scheme_at(*scheme).map(|one| one.statut).or(project);
        standing.is_some_and(|standing| style.shows(scheme.layer, standing))
    };
    schemes.into_iter().filter(is_shown).collect()
}

/// The CLS and CPTS whose perimeter holds a commune, and the projects that name it.
fn of_commune(records: &Records, code: &CommuneCode) -> Vec<SchemeIndex> {
    let layers = [Layer::Cls, Layer::Cpts].into_iter();
    let members = layers.flat_map(|layer| records.memberships(layer, code));
    let mut schemes: Vec<SchemeIndex> =
        members.filter_map(|one| records.scheme_index(&one.scheme.id)).collect();
    let projects = records.file.projects.iter().enumerate();
    let named = projects.filter(|(_, one)| one.lieux.iter().any(|it| it.code == *code));
    schemes.extend(named.map(|(index, _)| SchemeIndex { layer: Layer::Projects, index }));
    schemes
}
