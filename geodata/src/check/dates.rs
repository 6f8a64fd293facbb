//! Contracts that have run out.

use super::warning::warning;
use crate::problem::Problem;
use crate::tables::Scheme;
use map::Status;

/// The schemes that are said to be active after their last day.
pub(super) fn past_ends(schemes: &[Scheme], today: &str) -> Vec<Problem> {
    let active = schemes.iter().filter(|scheme| scheme.status == Status::Active);
    let past = active.filter_map(|scheme| Some((scheme, scheme.end.as_deref()?)));
    past.filter(|(_, end)| is_past(end, today))
        .map(|(scheme, end)| {
            let oddity = "date passée, alors que le statut est actif (echu\u{a0}?)";
            warning(scheme, "fin", end, oddity)
        })
        .collect()
}

/// Whether the day, the month or the year `end` is over.
fn is_past(end: &str, today: &str) -> bool {
    today.get(..end.len()).is_some_and(|today| end < today)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_past_when_the_next_one_begins() {
        assert!(is_past("2023", "2024-01-01"));
        assert!(!is_past("2024", "2024-12-31"));
        assert!(is_past("2024-11", "2024-12-01"));
        assert!(!is_past("2024-12-31", "2024-12-31"));
        assert!(is_past("2024-12-30", "2024-12-31"));
    }
}
