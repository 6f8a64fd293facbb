//! From records to schemes: the rows or features of one name are one scheme.
//!
//! Names are compared without case, accents and hyphens, but `+`, `&` and `/` count: « Nord+Sud »
//! and « Nord Sud » are two, unless the steward joins them.

use super::status::{self, OwnStatus};
use crate::import::read::{Field, Origin, Record};
use crate::names::normalized;
use crate::problem::{Finding, Problem};
use crate::tables::rows;
use map::Status;
use std::collections::HashMap;

/// A scheme as published.
pub(crate) struct PublishedScheme {
    /// Its name, as first written.
    pub name: String,
    /// Its status.
    pub status: Status,
    /// First day, ISO 8601.
    pub start: Option<String>,
    /// Last day, ISO 8601.
    pub end: Option<String>,
    /// Web address.
    pub site: Option<String>,
    /// Its rows or features.
    pub records: Vec<Record>,
}

/// Records of one name, which are one scheme or, far apart, several.
pub(crate) struct Group {
    /// The name, as first written.
    pub name: String,
    /// Whether the steward says that they are one scheme.
    pub is_joined: bool,
    /// The records.
    pub records: Vec<Record>,
}

/// The records of each name, in their order; `joined` are the names that the steward joins.
pub(crate) fn groups(records: Vec<Record>, joined: &[String]) -> Vec<Group> {
    let joined: Vec<String> = joined.iter().map(|name| normalized(name)).collect();
    let mut group_of: HashMap<String, usize> = HashMap::new();
    let mut groups: Vec<Group> = Vec::new();
    for record in records {
        // A record without a name was reported where it was read.
        let Some(name) = record.text(Field::Name).map(ToOwned::to_owned) else { continue };
        let plain = normalized(&name);
        let is_joined = joined.contains(&plain);
        let key = if is_joined { plain } else { name_key(&name) };
        let group = *group_of.entry(key).or_insert(groups.len());
        match groups.get_mut(group) {
            Some(group) => group.records.push(record),
            None => groups.push(Group { name, is_joined, records: vec![record] }),
        }
    }
    groups
}

/// A name without what people write in several ways, and with the signs that tell names apart.
pub(crate) fn name_key(name: &str) -> String {
    const SIGNS: [char; 3] = ['+', '&', '/'];
    let signs: String = name.chars().filter(|char| SIGNS.contains(char)).collect();
    normalized(name) + &signs
}

/// The schemes of groups, in their order. Names that differ by a sign only are reported.
pub(crate) fn schemes(
    groups: Vec<Group>,
    own_statuses: &[OwnStatus],
    problems: &mut Vec<Problem>,
) -> Vec<PublishedScheme> {
    let mut known: HashMap<String, String> = HashMap::new();
    for Group { name, records, .. } in &groups {
        let first = known.entry(normalized(name)).or_insert_with(|| name.clone());
        if name_key(first) != name_key(name) {
            let oddity = format!(
                "nom presque le même que «\u{a0}{first}\u{a0}», et compté à part (--reunir \
                 \"{name}\" en fait un seul dispositif)"
            );
            let warning = records
                .first()
                .map(|one| one.origin.warning(one.column(Field::Name), name, oddity));
            problems.extend(warning);
        }
    }
    groups
        .into_iter()
        .map(|Group { name, records, .. }| scheme(name, records, own_statuses, problems))
        .collect()
}

fn scheme(
    name: String,
    records: Vec<Record>,
    own_statuses: &[OwnStatus],
    problems: &mut Vec<Problem>,
) -> PublishedScheme {
    let status = |text: &str| {
        let near =
            || status::nearest(text).map(|near| format!("--statut \"{text}={}\"", near.code()));
        let expected = "un statut connu, ou sa traduction (--statut \"PHRASE=STATUT\", où STATUT est \
                        actif, en_preparation, echu ou inconnu)";
        status::meaning(text, own_statuses).ok_or_else(|| Finding::proposing(expected, near()))
    };
    let status = agreed(&records, Field::Status, status, problems).unwrap_or(Status::Unknown);
    let start = agreed(&records, Field::Start, date, problems);
    let end = agreed(&records, Field::End, date, problems);
    let site = agreed(&records, Field::Site, site, problems);
    if let (Some(start), Some(end)) = (&start, &end)
        && rows::is_after(start, end)
    {
        let row = records.iter().find(|record| record.text(Field::End).is_some());
        problems.extend(row.map(|record| {
            let expected = format!("une date qui ne précède pas le début ({start})");
            record.problem(Field::End, end, expected)
        }));
    }
    PublishedScheme { name, status, start, end, site, records }
}

