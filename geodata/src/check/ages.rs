//! Lists that were read long ago: there may be a newer one.

use crate::problem::{Problem, Severity};
use crate::tables::{ReferenceDay, Tables};
use map::served::{Source, is_over_a_year_old};
use std::collections::{BTreeMap, BTreeSet};

/// The age from which a list is warned of, in months.
const OLD: i32 = 6;

/// One warning for each source of a whole list that is old on the day of the run.
pub(super) fn old_lists(tables: &Tables, today: &str) -> Vec<Problem> {
    let ids: BTreeSet<&str> = tables.documentation.iter().map(|one| one.source.as_str()).collect();
    ids.into_iter().filter_map(|id| old_list(id, tables, today)).collect()
}

/// One warning for each table and month in which facts were read that are old on the day of the
/// statuses: those may have changed since.
pub(super) fn old_facts(tables: &Tables) -> Vec<Problem> {
    let Some(day) = tables.day.as_ref().map(ReferenceDay::as_str) else { return Vec::new() };
    let mut counts: BTreeMap<(&str, &str), (u64, usize)> = BTreeMap::new();
    for scheme in &tables.schemes {
        let Some(read) = scheme.details.read.as_deref() else { continue };
        if is_over_a_year_old(read, day) {
            counts.entry((scheme.layer.code(), read)).or_insert((scheme.line, 0)).1 += 1;
        }
    }
    let warning = |((table, read), (line, count)): ((&str, &str), (u64, usize))| Problem {
        file: format!("{table}.csv"),
        line,
        column: "lue".to_owned(),
        value: read.to_owned(),
        expected: format!("page lue plus d’un an avant le {day} ({count} lignes)\u{a0}: à relire"),
        severity: Severity::Warning,
        ..Problem::default()
    };
    counts.into_iter().map(warning).collect()
}

fn old_list(id: &str, tables: &Tables, today: &str) -> Option<Problem> {
    let Source { date, date_releve, .. } = tables.sources.get(id)?;
    let (column, date) = match (date_releve, date) {
        (Some(date), _) => ("date_releve", date),
        (None, Some(date)) => ("date", date),
        (None, None) => return None,
    };
    let age = months_between(date, today).filter(|age| *age >= OLD)?;
    let verb = if column == "date_releve" { "relevée" } else { "publiée" };
    let since = match age {
        0..24 => format!("il y a {age} mois"),
        _ => format!("il y a {} ans", age / 12),
    };
    Some(Problem {
        file: "sources.csv".to_owned(),
        line: tables.source_lines.get(id).copied().unwrap_or_default(),
        column: column.to_owned(),
        value: date.clone(),
        expected: format!("liste {verb} {since}\u{a0}: en existe-t-il une plus récente\u{a0}?"),
        severity: Severity::Warning,
        ..Problem::default()
    })
}

/// The whole months from a year, a month or a day to `today`; a year counts from its end.
fn months_between(date: &str, today: &str) -> Option<i32> {
    let year = |text: &str| text.get(..4)?.parse::<i32>().ok();
    let month = |text: &str| text.get(5..7).and_then(|month| month.parse::<i32>().ok());
    let from = year(date)? * 12 + month(date).unwrap_or(12);
    let to = year(today)? * 12 + month(today)?;
    let day = |text: &str| text.get(8..10).map(ToOwned::to_owned);
    let is_short = matches!((day(date), day(today)), (Some(from), Some(to)) if to < from);
    Some(to - from - i32::from(is_short))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_counted_when_they_are_over() {
        assert_eq!(months_between("2026-03", "2026-11-27"), Some(8));
        assert_eq!(months_between("2026-03-28", "2026-11-27"), Some(7));
        assert_eq!(months_between("2025", "2026-06-30"), Some(6));
        assert_eq!(months_between("2026-03", "2024-06-30"), Some(-21));
    }
}
