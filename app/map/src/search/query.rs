//! The query, taken apart: a name, a department, a postal or INSEE code.

use super::normal::normalized;
use crate::DepartmentCode;

/// The length of postal and of INSEE codes.
pub(super) const CODE_LENGTH: usize = 5;

/// A department as names are written: its code and its normalized name.
#[derive(Clone, Debug)]
pub(super) struct DepartmentName {
    pub(super) code: DepartmentCode,
    pub(super) name: String,
}

/// The parts of a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Query {
    /// The normalized name without spaces; empty when only a code is typed.
    pub(super) name: String,
    /// A postal or INSEE code, or the beginning of one, of two figures at least.
    pub(super) code: Option<String>,
    /// The index of the department that stands behind the name.
    pub(super) department: Option<u32>,
}

impl Query {
    /// Every way in which `text` can be meant, the likeliest first.
    pub(super) fn readings(text: &str, departments: &[DepartmentName]) -> Vec<Self> {
        let words = normalized(text);
        let words: Vec<&str> = words.split(' ').filter(|word| !word.is_empty()).collect();
        let mut readings = Vec::new();
        if let Some((first, rest)) = words.split_first()
            && is_code(first)
        {
            readings.push(Self {
                name: rest.concat(),
                code: Some((*first).to_ascii_uppercase()),
                department: None,
            });
        }
        readings.extend(with_department(&words, departments));
        readings.push(Self { name: words.concat(), ..Self::default() });
        readings.retain(|reading| !reading.name.is_empty() || reading.code.is_some());
        readings
    }
}

/// The query with its last words as a department: `saint denis 93`, `saint denis la reunion`.
fn with_department<'a>(
    words: &'a [&'a str],
    departments: &'a [DepartmentName],
) -> impl Iterator<Item = Query> + 'a {
    let cuts = (1..words.len()).rev();
    cuts.filter_map(move |cut| {
        let (name, behind) = words.split_at(cut);
        let behind = behind.join(" ");
        let is_it = |one: &DepartmentName| {
            one.name == behind || one.code.as_str().eq_ignore_ascii_case(&behind)
        };
        let department = departments.iter().position(is_it)?;
        Some(Query { name: name.concat(), code: None, department: Some(department as u32) })
    })
}

/// Whether a word is a postal or INSEE code, or the beginning of one: `69`, `2a0`, `38100`.
fn is_code(word: &str) -> bool {
    let is_corsican = matches!(word.get(..2), Some("2a" | "2b"));
    let digits = if is_corsican { &word[2..] } else { word };
    (2..=CODE_LENGTH).contains(&word.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn departments() -> Vec<DepartmentName> {
        let one = |code: &str, name: &str| DepartmentName {
            code: DepartmentCode::new(code).unwrap(),
            name: normalized(name),
        };
        vec![one("2A", "Corse-du-Sud"), one("93", "Seine-Saint-Denis"), one("974", "La Réunion")]
    }

    fn first(text: &str) -> Query {
        Query::readings(text, &departments()).remove(0)
    }

    #[test]
    fn a_department_behind_a_name_is_read_by_number_or_by_name() {
        for text in ["Saint-Denis 93", "St Denis (93)", "saint denis (Seine-Saint-Denis)"] {
            let expected = Query { name: "saintdenis".into(), code: None, department: Some(1) };
            assert_eq!(first(text), expected, "{text}");
        }
        assert_eq!(first("Ajaccio 2a").department, Some(0));
        assert_eq!(first("Saint-Denis La Réunion").department, Some(2));
        assert_eq!(first("Saint-Denis 75").department, None);
    }

    #[test]
    fn five_figures_are_a_code_and_may_have_a_name_behind_them() {
        assert_eq!(first("38100").code.as_deref(), Some("38100"));
        assert_eq!(first("2a004").code.as_deref(), Some("2A004"));
        let query = first("30460 sa");
        assert_eq!((query.name.as_str(), query.code.as_deref()), ("sa", Some("30460")));
        assert_eq!(first("381000").code, None);
        assert!(Query::readings("  - ", &departments()).is_empty());
    }
}