/// The one value that the records give a field. Values that cannot be read, or that contradict the
/// first record, are reported.
fn agreed<T: PartialEq>(
    records: &[Record],
    field: Field,
    read: impl Fn(&str) -> Result<T, Finding>,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    let mut first: Option<(T, &str, &Origin)> = None;
    // A list repeats in each row what it says of a scheme: one report is enough.
    let mut refused: Vec<&str> = Vec::new();
    for record in records {
        let text = record.text(field).filter(|text| !refused.contains(text));
        let Some(text) = text else { continue };
        match (read(text), &first) {
            (Err(finding), _) => {
                refused.push(text);
                problems.push(record.problem(field, text, finding));
            }
            (Ok(value), None) => first = Some((value, text, &record.origin)),
            (Ok(value), Some((known, written, origin))) if value != *known => {
                refused.push(text);
                let expected =
                    format!("la même valeur qu’à la {} («\u{a0}{written}\u{a0}»)", origin.short());
                problems.push(record.problem(field, text, expected));
            }
            (Ok(_), Some(_)) => {}
        }
    }
    first.map(|(value, ..)| value)
}

/// A date as lists and layers write it, as ISO 8601: with an hour, or without the zeros of its day.
fn date(text: &str) -> Result<String, Finding> {
    const EXPECTED: &str = "une date AAAA, AAAA-MM, AAAA-MM-JJ ou JJ/MM/AAAA";
    let day = text.split(['T', ' ']).next().unwrap_or_default();
    match rows::iso_date(day) {
        // A day of ten characters with its hour behind it.
        Some(date) if date.len() == 10 => rows::read_date(day),
        _ => rows::read_date(text).map_err(|finding| {
            let expected = finding.expected.replacen(rows::DATE_EXPECTED, EXPECTED, 1);
            Finding { expected, ..finding }
        }),
    }
}

/// A web address; lists leave out its beginning.
fn site(text: &str) -> Result<String, Finding> {
    let is_address = text.contains('.') && !text.contains([' ', '@', '|']);
    match text {
        _ if text.starts_with("https://") || text.starts_with("http://") => Ok(text.to_owned()),
        _ if is_address && !text.contains("://") => Ok(format!("https://{text}")),
        _ => Err("une adresse de site, ou rien".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_tell_names_apart_and_hyphens_do_not() {
        assert_ne!(name_key("CPTS Nord+Sud"), name_key("CPTS Nord Sud"));
        assert_ne!(name_key("CPTS Nord/Sud"), name_key("CPTS Nord Sud"));
        assert_eq!(name_key("CPTS Nord-Sud"), name_key("cpts nord sud"));
    }

    #[test]
    fn dates_of_lists_and_layers_are_days() {
        assert_eq!(date("2024-03-08T00:00:00Z").unwrap(), "2024-03-08");
        assert_eq!(date("8/3/2024").unwrap(), "2024-03-08");
        assert_eq!(date("2024").unwrap(), "2024");
        assert_eq!(date("mars-24").unwrap_err().proposal.as_deref(), Some("2024-03"));
        assert!(date("1709856000000").is_err());
    }

    #[test]
    fn an_address_without_its_beginning_gets_one() {
        assert_eq!(site("cpts-x.fr/").unwrap(), "https://cpts-x.fr/");
        assert!(site("contact@cpts-x.fr").is_err(), "an e-mail address is no site");
        assert!(site("en construction").is_err());
    }
}
