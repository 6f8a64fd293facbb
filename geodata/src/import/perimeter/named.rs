//! A perimeter that is named: by the territories in the rows of a list.

use super::territories::Perimeter;
use crate::import::report::Report;
use crate::import::resolve::{Finder, Item, PublishedScheme, items_of};
use crate::problem::Problem;

/// Adds the territories that the rows of `scheme` name to its perimeter.
pub(super) fn take(
    finder: &Finder,
    scheme: &PublishedScheme,
    perimeter: &mut Perimeter,
    report: &mut Report,
    problems: &mut Vec<Problem>,
) {
    for record in &scheme.records {
        let items = items_of(record, finder);
        if items.is_empty() && scheme.records.len() > 1 {
            let oddity = "ligne qui ne nomme aucun territoire";
            problems.push(record.origin.warning("", &scheme.name, oddity));
        }
        for Item { field, text, found } in items {
            match found {
                Ok(found) => {
                    perimeter.add(found.territory);
                    report.count(&record.origin, text, found);
                }
                Err(finding) => problems.push(record.problem(field, text, finding)),
            }
        }
    }
}
